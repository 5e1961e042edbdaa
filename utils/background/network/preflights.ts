import type { RequestDetails } from '@/utils/core/measure/network-request';
import { ALL_HEADERS, FETCH_TYPE, type RequestListener, relisten, requestEvents } from './request-events';

/** A page speaks to a few other hosts; of more the oldest is let go. */
const MAX_HOSTS = 20;

/**
 * The preflights of Chrome, which shows them only to those who ask for all headers: asked for only towards hosts from which a
 * followed page has fetched across origins, so that other requests keep their short way. The first preflight to a host is missed.
 */
export class PreflightWatch {
	readonly #onPreflight: RequestListener;
	readonly #patterns = new Set<string>();
	#lastId = '';

	/** `onPreflight` is called once for each. */
	constructor(onPreflight: RequestListener) {
		this.#onPreflight = onPreflight;
	}

	/** Listens anew, where there is anything to hear. */
	start(): void {
		if (this.#patterns.size === 0) return;
		relisten(requestEvents.onCompleted, this.#onCompleted, ALL_HEADERS, [FETCH_TYPE], [...this.#patterns]);
	}

	/** Takes note of a request that belongs to a visit. */
	note(details: RequestDetails): void {
		const { type, url, initiator } = details;
		if (type !== FETCH_TYPE || !initiator || url.startsWith(`${initiator}/`)) return;
		const pattern = `*://${new URL(url).hostname}/*`;
		if (this.#patterns.has(pattern)) return;
		this.#patterns.add(pattern);
		for (const oldest of this.#patterns) if (this.#patterns.size > MAX_HOSTS) this.#patterns.delete(oldest);
		this.start();
	}

	/** Whether this is a preflight; those are heard once, whoever else listens to the same address. */
	take(details: RequestDetails): boolean {
		if (details.method !== 'OPTIONS') return false;
		if (details.requestId === this.#lastId) return true;
		this.#lastId = details.requestId;
		this.#onPreflight(details);
		return true;
	}

	readonly #onCompleted = (details: RequestDetails) => void this.take(details);
}
