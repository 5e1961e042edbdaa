import { addressKey } from '@/utils/measure/address-key';
import type { BufferedFilm } from '@/utils/measure/frame-report';
import type { MediaTotals, NowPlaying } from '@/utils/measure/media';
import { MediaClock } from './media-clock';
import type { MediaPlace, MediaSensor } from './media-sensor';
import { Spans } from './spans';

/** Events after which the clock of an element must be read: they begin, end or break a stretch of playback. */
const CLOCK_EVENTS = [
	'playing',
	'pause',
	'ended',
	'waiting',
	'seeking',
	'seeked',
	'emptied',
	'ratechange',
	'resize',
] as const;
const TICK_MS = 1_000;

/** Watches every media element of this document that ever plays or loads, with one timer while something plays. */
export class MediaWatch {
	readonly #clocks = new Map<HTMLMediaElement, MediaClock>();
	readonly #films = new Map<string, { spans: Spans; countedS: number; share: number; isChanged: boolean }>();
	readonly #sensor: Pick<MediaSensor, 'sinceMs'>;
	readonly #onChange: () => void;
	readonly #ending = new AbortController();
	#timer: ReturnType<typeof setInterval> | null = null;

	constructor(sensor: Pick<MediaSensor, 'sinceMs'>, onChange: () => void) {
		this.#sensor = sensor;
		this.#onChange = onChange;
		document.addEventListener('visibilitychange', this.#readAll, { signal: this.#ending.signal });
	}

	/** Watches the media of one more place, those that it holds already included. */
	watch(place: MediaPlace): void {
		const options = { capture: true, signal: this.#ending.signal };
		for (const event of CLOCK_EVENTS) place.addEventListener(event, this.#onClockEvent, options);
		place.addEventListener('progress', this.#onProgress, options);
		if (place instanceof HTMLMediaElement) this.#read(place);
		else for (const element of place.querySelectorAll<HTMLMediaElement>('video, audio')) this.#read(element);
	}

	/** Whether some element plays at this moment. */
	isPlaying(): boolean {
		return [...this.#clocks.values()].some((clock) => clock.isPlaying);
	}

	/** Totals of all elements so far, those that left the page included. */
	totals(): MediaTotals {
		this.#readAll();
		const totals = { videoMs: 0, audioMs: 0, hiddenMs: 0, oversizedMs: 0 };
		const videoMsByHeight: Record<string, number> = {};
		for (const clock of this.#clocks.values()) {
			totals.videoMs += clock.videoMs;
			totals.audioMs += clock.audioMs;
			totals.hiddenMs += clock.hiddenMs;
			totals.oversizedMs += clock.oversizedMs;
			for (const [height, ms] of clock.videoMsByHeight) {
				videoMsByHeight[height] = (videoMsByHeight[height] ?? 0) + ms;
			}
		}
		const rounded = Object.entries(videoMsByHeight).map(([height, ms]) => [height, Math.round(ms)] as const);
		return {
			videoMs: Math.round(totals.videoMs),
			audioMs: Math.round(totals.audioMs),
			hiddenMs: Math.round(totals.hiddenMs),
			oversizedMs: Math.round(totals.oversizedMs),
			videoMsByHeight: Object.fromEntries(rounded),
		};
	}

	/** The playing film that covers most of the screen, null when none plays. */
	nowPlaying(): NowPlaying | null {
		const playing = [...this.#clocks.values()].map((clock) => clock.nowPlaying()).filter((film) => film !== null);
		return playing.sort((a, b) => b.shownWidthPx * b.shownHeightPx - a.shownWidthPx * a.shownHeightPx)[0] ?? null;
	}

	/** Films loaded from an address (not through MediaSource) whose buffered share grew since the last take. */
	takeFilms(): BufferedFilm[] {
		const grown = [...this.#films].filter(([, film]) => film.isChanged);
		return grown.map(([key, film]) => {
			film.isChanged = false;
			return { key, share: film.share };
		});
	}

	/** Reports that did not arrive are said again. */
	putBack(films: readonly BufferedFilm[]): void {
		for (const { key } of films) {
			const film = this.#films.get(key);
			if (film) film.isChanged = true;
		}
	}

	/** Starts from nothing for another visit of the same document; what plays goes on playing. */
	reset(): void {
		this.#readAll();
		for (const [element, clock] of this.#clocks) {
			if (element.isConnected) clock.reset();
			else this.#clocks.delete(element);
		}
		// What was buffered so far was the earlier visit's.
		for (const film of this.#films.values()) {
			film.countedS = film.spans.total();
			film.share = 0;
			film.isChanged = false;
		}
	}

	stop(): void {
		this.#ending.abort();
		if (this.#timer !== null) clearInterval(this.#timer);
	}

	readonly #readAll = () => {
		for (const clock of this.#clocks.values()) clock.read();
	};

	readonly #onClockEvent = (event: Event) => {
		if (!(event.target instanceof HTMLMediaElement)) return;
		const wasSeeking = event.type === 'seeking' || event.type === 'emptied';
		this.#read(event.target, wasSeeking);
		this.#onChange();
	};

	readonly #onProgress = (event: Event) => {
		if (event.target instanceof HTMLMediaElement) this.#readBuffer(event.target);
	};

	#read(element: HTMLMediaElement, isJump = false): void {
		let clock = this.#clocks.get(element);
		if (!clock) {
			clock = new MediaClock(element, this.#sensor.sinceMs);
			this.#clocks.set(element, clock);
		}
		clock.read(isJump);
		this.#readBuffer(element);
		this.#keepTime();
	}

	/** Runs the one timer while something plays, and only then. */
	#keepTime(): void {
		if (this.isPlaying()) {
			this.#timer ??= setInterval(() => {
				for (const [element, clock] of this.#clocks) {
					clock.read();
					if (clock.isPlaying) this.#readBuffer(element);
				}
				this.#onChange();
				this.#keepTime();
			}, TICK_MS);
		} else if (this.#timer !== null) {
			clearInterval(this.#timer);
			this.#timer = null;
		}
	}

	#readBuffer(element: HTMLMediaElement): void {
		const { currentSrc, duration, buffered } = element;
		if (!currentSrc.startsWith('http') || !(duration > 0) || duration === Number.POSITIVE_INFINITY) return;
		const key = addressKey(currentSrc);
		let film = this.#films.get(key);
		if (!film) {
			film = { spans: new Spans(), countedS: 0, share: 0, isChanged: false };
			this.#films.set(key, film);
		}
		for (let index = 0; index < buffered.length; index++) film.spans.add(buffered.start(index), buffered.end(index));
		const share = Math.min(1, (film.spans.total() - film.countedS) / duration);
		if (share > film.share) {
			film.share = share;
			film.isChanged = true;
			this.#onChange();
		}
	}
}
