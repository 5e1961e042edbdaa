import { browser } from '@/utils/browser/browser';

/** The tab that the popup or the panel is about. */
export interface Tab {
	readonly id: number;
	readonly windowId: number;
	/** Null when the browser withholds it, as for its own pages and, in the panel, for sites without access. */
	readonly url: string | null;
	/** True until its page is loaded. */
	readonly isLoading: boolean;
}

/** The tab named by `?tab=<id>`, when the popup or the panel is opened as a page, for tests and screenshots; null for none. */
export function namedTabId(): number | null {
	return Number(new URLSearchParams(location.search).get('tab')) || null;
}

/**
 * The named tab, or the active one: of its own window for the popup, of the window used last for the panel. Undefined where that tab
 * is this page itself.
 */
export async function findTab(isPanel: boolean): Promise<Tab | null | undefined> {
	const named = namedTabId();
	const window = isPanel ? { lastFocusedWindow: true } : { currentWindow: true };
	const [tab] = named ? [await browser.tabs.get(named)] : await browser.tabs.query({ active: true, ...window });
	if (tab?.id === undefined || tab.windowId === undefined) return null;
	if (isPanel && tab.id === (await browser.tabs.getCurrent())?.id) return undefined;
	return { id: tab.id, windowId: tab.windowId, url: tab.url ?? null, isLoading: tab.status === 'loading' };
}

/** A tab as it is now: as it was, where it is closed. */
export async function readAgain(tab: Tab): Promise<Tab> {
	const now = await browser.tabs.get(tab.id).catch(() => null);
	return now ? { ...tab, url: now.url ?? null, isLoading: now.status === 'loading' } : tab;
}

export async function reloadTab(tabId: number): Promise<void> {
	await browser.tabs.reload(tabId);
}

/** Opens the dashboard, at the view of a hash (`#reglages`) if there is one. */
export async function openDashboard(hash = ''): Promise<void> {
	await browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}${hash}` });
}
