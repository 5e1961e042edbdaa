/** After this long without loading, further readings of a video add nothing. */
const MAX_SUSPENSION_MS = 10_000;
/** Two readings closer than this give no rate: the whole load since its start does. */
const MIN_LOAD_MS = 300;

interface Reading {
	readonly atMs: number;
	readonly share: number;
}

/** How fast a video loads, and since when the browser has suspended loading because enough is buffered. */
export class LoadPace {
	/** Share of the video (0 to 1) loaded per millisecond when it last loaded; 0 before its first suspension. */
	sharePerMs = 0;
	/** Start of the current suspension, on the clock of the readings; null while it loads. */
	suspendedAtMs: number | null = null;
	/** Whether loading was suspended since its share last grew. */
	wasSuspended = false;
	/** Whether loading has been suspended for {@link MAX_SUSPENSION_MS}. */
	isSettled = false;
	#start: Reading;
	#first: Reading | null = null;
	#last: Reading | null = null;

	/** `startedAtMs`: a moment when nothing was loaded yet. */
	constructor(startedAtMs: number) {
		this.#start = { atMs: startedAtMs, share: 0 };
	}

	/** Reads the loaded share, 0 to 1, at a moment in milliseconds. Returns whether there is anything new to report. */
	read(share: number, isSuspended: boolean, atMs: number): boolean {
		const hasGrown = share > (this.#last?.share ?? 0);
		if (hasGrown) this.#grow({ atMs, share });
		if (!isSuspended || !this.#last) {
			if (this.suspendedAtMs !== null) {
				this.#start = { atMs, share };
				this.#first = hasGrown ? this.#last : null;
			}
			this.suspendedAtMs = null;
			this.isSettled = false;
			return hasGrown;
		}
		const isNewSuspension = hasGrown || this.suspendedAtMs === null;
		if (isNewSuspension) this.#suspend(atMs);
		const wasSettled = this.isSettled && !isNewSuspension;
		this.isSettled = atMs - (this.suspendedAtMs ?? atMs) >= MAX_SUSPENSION_MS;
		return isNewSuspension || (this.isSettled && !wasSettled);
	}

	#grow(reading: Reading): void {
		if (this.suspendedAtMs !== null) this.#first = null;
		this.wasSuspended = false;
		this.#first ??= reading;
		this.#last = reading;
	}

	/** The time to the first bytes is the server's, so the rate is measured from the first reading if there were later ones. */
	#suspend(atMs: number): void {
		const isRepeated = this.suspendedAtMs !== null;
		this.suspendedAtMs = atMs;
		this.wasSuspended = true;
		// What a suspended video loaded between two readings took an unknown part of the time between them.
		if (isRepeated || !this.#first || !this.#last) return;
		const hasTwoReadings = this.#last.atMs - this.#first.atMs >= MIN_LOAD_MS;
		const from = hasTwoReadings ? this.#first : this.#start;
		const loadMs = Math.max(1, this.#last.atMs - from.atMs);
		this.sharePerMs = (this.#last.share - from.share) / loadMs;
	}
}
