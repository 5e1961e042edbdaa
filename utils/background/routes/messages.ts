import type { Parts } from '@/utils/background/parts';
import { browser, type MessageSender } from '@/utils/browser/browser';
import { LIVE_PORT_PREFIX } from '@/utils/browser/rpc';
import { auditRoutes } from './audit-routes';
import { backupRoutes } from './backup-routes';
import { eraseRoutes } from './erase-routes';
import { frameRoutes } from './frame-routes';
import { Router } from './router';
import { siteRoutes } from './site-routes';
import { soberRoutes } from './sober-routes';
import { visitRoutes } from './visit-routes';

/** Answers the messages of pages and frames, and serves the pages that watch a tab. */
export function answerMessages(parts: Parts): void {
	const { viewers, tracker, ready } = parts;
	const ownAddress = browser.runtime.getURL('');
	const router = new Router(
		browser.runtime.id,
		ownAddress,
		{
			...visitRoutes(parts),
			...siteRoutes(parts),
			...soberRoutes(parts),
			...backupRoutes(parts),
			...auditRoutes(parts),
			...eraseRoutes(parts),
		},
		frameRoutes(parts),
	);
	browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) =>
		ready.then(() => router.answer(message, sender)),
	);
	browser.runtime.onConnect.addListener((port) => {
		const isOurs = port.sender?.url?.startsWith(ownAddress) && port.name.startsWith(LIVE_PORT_PREFIX);
		if (isOurs) void ready.then(() => viewers.accept(port, (tabId) => tracker.current(tabId)));
		else port.disconnect();
	});
}
