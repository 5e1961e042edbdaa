/**
 * Adds up the time with this page in use: visible, and focused or watched from the popup or with media playing. Time is
 * taken at each change and each reading, without a timer.
 */
export class PresenceWatch {
	#activeMs = 0;
	#since = performance.now();
	#isActive: boolean;
	readonly #isBusy: () => boolean;
	readonly #update = () => this.read();
	static readonly #EVENTS = ['focus', 'blur', 'pageshow'] as const;

	/** `isBusy` says whether the page is in use though it has no focus: media playing, or the popup open over it. */
	constructor(isBusy: () => boolean) {
		this.#isBusy = isBusy;
		this.#isActive = this.isActive();
		for (const event of PresenceWatch.#EVENTS) addEventListener(event, this.#update);
		document.addEventListener('visibilitychange', this.#update);
	}

	/** Whether the page is in use at this moment. */
	isActive(): boolean {
		return document.visibilityState === 'visible' ? document.hasFocus() || this.#isBusy() : this.#isBusy();
	}

	/** Active time so far in whole milliseconds. */
	read(): number {
		const now = performance.now();
		if (this.#isActive) this.#activeMs += now - this.#since;
		this.#since = now;
		this.#isActive = this.isActive();
		return Math.round(this.#activeMs);
	}

	reset(): void {
		this.read();
		this.#activeMs = 0;
	}

	stop(): void {
		for (const event of PresenceWatch.#EVENTS) removeEventListener(event, this.#update);
		document.removeEventListener('visibilitychange', this.#update);
	}
}
