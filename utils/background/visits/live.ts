import { browser, type Port } from '@/utils/browser/browser';
import { LIVE_PORT_PREFIX } from '@/utils/browser/rpc';
import type { FramePulse } from '@/utils/core/schema/frame-protocol';
import type { LiveVisit } from '@/utils/core/visit/visit';

/** Keeps the open popups up to date, and asks the frames of a watched tab to report every second. */
export class LiveViewers {
	readonly #ports = new Map<number, Set<Port>>();

	/** Takes a port that a page of ours opened; `first` gives it the figures it starts with. */
	accept(port: Port, first: (tabId: number) => LiveVisit | null): void {
		const tabId = Number(port.name.slice(LIVE_PORT_PREFIX.length));
		if (!Number.isInteger(tabId)) {
			port.disconnect();
			return;
		}
		const ports = this.#ports.get(tabId) ?? new Set();
		this.#ports.set(tabId, ports.add(port));
		port.onDisconnect.addListener(() => {
			ports.delete(port);
			if (ports.size > 0) return;
			this.#ports.delete(tabId);
			pulse(tabId, false);
		});
		port.postMessage(first(tabId));
		pulse(tabId, true);
	}

	/** Shows new figures to whoever watches this tab. */
	show(tabId: number, visit: LiveVisit | null): void {
		for (const port of this.#ports.get(tabId) ?? []) port.postMessage(visit);
	}

	/** A page of a watched tab has just started: it must know. */
	greet(tabId: number): void {
		if (this.#ports.has(tabId)) pulse(tabId, true);
	}
}

function pulse(tabId: number, isWatched: boolean): void {
	const message: FramePulse = { type: 'frame/pulse', isWatched };
	browser.tabs.sendMessage(tabId, message).catch(() => {
		// No frame of ours in this tab, or it is gone: nobody to tell.
	});
}
