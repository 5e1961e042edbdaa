/** Rests of which every line brings what fits before the player: longer ones have nothing to add. */
const LONGEST_REST_MS = 10_000;

/**
 * How fast a film loads, and how much more the line had time to bring since the browser has enough. Chromium's network then goes
 * on for up to two mebibytes that no interface shows: at 3 MB/s they took 0.7 s of the rest, at 8 MB/s 0.5 s.
 */
export class LoadPace {
	/** Share of the film that the line had time to bring since it rests, 0 to 1. */
	pipedShare = 0;
	/** Whether it has rested for the longest time that counts. */
	isSettled = false;
	#first: { readonly atMs: number; readonly share: number } | null = null;
	#growth: { readonly atMs: number; readonly share: number } | null = null;
	#restedAtMs: number | null = null;

	/** Takes a look at the loaded share, 0 to 1, at a moment in milliseconds; true when there is something new to tell. */
	read(share: number, isResting: boolean, atMs: number): boolean {
		if (share > (this.#growth?.share ?? 0)) {
			this.isSettled = false;
			this.#growth = { atMs, share };
			this.#first ??= this.#growth;
			this.#restedAtMs = isResting ? atMs : null;
			return true;
		}
		if (!isResting || !this.#first || !this.#growth) return false;
		this.#restedAtMs ??= atMs;
		const restMs = Math.min(LONGEST_REST_MS, atMs - this.#restedAtMs);
		this.isSettled = restMs === LONGEST_REST_MS;
		const loadMs = this.#growth.atMs - this.#first.atMs;
		// What was there at once came faster than anyone looked.
		const perMs = loadMs > 0 ? (this.#growth.share - this.#first.share) / loadMs : 1;
		const before = this.pipedShare;
		this.pipedShare = Math.min(1, Math.max(before, perMs * restMs));
		return this.pipedShare > before;
	}
}
