/** Runs in the popup or the panel, scrolled to its top: where the controls outside of the tip slot are. By their text; a summary, whose text may be a figure, by its section. */
export function placesOfControls(): Record<string, string> {
	scrollTo(0, 0);
	const controls = [...document.querySelectorAll('main button, main input, main summary, footer button')];
	const entries = controls
		.filter((control) => control.checkVisibility() && !control.closest('.tip-slot, .exact'))
		.map((control) => {
			const { x, y, width, height } = control.getBoundingClientRect();
			const section = control.closest('section')?.className ?? '';
			const name = control.localName === 'summary' ? `summary in ${section}` : control.textContent || control.localName;
			return [name, [x, y, width, height].map(Math.round).join(' ')];
		});
	return Object.fromEntries(entries);
}
