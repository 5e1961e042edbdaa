/** So many fetches ended within a second are a rain: pages that poll or play videos stay far below. */
export const RAIN_COUNT = 50;
export const RAIN_WINDOW_MS = 1_000;

/** Tells when an application fetches so much at once that each event about its requests weighs. */
export class BurstGauge {
	#windowMs = Number.NEGATIVE_INFINITY;
	#count = 0;
	#burstMs = Number.NEGATIVE_INFINITY;

	/** Counts one ended fetch, at milliseconds since 1970; true from the one on that makes a rain of its second. */
	drop(atMs: number): boolean {
		if (atMs - this.#windowMs >= RAIN_WINDOW_MS) {
			this.#windowMs = atMs;
			this.#count = 0;
		}
		if (++this.#count < RAIN_COUNT) return false;
		this.#burstMs = atMs;
		return true;
	}

	/** Whether it has rained in the second before this time. */
	isBursting(atMs: number): boolean {
		return atMs - this.#burstMs < RAIN_WINDOW_MS;
	}
}
