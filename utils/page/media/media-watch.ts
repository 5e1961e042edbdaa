import type { BufferedVideo } from '@/utils/core/schema/frame-report';
import type { NowPlaying } from '@/utils/core/schema/media';
import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { FrameActivity, type SensorState } from './frame-activity';
import { MediaClock } from './media-clock';
import { MediaSums } from './media-sums';
import { Video } from './video';
import { Videos } from './videos';

/** Events that begin, end or interrupt a stretch of playback, or change its state. */
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
/** Events after which more of an element is buffered, or loading has stopped. */
const LOAD_EVENTS = ['progress', 'suspend'];

/** An event target for media events, which leave neither their shadow root nor an element outside any document. */
export type MediaRoot = Document | ShadowRoot | HTMLMediaElement;

/**
 * Watches every media element of this document that ever plays or loads. It reads them at their events and when totals are
 * requested, without a timer. Only totals remain of removed elements.
 */
export class MediaWatch {
	readonly #clocks = new WeakMap<HTMLMediaElement, MediaClock>();
	readonly #playing = new Set<MediaClock>();
	readonly #videos: Videos;
	readonly #sensor: SensorState;
	readonly #onChange: () => void;
	readonly #listening = new AbortController();
	readonly #frame: FrameActivity;
	#sums = new MediaSums();
	#hasEnded = false;

	constructor(sensor: SensorState, onChange: () => void) {
		this.#sensor = sensor;
		this.#videos = new Videos(sensor.fileAddresses);
		this.#onChange = onChange;
		this.#frame = new FrameActivity(sensor, () => this.#readAll(), this.#listening.signal);
	}

	/** Watches the media under another root, including those already there; under a known root, the new ones. */
	watch(root: MediaRoot): void {
		const options = { capture: true, signal: this.#listening.signal };
		for (const event of CLOCK_EVENTS) root.addEventListener(event, this.#onEvent, options);
		for (const event of LOAD_EVENTS) root.addEventListener(event, this.#onProgress, options);
		const elements =
			root instanceof HTMLMediaElement ? [root] : root.querySelectorAll<HTMLMediaElement>('video, audio');
		for (const element of elements) if (!this.#clocks.has(element)) this.#read(element);
	}

	/** A player fills the video that was loaded last with this MIME type. */
	noteSourceType(type: string): void {
		this.#videos.noteSourceType(type);
	}

	isPlaying(): boolean {
		return this.#playing.size > 0;
	}

	/**
	 * Totals of all elements so far, including removed ones. Call it every few seconds while something plays: transforms, ads
	 * and captions change without an event, and are read here.
	 */
	totals(): MediaTotals {
		this.#readAll();
		for (const clock of this.#playing) clock.readBuffer();
		return this.#sums.totals(this.#videos.totals());
	}

	/** The playing video that covers most of the screen, as of the last totals; null when none plays. */
	nowPlaying(): NowPlaying | null {
		let largest: MediaClock | undefined;
		for (const clock of this.#playing) if (clock.shownPixels > (largest?.shownPixels ?? -1)) largest = clock;
		return largest?.nowPlaying() ?? null;
	}

	/** Videos with an http(s) address whose buffered share grew, or that began to play, since the last take. */
	takeVideos(): BufferedVideo[] {
		// A video that loads without playing dispatches few events: read it here until it has settled.
		for (const element of document.querySelectorAll<HTMLMediaElement>('video, audio')) {
			const clock = this.#clocks.get(element);
			if (!clock) this.#read(element);
			else if (!clock.video.isSettled) clock.readBuffer();
		}
		return this.#videos.take();
	}

	/** Marks videos as changed again, since their report did not arrive. */
	putBack(videos: readonly BufferedVideo[]): void {
		this.#videos.putBack(videos);
	}

	/** Starts at 0 for another visit of the same document; playing media go on. */
	reset(): void {
		this.#readAll();
		this.#sums = new MediaSums();
		this.#videos.reset();
	}

	stop(): void {
		this.#listening.abort();
		this.#frame.stop();
	}

	readonly #onProgress = ({ target }: Event) => {
		if (!(target instanceof HTMLMediaElement)) return;
		const clock = this.#clocks.get(target);
		if (clock) clock.readBuffer();
		else this.#read(target);
		this.#onChange();
	};

	/**
	 * Reads what plays, and `changed` with it. The largest first: videos that play together share the time, and it counts for the
	 * one that is watched most likely.
	 */
	#readAll(changed: MediaClock | null = null, isJump = false): void {
		const clocks = new Set(this.#playing);
		if (changed) clocks.add(changed);
		for (const clock of [...clocks].sort((a, b) => b.shownPixels - a.shownPixels)) {
			this.#readClock(clock, clock === changed && isJump);
		}
	}

	readonly #onEvent = ({ type, target }: Event) => {
		if (!(target instanceof HTMLMediaElement)) return;
		this.#read(target, type);
		if (type === 'ended') this.#hasEnded = true;
		if (type === 'emptied') this.#sensor.startedByUser.delete(target);
		this.#onChange();
	};

	/** Reads an element after an event. Calls (`MediaStream`) are counted by their peer connections instead. */
	#read(element: HTMLMediaElement, event = ''): void {
		if (element.srcObject instanceof MediaStream) return;
		let clock = this.#clocks.get(element);
		const isNew = !clock;
		if (!clock) {
			clock = new MediaClock(element, this.#frame);
			this.#clocks.set(element, clock);
			this.#frame.observe(element);
		}
		this.#readAll(clock, event === 'seeking' || event === 'emptied');
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
