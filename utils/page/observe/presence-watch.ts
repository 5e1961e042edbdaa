/**
 * Adds up the time during which the page is in use: visible and focused, or `isBusy`. Time is added at each event and each
 * reading, without a timer.
 */
export class PresenceWatch {
	#activeMs = 0;
	#readAtMs = performance.now();
	#isActive: boolean;
	readonly #isBusy: () => boolean;
	readonly #listening = new AbortController();

	/** `isBusy`: whether the page is in use even without focus, since media play or the popup is open over it. */
	constructor(isBusy: () => boolean) {
		this.#isBusy = isBusy;
		this.#isActive = this.isActive();
		const [update, options] = [() => this.read(), { signal: this.#listening.signal }];
		for (const event of ['focus', 'blur', 'pageshow']) addEventListener(event, update, options);
		document.addEventListener('visibilitychange', update, options);
	}

	isActive(): boolean {
		return (document.visibilityState === 'visible' && document.hasFocus()) || this.#isBusy();
	}

	/** Active time so far in whole milliseconds. */
	read(): number {
		const now = performance.now();
		if (this.#isActive) this.#activeMs += now - this.#readAtMs;
		this.#readAtMs = now;
		this.#isActive = this.isActive();
		return Math.round(this.#activeMs);
	}

	reset(): void {
		this.read();
		this.#activeMs = 0;
	}

	stop(): void {
		this.#listening.abort();
	}
}
