/** So many fetches ended within one second are a burst: pages that poll or play videos stay far below. */
export const BURST_COUNT = 50;
export const BURST_WINDOW_MS = 1_000;

/** Detects when an application fetches so much that listening to the events of each request becomes expensive. */
export class BurstGauge {
	#windowStartMs = Number.NEGATIVE_INFINITY;
	#count = 0;
	#lastBurstMs = Number.NEGATIVE_INFINITY;

	/** Counts one ended fetch, at milliseconds since 1970; true if its second now has a burst. */
	count(atMs: number): boolean {
		if (atMs - this.#windowStartMs >= BURST_WINDOW_MS) {
			this.#windowStartMs = atMs;
			this.#count = 0;
		}
		if (++this.#count < BURST_COUNT) return false;
		this.#lastBurstMs = atMs;
		return true;
	}

	/** Whether a burst ended less than a second before this time. */
	isBursting(atMs: number): boolean {
		return atMs - this.#lastBurstMs < BURST_WINDOW_MS;
	}
}
