/** Runs in the popup or the panel, scrolled to its top: where the controls outside of the tip slot are, by their text. */
export function placesOfControls(): Record<string, string> {
	scrollTo(0, 0);
	const controls = [...document.querySelectorAll('main button, main input, main summary, footer button')];
	const entries = controls
		.filter((control) => control.checkVisibility() && !control.closest('.tip-slot, .exact'))
		.map((control) => {
			const { x, y, width, height } = control.getBoundingClientRect();
			return [control.textContent || control.localName, [x, y, width, height].map(Math.round).join(' ')];
		});
	return Object.fromEntries(entries);
}
