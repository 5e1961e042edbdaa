import { addressOf, isCourseVideo } from '@/utils/page/sober/course-video';
import type { Player } from '@/utils/page/sober/player';
import { Tries } from '@/utils/page/sober/tries';

/** Seconds that a video loads before it is played. */
const WAITING_AHEAD_S = 1;
/**
 * A playing video with this much ahead loads no other segment: about one and a half common segments. Players load half a
 * minute to ten minutes ahead, which is wasted when the learner leaves.
 */
const PLAYING_AHEAD_S = 6;
/** With less than this ahead the bandwidth is too low, and the video may load without limit from then on. */
const SAFE_AHEAD_S = 3;
/** Time that a video has to load after it starts or seeks, before the limit is judged. */
const GRACE_MS = 3_000;

/** Keeps videos from loading more than their first second before they are played, and more than a few seconds ahead after. */
export class Preload {
	readonly #originalPreload = new Map<HTMLVideoElement, string>();
	readonly #tries = new Tries();
	/** Known players, each with the function that removes its limit; null for one that may load without limit. */
	readonly #players = new Map<Player, (() => void) | null>();
	/** When each video last started or seeked, on the clock of `performance`. */
	readonly #startedAtMs = new WeakMap<EventTarget, number>();
	#listening: AbortController | null = null;

	start(): void {
		if (this.#listening) return;
		this.#listening = new AbortController();
		const options = { capture: true, signal: this.#listening.signal };
		document.addEventListener('play', this.#onPlay, options);
		document.addEventListener('seeking', this.#onSeeking, options);
		document.addEventListener('timeupdate', this.#onTimeUpdate, options);
		for (const video of document.querySelectorAll('video')) this.addVideo(video);
	}

	stop(): void {
		this.#listening?.abort();
		this.#listening = null;
		for (const [video, preload] of this.#originalPreload) video.setAttribute('preload', preload);
		this.#originalPreload.clear();
		for (const removeLimit of this.#players.values()) removeLimit?.();
		this.#players.clear();
	}

	/**
	 * Reduces `preload` to `metadata`: pages wait for a video's length and first frame. Not for video.js, which chooses the
	 * quality once, from what it knows when it first loads.
	 */
	addVideo(video: HTMLVideoElement): void {
		const preload = video.getAttribute('preload');
		if (!this.#listening || preload === null || !/^(?:auto)?$/i.test(preload) || !video.paused) return;
		if (video.closest('.video-js') || !this.#tries.begin(video, addressOf(video))) return;
		this.#originalPreload.set(video, preload);
		video.setAttribute('preload', 'metadata');
	}

	addPlayer(player: Player): void {
		if (!this.#listening || this.#players.has(player)) return;
		const video = player.video();
		const isWaiting = !video || (video.paused && video.currentTime === 0);
		this.#players.set(player, player.limitAhead(isWaiting ? WAITING_AHEAD_S : PLAYING_AHEAD_S));
	}

	/** Limited players of an element, and those without an element yet. */
	#limitedPlayers(target: EventTarget | null): Player[] {
		const limited = [...this.#players].filter(([, removeLimit]) => removeLimit !== null).map(([player]) => player);
		return limited.filter((player) => [null, target].includes(player.video()));
	}

	#limit(player: Player, aheadS: number | null): void {
		this.#players.get(player)?.();
		this.#players.set(player, aheadS === null ? null : player.limitAhead(aheadS));
	}

	readonly #onPlay = ({ target }: Event) => {
		if (!isCourseVideo(target)) return;
		this.#startedAtMs.set(target, performance.now());
		for (const player of this.#limitedPlayers(target)) this.#limit(player, PLAYING_AHEAD_S);
	};

	readonly #onSeeking = ({ target }: Event) => {
		if (target) this.#startedAtMs.set(target, performance.now());
	};

	readonly #onTimeUpdate = ({ target }: Event) => {
		if (!isCourseVideo(target) || performance.now() - (this.#startedAtMs.get(target) ?? 0) < GRACE_MS) return;
		if (secondsAhead(target) >= SAFE_AHEAD_S) return;
		for (const player of this.#limitedPlayers(target)) this.#limit(player, null);
	};
}

/** Seconds that a video has buffered after its position; infinite if that reaches the end. */
function secondsAhead({ buffered, currentTime, duration }: HTMLVideoElement): number {
	for (let index = 0; index < buffered.length; index++) {
		const endS = buffered.end(index);
		if (buffered.start(index) <= currentTime && endS >= currentTime)
			return duration - endS < SAFE_AHEAD_S ? Number.POSITIVE_INFINITY : endS - currentTime;
	}
	return 0;
}
