import type { Player } from './player';
import { isVideo } from './shown';

/** Seconds that a video loads before anybody plays it: its first moment. */
const WAITING_AHEAD_S = 1;
/**
 * Seconds ahead from which it loads another piece while it plays: a piece and a half of the common length. Players take half a
 * minute to ten minutes, which are lost where a learner leaves.
 */
const PLAYING_AHEAD_S = 6;
/** With less than this the line does not keep up, and the video may load as far as it likes from then on. */
const SAFE_AHEAD_S = 3;
/** A video has this long to load again after it begins, or jumps. */
const GRACE_MS = 3_000;

/** Keeps videos from loading more than their first moment before they are played, and much more than is watched after. */
export class Preload {
	readonly #before = new Map<HTMLVideoElement, string>();
	/** Players that were met, each with how to let go of it; null for one that loads as it likes. */
	readonly #players = new Map<Player, (() => void) | null>();
	/** When each video began or last jumped, on the clock of `performance`. */
	readonly #begunAtMs = new WeakMap<EventTarget, number>();
	#listening: AbortController | null = null;

	start(): void {
		if (this.#listening) return;
		this.#listening = new AbortController();
		const options = { capture: true, signal: this.#listening.signal };
		document.addEventListener('play', this.#onPlay, options);
		document.addEventListener('seeking', this.#onSeeking, options);
		document.addEventListener('timeupdate', this.#onTime, options);
		for (const video of document.querySelectorAll('video')) this.meet(video);
	}

	stop(): void {
		this.#listening?.abort();
		this.#listening = null;
		for (const [video, preload] of this.#before) video.setAttribute('preload', preload);
		this.#before.clear();
		for (const letGo of this.#players.values()) letGo?.();
		this.#players.clear();
	}

	/**
	 * A video that has just come into the page. Its length and first picture still load: pages wait for them. video.js is left
	 * alone: it chooses the quality for good from what it knows when it first loads.
	 */
	meet(video: HTMLVideoElement): void {
		const preload = video.getAttribute('preload');
		if (!this.#listening || preload === null || !/^(?:auto)?$/i.test(preload) || !video.paused) return;
		if (video.closest('.video-js')) return;
		this.#before.set(video, preload);
		video.setAttribute('preload', 'metadata');
	}

	/** A player that was just met. */
	meetPlayer(player: Player): void {
		if (!this.#listening || this.#players.has(player)) return;
		const video = player.video();
		const isWaiting = !video || (video.paused && video.currentTime === 0);
		this.#players.set(player, player.holdAhead(isWaiting ? WAITING_AHEAD_S : PLAYING_AHEAD_S));
	}

	/** Those that play an element, or none yet. */
	#held(target: EventTarget | null): Player[] {
		const held = [...this.#players].filter(([, letGo]) => letGo !== null).map(([player]) => player);
		return held.filter((player) => [null, target].includes(player.video()));
	}

	#hold(player: Player, aheadS: number | null): void {
		this.#players.get(player)?.();
		this.#players.set(player, aheadS === null ? null : player.holdAhead(aheadS));
	}

	readonly #onPlay = ({ target }: Event) => {
		if (!isVideo(target)) return;
		this.#begunAtMs.set(target, performance.now());
		for (const player of this.#held(target)) this.#hold(player, PLAYING_AHEAD_S);
	};

	readonly #onSeeking = ({ target }: Event) => {
		if (target) this.#begunAtMs.set(target, performance.now());
	};

	readonly #onTime = ({ target }: Event) => {
		if (!isVideo(target) || performance.now() - (this.#begunAtMs.get(target) ?? 0) < GRACE_MS) return;
		if (secondsAhead(target) >= SAFE_AHEAD_S) return;
		for (const player of this.#held(target)) this.#hold(player, null);
	};
}

/** Seconds that a video has loaded beyond where it plays; endless where that is its end. */
function secondsAhead({ buffered, currentTime, duration }: HTMLVideoElement): number {
	for (let index = 0; index < buffered.length; index++) {
		const endS = buffered.end(index);
		if (buffered.start(index) <= currentTime && endS >= currentTime)
			return duration - endS < SAFE_AHEAD_S ? Number.POSITIVE_INFINITY : endS - currentTime;
	}
	return 0;
}
