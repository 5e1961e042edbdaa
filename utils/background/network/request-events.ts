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

/** Everything that travels over the network; the granted hosts decide which of it the browser shows. */
export const EVERY_HOST = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/** Requests of `fetch` and XHR. */
export const FETCH_TYPE = 'xmlhttprequest';

/**
 * Chrome shows preflights, and the cookies that a response sets, only to listeners with `extraHeaders`. While there is one, every
 * request of the browser takes a detour: on a page of 1,500 fetches a tenth of the browser process's work.
 * https://developer.chrome.com/docs/extensions/reference/api/webRequest#extra_headers
 */
export const ALL_HEADERS = ['responseHeaders', 'extraHeaders'];

/** Adds a listener again, so that hosts granted since are included. Without `types`, it receives requests of all types. */
export function listenAgain(
	event: RequestEvent,
	listener: RequestListener,
	extra?: string[],
	types?: string[],
	urls = EVERY_HOST,
): void {
	const filter = types ? { urls, types } : { urls };
	event.removeListener(listener);
	// Firefox refuses a surplus argument, even when it is undefined.
	if (extra) event.addListener(listener, filter, extra);
	else event.addListener(listener, filter);
}
