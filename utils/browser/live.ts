import { browser } from 'wxt/browser';
import type { LiveVisit } from '@/utils/core/visit/visit';

/** Name of the port by which a page watches a tab: the prefix, then the tab's id. */
export const LIVE_PORT_PREFIX = 'live:';

const RECONNECT_DELAY_MS = 500;

/**
 * Calls `onVisit` with the visit under way in a tab, now and whenever it changes, at most once a second (the background
 * sets the pace); null while the tab is on no followed platform. Survives the background's stops. Returns the function that ends it.
 */
export function watchTab(tabId: number, onVisit: (visit: LiveVisit | null) => void): () => void {
	let isWatching = true;
	let port: ReturnType<typeof browser.runtime.connect> | null = null;
	const connect = () => {
		if (!isWatching) return;
		port = browser.runtime.connect({ name: LIVE_PORT_PREFIX + tabId });
		port.onMessage.addListener((visit) => onVisit(visit as LiveVisit | null));
		port.onDisconnect.addListener(() => setTimeout(connect, RECONNECT_DELAY_MS));
	};
	connect();
	return () => {
		isWatching = false;
		port?.disconnect();
	};
}
