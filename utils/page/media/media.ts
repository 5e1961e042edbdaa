import type { BufferedVideo } from '@/utils/core/measure/frame-report';
import type { MediaTotals } from '@/utils/core/visit/media';
import type { NowPlaying } from '@/utils/core/visit/now-playing';
import { FrameMoment } from './frame-moment';
import { MediaClock } from './media-clock';
import type { MediaRoot } from './media-root';
import { MediaSums } from './media-sums';
import { Video } from './video';
import { Videos } from './videos';

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
];
/** Events after which more of an element is loaded, or no more comes. */
const LOAD_EVENTS = ['progress', 'suspend'];

/** What the sensor knew before the media script came. */
interface MediaBeginnings {
	/** Since when media play for the present visit, on the clock of `performance`. */
	readonly sinceMs: number;
	/** Elements that play because someone touched the page just before. */
	readonly startedByHand: WeakSet<EventTarget>;
}

/**
 * Watches every media element of this document that ever plays or loads, by its events and whenever totals are asked for: it
 * has no timer of its own. Figures are added up as they come, so that an element that has gone leaves nothing behind but numbers.
 */
export class MediaWatch {
	readonly #clocks = new WeakMap<HTMLMediaElement, MediaClock>();
	readonly #playing = new Set<MediaClock>();
	readonly #videos = new Videos();
	readonly #sensor: MediaBeginnings;
	readonly #onChange: () => void;
	readonly #ending = new AbortController();
	readonly #moment: FrameMoment;
	#sums = new MediaSums();
	#hasEnded = false;

	constructor(sensor: MediaBeginnings, onChange: () => void) {
		this.#sensor = sensor;
		this.#onChange = onChange;
		this.#moment = new FrameMoment(sensor.startedByHand, this.#readAll, this.#ending.signal);
	}

	/** Watches the media of one more place, those that it holds already included; of a known place, those that are new. */
	watch(place: MediaRoot): void {
		const options = { capture: true, signal: this.#ending.signal };
		for (const event of CLOCK_EVENTS) place.addEventListener(event, this.#onEvent, options);
		for (const event of LOAD_EVENTS) place.addEventListener(event, this.#onProgress, options);
		const found =
			place instanceof HTMLMediaElement ? [place] : place.querySelectorAll<HTMLMediaElement>('video, audio');
		for (const element of found) if (!this.#clocks.has(element)) this.#read(element);
	}

	/** The page's world tells the MIME type of what a video is fed with: the one that was loaded last. */
	hearFeed(type: string): void {
		this.#videos.hear(type);
	}

	/** Whether some element plays at this moment. */
	isPlaying(): boolean {
		return this.#playing.size > 0;
	}

	/**
	 * Totals of all elements so far, those that left the page included. To be asked for every few seconds while something plays:
	 * transforms, ads and captions change without an event, and a change is noticed then.
	 */
	totals(): MediaTotals {
		this.#readAll();
		for (const clock of this.#playing) clock.readBuffer();
		return this.#sums.totals(this.#videos.totals());
	}

	/** The playing video that covers most of the screen, as the totals last saw it; null when none plays. */
	nowPlaying(): NowPlaying | null {
		let largest: MediaClock | undefined;
		for (const clock of this.#playing) if (clock.shownPixels > (largest?.shownPixels ?? -1)) largest = clock;
		return largest?.nowPlaying() ?? null;
	}

	/** Videos loaded from an address (not through MediaSource) whose buffered share grew, or that began to play, since the last take. */
	takeVideos(): BufferedVideo[] {
		// What loads without playing tells of itself only now and then, until it has rested.
		for (const element of document.querySelectorAll<HTMLMediaElement>('video, audio')) {
			const clock = this.#clocks.get(element);
			if (!clock) this.#read(element);
			else if (!clock.video.isSettled) clock.readBuffer();
		}
		return this.#videos.take();
	}

	/** Reports that did not arrive are said again. */
	putBack(videos: readonly BufferedVideo[]): void {
		this.#videos.putBack(videos);
	}

	/** Starts from nothing for another visit of the same document; what plays goes on playing. */
	reset(): void {
		this.#readAll();
		this.#sums = new MediaSums();
		this.#videos.reset();
	}

	stop(): void {
		this.#ending.abort();
		this.#moment.stop();
	}

	readonly #onProgress = ({ target }: Event) => {
		if (!(target instanceof HTMLMediaElement)) return;
		const clock = this.#clocks.get(target);
		if (clock) clock.readBuffer();
		else this.#read(target);
		this.#onChange();
	};

	readonly #readAll = () => {
		for (const clock of this.#playing) this.#readClock(clock);
	};

	readonly #onEvent = ({ type, target }: Event) => {
		if (!(target instanceof HTMLMediaElement)) return;
		this.#read(target, type);
		if (type === 'ended') this.#hasEnded = true;
		if (type === 'emptied') this.#sensor.startedByHand.delete(target);
		this.#onChange();
	};

	/** Reads an element's clock after an event. The picture and sound of a call come by no video: connections tell of them. */
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
		if (isNew || event === 'loadstart') clock.video = this.#videos.of(element);
		else if (event === 'emptied') clock.video = new Video();
		if (isNew) clock.catchUp(this.#sums, this.#sensor.sinceMs);
		clock.readBuffer();
	}

	#readClock(clock: MediaClock, isJump = false): void {
		const wasPlayed = clock.video.isPlayed;
		clock.read(this.#sums, isJump);
		if (clock.video.isPlayed && !wasPlayed) {
			clock.video.isChanged = true;
			clock.video.isNext = this.#hasEnded;
			this.#hasEnded = false;
		}
		if (clock.isPlaying) this.#playing.add(clock);
		else this.#playing.delete(clock);
	}
}
