/**
 * Whether the frame is the top of its tab or of the same origin. In a frame of another origin nothing of ours runs before the
 * background has answered that the tab's page is followed.
 */
export function isOfTopPage(): boolean {
	try {
		return Boolean(window.top?.document);
	} catch {
		// The browser refuses it across origins.
		return false;
	}
}

/** Whether no script of the page can have run yet. */
export function isBeforeScripts(): boolean {
	return document.getElementsByTagName('script').length === 0 && !document.body?.firstChild;
}

/** Calls `then` before the first script of the page runs: browsers report a script's element first. */
export function onFirstChange(then: () => void): void {
	const observer = new MutationObserver(() => {
		observer.disconnect();
		then();
	});
	observer.observe(document, { childList: true, subtree: true });
}

/** Whether the effects of sober mode may start at once: what loads, or what the page takes of its window, before the background answers cannot be undone. Firefox gives an empty frame as complete. */
export function isBeforePage(): boolean {
	return isOfTopPage() && (isPageLoading() || isBeforeScripts());
}

/** False where the script was injected into a page that was already open. */
export function isPageLoading(): boolean {
	return document.readyState === 'loading';
}
