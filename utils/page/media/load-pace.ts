/** A video that has rested for so long tells nothing new by being looked at. */
const LONGEST_REST_MS = 10_000;
/** Two looks closer together than this tell no pace: then all that came since the beginning does. */
const LEAST_LOAD_MS = 300;

interface Inspection {
	readonly atMs: number;
	readonly share: number;
}

/** How fast a video loads, and since when it rests because the browser has enough of it. */
export class LoadPace {
	/** Share of the video that came in a millisecond while it last loaded; 0 before it has rested. */
	sharePerMs = 0;
	/** Since when it rests, on the clock of the looks; null while it does not. */
	restedAtMs: number | null = null;
	/** Whether it has rested since its share last grew. */
	hasRested = false;
	/** Whether it has rested for the longest time that counts. */
	isSettled = false;
	#start: Inspection;
	#first: Inspection | null = null;
	#last: Inspection | null = null;

	/** `startedAtMs` is when nothing was loaded yet. */
	constructor(startedAtMs: number) {
		this.#start = { atMs: startedAtMs, share: 0 };
	}

	/** Takes a look at the loaded share, 0 to 1, at a moment in milliseconds; true when there is something new to tell. */
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
		const hasCome = hasGrown || this.restedAtMs === null;
		if (hasCome) this.#rest(atMs);
		const wasSettled = this.isSettled && !hasCome;
		this.isSettled = atMs - (this.restedAtMs ?? atMs) >= LONGEST_REST_MS;
		return hasCome || (this.isSettled && !wasSettled);
	}

	#grow(look: Inspection): void {
		if (this.restedAtMs !== null) this.#first = null;
		this.hasRested = false;
		this.#first ??= look;
		this.#last = look;
	}

	/** The time up to the first bytes is the server's: where more came later, the pace is told without it. */
	#rest(atMs: number): void {
		const { restedAtMs } = this;
		this.restedAtMs = atMs;
		this.hasRested = true;
		if (!this.#first || !this.#last) return;
		const hasTwo = this.#last.atMs - this.#first.atMs >= LEAST_LOAD_MS;
		const from = hasTwo ? this.#first : this.#start;
		const loadMs = Math.max(1, this.#last.atMs - from.atMs);
		// What came at the same look as it rested again is of a time that nobody saw.
		if (restedAtMs === null) this.sharePerMs = (this.#last.share - from.share) / loadMs;
	}
}
