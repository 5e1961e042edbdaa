/** After this long without loading, further readings of a video add nothing. */
const MAX_REST_MS = 10_000;
/** Two readings closer than this give no rate: the whole load since its start does. */
const MIN_LOAD_MS = 300;

interface Reading {
	readonly atMs: number;
	readonly share: number;
}

/** How fast a video loads, and since when it rests: the browser has buffered enough and stopped loading. */
export class LoadPace {
	/** Share of the video (0 to 1) loaded per millisecond when it last loaded; 0 before its first rest. */
	sharePerMs = 0;
	/** Start of the current rest, on the clock of the readings; null while it does not rest. */
	restedAtMs: number | null = null;
	/** Whether it has rested since its share last grew. */
	hasRested = false;
	/** Whether it has rested for {@link MAX_REST_MS}. */
	isSettled = false;
	#start: Reading;
	#first: Reading | null = null;
	#last: Reading | null = null;

	/** `startedAtMs`: a moment when nothing was loaded yet. */
	constructor(startedAtMs: number) {
		this.#start = { atMs: startedAtMs, share: 0 };
	}

	/** Reads the loaded share, 0 to 1, at a moment in milliseconds. Returns whether there is anything new to report. */
	read(share: number, isResting: boolean, atMs: number): boolean {
		const hasGrown = share > (this.#last?.share ?? 0);
		if (hasGrown) this.#grow({ atMs, share });
		if (!isResting || !this.#last) {
			if (this.restedAtMs !== null) {
				this.#start = { atMs, share };
				this.#first = hasGrown ? this.#last : null;
			}
			this.restedAtMs = null;
			this.isSettled = false;
			return hasGrown;
		}
		const beginsToRest = hasGrown || this.restedAtMs === null;
		if (beginsToRest) this.#rest(atMs);
		const wasSettled = this.isSettled && !beginsToRest;
		this.isSettled = atMs - (this.restedAtMs ?? atMs) >= MAX_REST_MS;
		return beginsToRest || (this.isSettled && !wasSettled);
	}

	#grow(reading: Reading): void {
		if (this.restedAtMs !== null) this.#first = null;
		this.hasRested = false;
		this.#first ??= reading;
		this.#last = reading;
	}

	/** The time to the first bytes is the server's, so the rate is measured from the first reading if there were later ones. */
	#rest(atMs: number): void {
		const wasResting = this.restedAtMs !== null;
		this.restedAtMs = atMs;
		this.hasRested = true;
		// What a resting video loaded between two readings took an unknown part of the time between them.
		if (wasResting || !this.#first || !this.#last) return;
		const hasTwoReadings = this.#last.atMs - this.#first.atMs >= MIN_LOAD_MS;
		const from = hasTwoReadings ? this.#first : this.#start;
		const loadMs = Math.max(1, this.#last.atMs - from.atMs);
		this.sharePerMs = (this.#last.share - from.share) / loadMs;
	}
}
