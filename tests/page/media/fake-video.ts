import { vi } from 'vitest';

const STEP_MS = 50;
const ENOUGH_DATA = 4;
const CURRENT_DATA = 2;

/** happy-dom lacks this constant. */
Object.defineProperty(HTMLMediaElement, 'HAVE_CURRENT_DATA', { value: CURRENT_DATA, configurable: true });

/** happy-dom lacks IntersectionObserver: tests drive this one by `showInView`. */
let inView: (entries: readonly { target: Element; isIntersecting: boolean }[]) => void = () => {};
vi.stubGlobal(
	'IntersectionObserver',
	class {
		constructor(callback: typeof inView) {
			inView = callback;
		}
		observe(): void {}
		disconnect(): void {}
	},
);
vi.stubGlobal('MediaStream', class {});

/** Moves an element into the viewport or out of it. */
export function showInView(target: Element, isIntersecting: boolean): void {
	inView([{ target, isIntersecting }]);
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** A media element whose playback the test drives, with the events of a browser. */
export class FakeVideo {
	readonly element: HTMLMediaElement;
	paused = true;
	ended = false;
	seeking = false;
	readyState = ENOUGH_DATA;
	/** `HTMLMediaElement.NETWORK_LOADING`. */
	networkState = 2;
	currentTime = 0;
	playbackRate = 1;
	loop = false;
	duration = 600;
	currentSrc = '';
	/** Buffered ranges in seconds. */
	parts: (readonly [start: number, end: number])[] = [];
	/** Ranges played before the watch began, in seconds. */
	playedParts: (readonly [start: number, end: number])[] = [];
	decoded: Size = { width: 854, height: 480 };
	shown: Size = { width: 854, height: 480 };

	constructor(tag: 'video' | 'audio' = 'video') {
		this.element = document.createElement(tag);
		for (const name of [
			'paused',
			'ended',
			'seeking',
			'readyState',
			'networkState',
			'currentTime',
			'playbackRate',
			'duration',
			'currentSrc',
		] as const) {
			this.#define(name, () => this[name]);
		}
		this.#define('played', () => ranges(this.playedParts));
		this.#define('videoWidth', () => this.decoded.width);
		this.#define('videoHeight', () => this.decoded.height);
		this.#define('buffered', () => ranges(this.parts));
		for (const name of ['offsetWidth', 'clientWidth']) this.#define(name, () => this.shown.width);
		for (const name of ['offsetHeight', 'clientHeight']) this.#define(name, () => this.shown.height);
		this.element.getBoundingClientRect = () => this.shown as DOMRect;
		document.body.append(this.element);
	}

	/** Dispatches an event that does not bubble, as media events. */
	send(type: string): void {
		this.element.dispatchEvent(new Event(type));
	}

	play(): void {
		this.paused = false;
		this.ended = false;
		this.send('playing');
	}

	pause(): void {
		this.paused = true;
		this.send('pause');
	}

	setRate(rate: number): void {
		this.playbackRate = rate;
		this.send('ratechange');
	}

	/** Changes the resolution, as when a player changes quality. */
	decode(width: number, height: number): void {
		this.decoded = { width, height };
		this.send('resize');
	}

	seek(toS: number, tookMs = 0): void {
		this.seeking = true;
		this.currentTime = toS;
		this.send('seeking');
		vi.advanceTimersByTime(tookMs);
		this.seeking = false;
		this.send('seeked');
	}

	/** Runs out of data for a while. */
	stall(ms: number): void {
		this.readyState = CURRENT_DATA;
		this.send('waiting');
		vi.advanceTimersByTime(ms);
		this.readyState = ENOUGH_DATA;
		this.send('playing');
	}

	/** Advances the clock; the video advances while it plays, and loops or ends. */
	run(ms: number): void {
		for (let passed = 0; passed < ms; passed += STEP_MS) {
			const isAdvancing = !this.paused && !this.ended && !this.seeking && this.readyState === ENOUGH_DATA;
			if (isAdvancing) this.currentTime += (STEP_MS / 1_000) * this.playbackRate;
			vi.advanceTimersByTime(STEP_MS);
			if (isAdvancing && this.currentTime >= this.duration - 1e-9) this.#finish();
		}
	}

	/** Removes the element from the page: it pauses, and its event reaches no listener of the document. */
	remove(): void {
		this.element.remove();
		this.pause();
	}

	#finish(): void {
		if (this.loop) this.seek(0);
		else {
			this.currentTime = this.duration;
			this.ended = true;
			this.send('ended');
		}
	}

	#define(name: string, get: () => unknown): void {
		Object.defineProperty(this.element, name, { get, configurable: true });
	}
}

function ranges(parts: (readonly [start: number, end: number])[]) {
	return {
		length: parts.length,
		start: (index: number) => parts[index]?.[0],
		end: (index: number) => parts[index]?.[1],
	};
}

/** Shows or hides the tab. */
export function showTab(visibility: 'visible' | 'hidden'): void {
	Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
	document.dispatchEvent(new Event('visibilitychange'));
}

/** A loaded video of 100 s with an address. */
export function videoOf(address = 'https://media.example/a.mp4'): FakeVideo {
	const video = new FakeVideo();
	video.currentSrc = address;
	video.duration = 100;
	video.send('loadstart');
	return video;
}
