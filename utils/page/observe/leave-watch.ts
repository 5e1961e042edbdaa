/**
 * Watches whether the page is left, hidden or restored. Firefox may abort the handler of `pagehide`: the `visibilitychange` that follows
 * then calls `onLeave`.
 */
export class LeaveWatch {
	/** Set at `pagehide`; `isFrozen` when the page enters the back/forward cache. */
	leaving: { readonly isFrozen: boolean } | null = null;
	readonly #onLeave: () => void;
	readonly #onRestored: () => void;

	/** `onLeave`: the page may be unloading. `onRestored`: it came back from the back/forward cache. */
	constructor(onLeave: () => void, onRestored: () => void) {
		this.#onLeave = onLeave;
		this.#onRestored = onRestored;
	}

	/** Call it again regularly: see `MediaSensor.listen`. */
	listen(): void {
		addEventListener('pagehide', this.#onEvent);
		addEventListener('pageshow', this.#onPageShow);
		document.addEventListener('visibilitychange', this.#onEvent);
	}

	readonly #onEvent = (event: Event) => {
		if (event.type === 'pagehide') this.leaving = { isFrozen: (event as PageTransitionEvent).persisted };
		this.#onLeave();
	};

	readonly #onPageShow = (event: PageTransitionEvent) => {
		if (!event.persisted) return;
		this.leaving = null;
		this.#onRestored();
	};

	stop(): void {
		removeEventListener('pagehide', this.#onEvent);
		removeEventListener('pageshow', this.#onPageShow);
		document.removeEventListener('visibilitychange', this.#onEvent);
	}
}
