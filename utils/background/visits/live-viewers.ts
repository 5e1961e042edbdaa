import { browser, type Port } from '@/utils/browser/browser';
import { LIVE_PORT_PREFIX } from '@/utils/browser/rpc';
import type { FramePulse } from '@/utils/core/schema/frame-messages';
import type { LiveVisit } from '@/utils/core/schema/visit';

type Shown = (tabId: number, visit: LiveVisit | null) => LiveVisit | null;

/** Sends new figures to open popups, and makes the frames of a watched tab report every second. */
export class LiveViewers {
	readonly #ports = new Map<number, Set<Port>>();
	readonly #shown: Shown;

	/** `shown` adds to a visit what only our pages show of it. */
	constructor(shown: Shown = (_, visit) => visit) {
		this.#shown = shown;
	}

	/** Serves a port that one of our pages opened; `first` returns the figures to begin with. */
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
		port.postMessage(this.#shown(tabId, first(tabId)));
		pulse(tabId, true);
	}

	/** Sends new figures to all who watch this tab. */
	notify(tabId: number, visit: LiveVisit | null): void {
		const ports = this.#ports.get(tabId);
		if (!ports) return;
		const shown = this.#shown(tabId, visit);
		for (const port of ports) port.postMessage(shown);
	}

	/** Makes the frames of a tab report at once. */
	pulse(tabId: number): void {
		pulse(tabId, this.#ports.has(tabId));
	}

	/** A frame has started: makes it report every second if its tab is watched. */
	frameStarted(tabId: number): void {
		if (this.#ports.has(tabId)) pulse(tabId, true);
	}
}

function pulse(tabId: number, isWatched: boolean): void {
	const message: FramePulse = { type: 'frame/pulse', isWatched };
	browser.tabs.sendMessage(tabId, message).catch(() => {
		// The tab is closed, or has no frame that we observe.
	});
}
