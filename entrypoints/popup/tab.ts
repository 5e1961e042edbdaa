import { browser } from '@/utils/browser/browser';

/** The tab that the popup is about. */
export interface Tab {
	readonly id: number;
	/** Null when the browser withholds it, as for its own pages. */
	readonly url: string | null;
}

/** The active tab. `?tab=<id>` names another when the popup is opened as a page, for tests and screenshots. */
export async function findTab(): Promise<Tab | null> {
	const named = Number(new URLSearchParams(location.search).get('tab'));
	const [tab] = named
		? [await browser.tabs.get(named)]
		: await browser.tabs.query({ active: true, currentWindow: true });
	return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Reloads a tab and closes the popup. */
export async function reloadTab(tabId: number): Promise<void> {
	await browser.tabs.reload(tabId);
	window.close();
}

/** Opens the dashboard, at the view of a hash (`#reglages`) if there is one, and closes the popup. */
export async function openDashboard(hash = ''): Promise<void> {
	await browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}${hash}` });
	window.close();
}
