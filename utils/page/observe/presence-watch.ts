import type { FrameTime } from '@/utils/page/media/frame-time';

/** A page that is attended reads the clock at this interval. */
const TICK_MS = 1_000;
/** After a longer time without a reading the browser was asleep since the last one, or the page did not react. */
const MAX_GAP_MS = 5_000;

/**
 * Adds the time during which the page is attended (visible and focused, or with the popup open over it) to the frame's time.
 * The clocks of a page may go on while the computer sleeps, and no event shows it: so the time is read each second, and a long
 * gap counts as one such second. Nothing runs while the page is not attended.
 */
export class PresenceWatch {
	readonly #time: FrameTime;
	readonly #isWatched: () => boolean;
	readonly #listening = new AbortController();
	#readAtMs = performance.now();
	#isAttended = false;
	#timer: ReturnType<typeof setInterval> | undefined;

	/** `isWatched`: whether the popup is open over the page. */
	constructor(time: FrameTime, isWatched: () => boolean) {
		this.#time = time;
		this.#isWatched = isWatched;
		const [update, options] = [() => this.read(), { signal: this.#listening.signal }];
		for (const event of ['focus', 'blur', 'pageshow']) addEventListener(event, update, options);
		document.addEventListener('visibilitychange', update, options);
		this.read();
	}

	isAttended(): boolean {
		return (document.visibilityState === 'visible' && document.hasFocus()) || this.#isWatched();
	}

	/** Adds the time since the last reading. */
	read(): void {
		const now = performance.now();
		const gapMs = now - this.#readAtMs;
		if (this.#isAttended) this.#time.add('active', this.#readAtMs, gapMs > MAX_GAP_MS ? TICK_MS : gapMs);
		this.#readAtMs = now;
		this.#isAttended = this.isAttended();
		if (!this.#isAttended) this.#stopTicking();
		else this.#timer ??= setInterval(() => this.read(), TICK_MS);
	}

	#stopTicking(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}

	stop(): void {
		this.#listening.abort();
		this.#stopTicking();
	}
}
