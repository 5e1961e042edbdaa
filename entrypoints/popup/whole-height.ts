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

/** Chromium makes a popup as high as its document within this time, */
const GROWN_MS = 500;
/** and no higher than this, in CSS pixels. */
const MAX_HEIGHT = 600;

/**
 * Marks the root element (`data-scrolls`) while its document is higher than the window. Chromium makes a popup higher after its document
 * has grown; a scroll bar that was there in between left it 15 px wider.
 */
export function markScrolling(root: HTMLElement): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const mark = () => root.toggleAttribute('data-scrolls', root.scrollHeight > innerHeight);
	const markOnceGrown = () => {
		clearTimeout(timer);
		if (innerHeight >= MAX_HEIGHT) mark();
		timer = setTimeout(mark, GROWN_MS);
	};
	// The body's content, which no padding of `keepWholeHeight` changes: the root would be reported as a loop.
	new ResizeObserver(markOnceGrown).observe(root.querySelector('body') ?? root);
	addEventListener('resize', markOnceGrown);
}
