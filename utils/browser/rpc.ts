import type { PageMessages, Reply } from '@/utils/core/schema/page-messages';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { browser, type Port } from './browser';

const ATTEMPTS = 3;
const RETRY_DELAY_MS = 150;

/**
 * Sends a request from an extension page to the background. Resolves to the error `no-answer` when the background cannot be reached:
 * a message that races with the stop of an idle worker fails once ("Receiving end does not exist"), so it is sent again.
 */
export async function ask<Type extends keyof PageMessages>(
	type: Type,
	request: PageMessages[Type]['request'],
): Promise<Reply<PageMessages[Type]['value']>> {
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		try {
			const reply = await browser.runtime.sendMessage({ type, request });
			if (reply !== undefined) return reply as Reply<PageMessages[Type]['value']>;
		} catch {
			// The worker was being stopped: the next attempt starts it.
		}
		await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
	}
	return { ok: false, error: 'no-answer' };
}

/** Name of the port by which a page watches a tab: the prefix, then the tab's id. */
export const LIVE_PORT_PREFIX = 'live:';

const RECONNECT_DELAY_MS = 500;

/**
 * Calls `onVisit` with the visit under way in a tab, now and whenever it changes, at most once a second (the background
 * sets the pace); null while the tab is on no followed platform. Reconnects when the background is stopped. Returns the
 * function that ends it.
 */
export function watchTab(tabId: number, onVisit: (visit: LiveVisit | null) => void): () => void {
	let isWatching = true;
	let port: Port | null = null;
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
