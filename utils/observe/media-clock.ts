import type { NowPlaying } from '@/utils/measure/media';

/** Decoded pixels are too many from twice the shown device pixels on: the eye gains nothing above (RGESN 5.3's reading). */
const OVERSIZED_RATIO = 2;
/** Media may run ahead of the clock by this much between two readings (event delays) before it counts as a jump. */
const JUMP_TOLERANCE_S = 1;

const SOUND_ONLY = { height: 0, isHidden: false, isOversized: false };

/** Clock time that one media element really played, by state. Milliseconds, not rounded. */
export class MediaClock {
	videoMs = 0;
	audioMs = 0;
	hiddenMs = 0;
	oversizedMs = 0;
	readonly videoMsByHeight = new Map<number, number>();
	isPlaying = false;
	readonly #element: HTMLMediaElement;
	#readAtMs = performance.now();
	#mediaTimeS: number;
	/** Playback rate since the last reading: `ratechange` comes when the new one holds already. */
	#rate: number;
	#state = SOUND_ONLY;

	/** What it has played already is booked too, but for what may have gone by before `sinceMs`. */
	constructor(element: HTMLMediaElement, sinceMs: number) {
		this.#element = element;
		this.#mediaTimeS = element.currentTime;
		this.#rate = element.playbackRate;
		this.isPlaying = this.#isAdvancing();
		this.#state = this.#look();
		const { played } = element;
		let playedS = 0;
		for (let index = 0; index < played.length; index++) playedS += played.end(index) - played.start(index);
		this.#book(Math.min((playedS / (Math.abs(this.#rate) || 1)) * 1_000, this.#readAtMs - sinceMs));
	}

	/**
	 * Books the stretch since the last reading. What the element's own time advanced is what played; after a jump (seek, new
	 * source) that says nothing, and the stretch up to it is taken from the clock where the element was playing.
	 */
	read(isJump = false): void {
		const now = performance.now();
		const clockMs = now - this.#readAtMs;
		const rate = Math.abs(this.#rate) || 1;
		const mediaTimeS = this.#element.currentTime;
		const advancedS = mediaTimeS - this.#mediaTimeS;
		const mostS = (clockMs / 1000) * rate + JUMP_TOLERANCE_S;
		const hasJumped = isJump || advancedS < 0 || advancedS > mostS;
		if (hasJumped) this.#book(this.isPlaying ? clockMs : 0);
		else this.#book(Math.min((advancedS / rate) * 1000, clockMs));
		this.#readAtMs = now;
		this.#mediaTimeS = mediaTimeS;
		this.#rate = this.#element.playbackRate;
		this.isPlaying = this.#isAdvancing();
		this.#state = this.#look();
	}

	/** The film's sizes at this moment; null for sound, or when it does not play. */
	nowPlaying(): NowPlaying | null {
		const element = this.#element;
		if (!this.isPlaying || !(element instanceof HTMLVideoElement) || element.videoHeight === 0) return null;
		const { width, height } = element.getBoundingClientRect();
		return {
			decodedWidthPx: element.videoWidth,
			decodedHeightPx: element.videoHeight,
			shownWidthPx: Math.round(width * devicePixelRatio),
			shownHeightPx: Math.round(height * devicePixelRatio),
			isHidden: this.#isHidden(),
			oversizedMs: Math.round(this.oversizedMs),
			hiddenMs: Math.round(this.hiddenMs),
		};
	}

	reset(): void {
		this.videoMs = this.audioMs = this.hiddenMs = this.oversizedMs = 0;
		this.videoMsByHeight.clear();
	}

	#isAdvancing(): boolean {
		const { paused, ended, seeking, readyState } = this.#element;
		return !paused && !ended && !seeking && readyState > HTMLMediaElement.HAVE_CURRENT_DATA;
	}

	#isHidden(): boolean {
		return document.visibilityState === 'hidden' && document.pictureInPictureElement !== this.#element;
	}

	/** How the film is shown from now until the next reading. */
	#look(): { height: number; isHidden: boolean; isOversized: boolean } {
		const element = this.#element;
		if (!(element instanceof HTMLVideoElement)) return SOUND_ONLY;
		const { width, height } = element.getBoundingClientRect();
		const shownPixels = width * height * devicePixelRatio ** 2;
		return {
			height: element.videoHeight,
			isHidden: this.#isHidden(),
			isOversized: shownPixels > 0 && element.videoWidth * element.videoHeight >= OVERSIZED_RATIO * shownPixels,
		};
	}

	/** Books a stretch under the state that was seen at its start: an event comes after the state has changed. */
	#book(ms: number): void {
		if (ms <= 0) return;
		// A film's first moments go by before an event says that it plays: it is no sound for that.
		const { height, isHidden, isOversized } = this.#state.height === 0 ? this.#look() : this.#state;
		if (height === 0) {
			this.audioMs += ms;
			return;
		}
		this.videoMs += ms;
		this.videoMsByHeight.set(height, (this.videoMsByHeight.get(height) ?? 0) + ms);
		if (isHidden) this.hiddenMs += ms;
		else if (isOversized) this.oversizedMs += ms;
	}
}
