import { requesterOrigin } from '@/utils/background/visits/requester';
import type { RequestDetails } from '@/utils/core/measure/network-request';

/** The tabs that were opened last. */
const MAX_OPENERS = 200;

/** A page of a site that is not followed, in a tab that another page opened. */
interface OpenedWindow {
	readonly openerId: number;
	readonly origin: string;
}

/**
 * Tabs and windows that pages opened. One that shows a site which is not followed, such as a package on a server of its own, belongs to
 * the page in the tab that opened it, as long as it stays on that site.
 */
export class OpenedWindows {
	readonly #openers = new Map<number, number>();
	readonly #windows = new Map<number, OpenedWindow>();

	/** A tab was opened from another: by a page in it, or by the user beside it. */
	noteOpener(tabId: number, openerId: number): void {
		this.#openers.set(tabId, openerId);
		for (const oldest of this.#openers.keys()) if (this.#openers.size > MAX_OPENERS) this.#forget(oldest);
	}

	/** The tab that opened a tab; null where the browser did not tell. */
	openerOf(tabId: number): number | null {
		return this.#openers.get(tabId) ?? null;
	}

	/** The tab whose page opened what a tab shows; null where that is a page of its own. */
	ownerOf(tabId: number): number | null {
		return this.#windows.get(tabId)?.openerId ?? null;
	}

	/**
	 * A navigation. `openerOrigin` is the origin of the page in the tab that opened this one; null for none. Only a navigation that this page
	 * requested makes the tab its own: the user may open an empty tab beside it.
	 */
	noteNavigation(details: RequestDetails, openerOrigin: string | null, isFollowed: boolean): void {
		const { tabId, url } = details;
		const openerId = this.openerOf(tabId);
		if (openerId === null) return;
		const [requester, { origin }] = [requesterOrigin(details), new URL(url)];
		const isOpened = requester !== null && requester === openerOrigin;
		const isWithin = requester === origin && this.#windows.get(tabId)?.origin === origin;
		if (!isFollowed && (isOpened || isWithin)) this.#windows.set(tabId, { openerId, origin });
		else this.#windows.delete(tabId);
	}

	#forget(tabId: number): void {
		this.#openers.delete(tabId);
		this.#windows.delete(tabId);
	}
}
