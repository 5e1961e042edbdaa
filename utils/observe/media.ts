import { addressKey } from '@/utils/measure/address-key';
import type { BufferedFilm } from '@/utils/measure/frame-report';
import type { MediaTotals } from '@/utils/measure/media';
import type { NowPlaying } from '@/utils/measure/now-playing';
import { Film } from './film';
import { FrameMoment } from './frame-moment';
import { MediaClock } from './media-clock';
import type { MediaPlace, MediaSensor } from './media-sensor';
import { MediaSums } from './media-sums';
import { isFed } from './player';

/** Events after which the clock of an element must be read: they begin, end or break a stretch of playback, or change its state. */
const CLOCK_EVENTS = [
	'loadstart',
	'play',
	'playing',
	'pause',
	'ended',
	'waiting',
	'seeking',
	'seeked',
	'emptied',
	'ratechange',
	'volumechange',
	'resize',
	'enterpictureinpicture',
	'leavepictureinpicture',
	'progress',
	'suspend',
];
/** The first codec of a MIME type, without its profile: `video/mp4; codecs="avc1.64001e"`. */
const CODEC = /codecs="?\s*([a-z\d]{1,8})/i;
const TICK_MS = 1_000;

/**
 * Watches every media element of this document that ever plays or loads, with one timer while something plays. Figures
 * are added up as they come, so that an element that has gone leaves nothing behind but numbers.
 */
export class MediaWatch {
	readonly #clocks = new WeakMap<HTMLMediaElement, MediaClock>();
	readonly #playing = new Set<MediaClock>();
	readonly #films = new Map<string, Film>();
	readonly #sensor: Pick<MediaSensor, 'sinceMs' | 'startedByHand'>;
	readonly #onChange: () => void;
	readonly #ending = new AbortController();
	readonly #moment: FrameMoment;
	#sums = new MediaSums();
	#timer: ReturnType<typeof setInterval> | null = null;
	#loadCount = 0;
	#lastFed: Film | null = null;
	#hasEnded = false;

	constructor(sensor: Pick<MediaSensor, 'sinceMs' | 'startedByHand'>, onChange: () => void) {
		this.#sensor = sensor;
		this.#onChange = onChange;
		this.#moment = new FrameMoment(sensor.startedByHand, this.#readAll, this.#ending.signal);
	}

	/** Watches the media of one more place, those that it holds already included; of a known place, those that are new. */
	watch(place: MediaPlace): void {
		const options = { capture: true, signal: this.#ending.signal };
		for (const event of CLOCK_EVENTS) place.addEventListener(event, this.#onEvent, options);
		const found =
			place instanceof HTMLMediaElement ? [place] : place.querySelectorAll<HTMLMediaElement>('video, audio');
		for (const element of found) if (!this.#clocks.has(element)) this.#read(element);
	}

	/** The page's world tells the MIME type of what a film is fed with: the one that was loaded last. */
	hearFeed(type: string): void {
		const codec = CODEC.exec(type)?.[1];
		if (this.#lastFed && codec) this.#lastFed.codec = codec;
	}

	/** Whether some element plays at this moment. */
	isPlaying(): boolean {
		return this.#playing.size > 0;
	}

	/** Totals of all elements so far, those that left the page included. */
	totals(): MediaTotals {
		this.#readAll();
		const loaded = [...this.#films.values()].filter((film) => !film.isAd && (film.loadedS > 0 || film.isPlayed));
		const played = loaded.filter((film) => film.isPlayed);
		const known = played.filter(({ durationS }) => durationS !== null);
		const sumMs = (films: readonly Film[], secondsOf: (film: Film) => number) =>
			films.reduce((sum, film) => sum + secondsOf(film) * 1_000, 0);
		return this.#sums.totals({
			distinctMs: sumMs(known, (film) => film.played.total()),
			durationMs: sumMs(known, (film) => film.durationS ?? 0),
			loadedCount: loaded.length,
			playedCount: played.length,
			bufferedMs: sumMs(loaded, (film) => film.loadedS),
			playedBufferedMs: sumMs(played, (film) => film.loadedS),
		});
	}

	/** The playing film that covers most of the screen, null when none plays. */
	nowPlaying(): NowPlaying | null {
		const playing = [...this.#playing].map((clock) => clock.nowPlaying()).filter((film) => film !== null);
		return playing.sort((a, b) => b.shownWidthPx * b.shownHeightPx - a.shownWidthPx * a.shownHeightPx)[0] ?? null;
	}

	/** Films loaded from an address (not through MediaSource) whose buffered share grew, or that began to play, since the last take. */
	takeFilms(): BufferedFilm[] {
		// What loads without playing tells of itself only now and then.
		for (const element of document.querySelectorAll<HTMLMediaElement>('video, audio'))
			this.#clocks.get(element)?.readBuffer();
		const changed = [...this.#films].filter(([key, film]) => film.isChanged && !key.startsWith(':'));
		return changed.map(([key, film]) => {
			film.isChanged = false;
			return { key, share: film.share, isPlayed: film.isPlayed, pipedShare: film.pipedShare };
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
		this.#sums = new MediaSums();
		for (const film of this.#films.values()) film.reset();
	}

	stop(): void {
		this.#ending.abort();
		this.#moment.stop();
		if (this.#timer !== null) clearInterval(this.#timer);
	}

	readonly #readAll = () => {
		for (const clock of this.#playing) this.#readClock(clock);
	};

	readonly #onEvent = ({ type, target }: Event) => {
		if (!(target instanceof HTMLMediaElement)) return;
		if (type === 'ended') this.#hasEnded = true;
		this.#read(target, type);
		if (type === 'emptied') this.#sensor.startedByHand.delete(target);
		if (type !== 'progress' && type !== 'suspend') this.#onChange();
	};

	/** Reads an element's clock after an event. The picture and sound of a call come by no film: connections tell of them. */
	#read(element: HTMLMediaElement, event = ''): void {
		if (element.srcObject instanceof MediaStream) return;
		let clock = this.#clocks.get(element);
		const isNew = !clock;
		if (!clock) {
			clock = new MediaClock(element, this.#moment);
			this.#clocks.set(element, clock);
			this.#moment.follow(element);
		}
		this.#readClock(clock, event === 'seeking' || event === 'emptied');
		if (isNew || event === 'loadstart') clock.film = this.#filmOf(element);
		else if (event === 'emptied') clock.film = new Film();
		if (isNew) clock.catchUp(this.#sums, this.#sensor.sinceMs);
		if (clock.readBuffer()) this.#onChange();
		this.#keepTime();
	}

	#readClock(clock: MediaClock, isJump = false): void {
		const wasPlayed = clock.film.isPlayed;
		clock.read(this.#sums, isJump);
		if (clock.film.isPlayed && !wasPlayed) {
			clock.film.isChanged = true;
			clock.film.isNext = this.#hasEnded;
			this.#hasEnded = false;
		}
		if (clock.isPlaying) this.#playing.add(clock);
		else this.#playing.delete(clock);
	}

	/** What an element has just loaded; the same address is the same film, though another element plays it. */
	#filmOf(element: HTMLMediaElement): Film {
		const { currentSrc } = element;
		const key = currentSrc.startsWith('http') ? addressKey(currentSrc) : `:${this.#loadCount++}`;
		const film = this.#films.get(key) ?? new Film();
		this.#films.set(key, film);
		if (isFed(element)) this.#lastFed = film;
		return film;
	}

	/** Runs the one timer while something plays, and only then. */
	#keepTime(): void {
		if (this.isPlaying()) {
			this.#timer ??= setInterval(() => {
				this.#readAll();
				for (const clock of this.#playing) clock.readBuffer();
				this.#onChange();
				this.#keepTime();
			}, TICK_MS);
		} else if (this.#timer !== null) {
			clearInterval(this.#timer);
			this.#timer = null;
		}
	}
}
