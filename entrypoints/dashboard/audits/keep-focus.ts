/** Id of the button that ends the audit which runs. */
export const STOP_ID = 'stop-audit';

/** Call once what a button did is drawn: where the button is gone, the focus goes to the one that ends the audit, else into the view. */
export function keepFocus(): void {
	const { activeElement, body } = document;
	if (activeElement !== null && activeElement !== body) return;
	const next = document.getElementById(STOP_ID) ?? document.getElementById('content');
	next?.focus({ preventScroll: true });
}
