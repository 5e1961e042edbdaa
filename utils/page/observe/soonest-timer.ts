/** A timer that keeps the soonest of the moments it is set to. */
export class SoonestTimer {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#endsAtMs = Number.POSITIVE_INFINITY;
	readonly #run: () => void;

	constructor(run: () => void) {
		this.#run = run;
	}

	/** Runs within a delay, unless it is due sooner already. */
	set(delayMs: number): void {
		const endsAtMs = performance.now() + delayMs;
		if (this.#endsAtMs <= endsAtMs) return;
		clearTimeout(this.#timer);
		this.#endsAtMs = endsAtMs;
		this.#timer = setTimeout(() => {
			this.#endsAtMs = Number.POSITIVE_INFINITY;
			this.#run();
		}, delayMs);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}
}
