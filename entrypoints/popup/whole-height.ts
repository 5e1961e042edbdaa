/**
 * Keeps the height of the body whole. Chromium makes a popup as high as its document, rounded down, and rounds what can be scrolled up:
 * a height of 593.95 px got a scroll bar, and the popup became wider by it.
 */
export function keepWholeHeight(body: HTMLElement): void {
	new ResizeObserver(([entry]) => {
		const heightPx = entry?.contentRect.height ?? 0;
		body.style.paddingBlockEnd = `${Math.ceil(heightPx) - heightPx}px`;
	}).observe(body);
}
