const PARTS = 'section, form, dialog, header, footer, main';

/**
 * Gives the focus a place where the control that had it is gone, as after “End the audit”: the part of the page around it. The next Tab
 * goes on from there. A container, because a held key would press a button. A page without the focus never takes it.
 */
export function keepFocus(root: HTMLElement): void {
	/** The control that had the focus last, and the parts around it, the nearest first. */
	let focused: Element | null = null;
	let around: readonly HTMLElement[] = [];
	root.addEventListener('focusin', ({ target }) => {
		focused = target as Element;
		around = partsAround(focused);
	});
	new MutationObserver(() => {
		if (!focused || focused.isConnected) return;
		focused = null;
		const { activeElement } = document;
		if (!document.hasFocus() || (activeElement !== null && activeElement !== document.body)) return;
		const part = around.find(({ isConnected }) => isConnected);
		if (!part) return;
		part.tabIndex = -1;
		part.focus({ preventScroll: true });
	}).observe(root, { childList: true, subtree: true });
}

function partsAround(element: Element): readonly HTMLElement[] {
	const parts: HTMLElement[] = [];
	for (let part = element.parentElement; part; part = part.parentElement) if (part.matches(PARTS)) parts.push(part);
	return parts;
}
