/**
 * The middle of an element in CSS pixels of its document's viewport, scrolled into view; null while it is absent or has no
 * size. Runs in the page, so it stands alone.
 */
export function centreOf(selector: string): { x: number; y: number } | null {
	const element = document.querySelector(selector);
	if (!element) return null;
	element.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left, top, width, height } = element.getBoundingClientRect();
	if (width === 0 || height === 0) return null;
	return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}
