import type { RequestDetails } from '@/utils/core/measure/network-request';
import { hostPattern } from '@/utils/core/platforms/match-pattern';
import { ALL_HEADERS, FETCH_TYPE, listenAgain, type RequestListener, requestEvents } from './request-events';

/** Pages fetch from a few other hosts; beyond this number the oldest is dropped. */
const MAX_HOSTS = 20;

/**
 * Listens to preflights in Chrome, which shows them only to listeners with `extraHeaders`. That is requested only for hosts from which
 * a followed page has fetched across origins, because it slows requests down. The first preflight to a host is missed.
 */
export class PreflightWatch {
	readonly #onPreflight: RequestListener;
	readonly #patterns = new Set<string>();
	#lastId = '';

	/** `onPreflight` is called once for each. */
	constructor(onPreflight: RequestListener) {
		this.#onPreflight = onPreflight;
	}

	/** Listens again, where any host was noted. */
	start(): void {
		if (this.#patterns.size === 0) return;
		listenAgain(requestEvents.onCompleted, this.#onCompleted, ALL_HEADERS, [FETCH_TYPE], [...this.#patterns]);
	}

	/** Notes the host of a request that belongs to a visit, if it is a fetch across origins. */
	noteFetch(details: RequestDetails): void {
		const { type, url, initiator } = details;
		if (type !== FETCH_TYPE || !initiator || url.startsWith(`${initiator}/`)) return;
		const pattern = hostPattern(new URL(url).hostname);
		if (this.#patterns.has(pattern)) return;
		this.#patterns.add(pattern);
		for (const oldest of this.#patterns) if (this.#patterns.size > MAX_HOSTS) this.#patterns.delete(oldest);
		this.start();
	}

	/** Handles a request that is a preflight, once, although two listeners receive it; false for any other request. */
	handle(details: RequestDetails): boolean {
		if (details.method !== 'OPTIONS') return false;
		if (details.requestId === this.#lastId) return true;
		this.#lastId = details.requestId;
		this.#onPreflight(details);
		return true;
	}

	readonly #onCompleted = (details: RequestDetails) => void this.handle(details);
}
