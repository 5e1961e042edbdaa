import { browser } from '@/utils/browser/browser';
import type { RequestDetails } from '@/utils/core/measure/network-request';

export type RequestListener = (details: RequestDetails) => void;

/** The part of a `webRequest` event used here: the polyfill's types know neither Chrome's nor Firefox's extra fields. */
export interface RequestEvent {
	addListener(listener: RequestListener, filter: { urls: string[]; types?: string[] }, extra?: string[]): void;
	removeListener(listener: RequestListener): void;
}

export const requestEvents = browser.webRequest as unknown as Record<
	'onBeforeRequest' | 'onResponseStarted' | 'onBeforeRedirect' | 'onCompleted' | 'onErrorOccurred',
	RequestEvent
>;

/** Only what travels over the network; which of these the browser shows depends on the granted hosts. */
export const EVERY_HOST = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/** What scripts fetch. */
export const FETCH_TYPE = 'xmlhttprequest';

/**
 * Chrome shows preflights, and the cookies that an answer sets, only to those who ask for this. As long as anyone does, every request of
 * the browser takes a detour: on a page of 1,500 fetches a tenth of all that the browser does for it, in its own process.
 */
export const ALL_HEADERS = ['responseHeaders', 'extraHeaders'];

/** Listens anew: what was granted since counts from now on. Without `types`, to requests of all. */
export function relisten(
	event: RequestEvent,
	listener: RequestListener,
	extra?: string[],
	types?: string[],
	urls = EVERY_HOST,
): void {
	const filter = types ? { urls, types } : { urls };
	event.removeListener(listener);
	// Firefox refuses an argument too many, even when it is undefined.
	if (extra) event.addListener(listener, filter, extra);
	else event.addListener(listener, filter);
}
