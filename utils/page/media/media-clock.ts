import type { NowPlaying } from '@/utils/core/schema/media';
import type { FrameActivity } from './frame-activity';
import type { MediaSums } from './media-sums';
import { Video } from './video';
import { inspect, type VideoState } from './video-state';
import { addVideo } from './video-sums';

/** Media may advance by this much more than the clock between two readings (delayed events) before it counts as a jump. */
const JUMP_TOLERANCE_S = 1;
/** Without input for this long, the learner may have left while a playlist goes on. */
const IDLE_MS = 600_000;
const BITS_PER_BYTE = 8;

/** Chrome only. */
interface DecodedCounts {
	readonly webkitVideoDecodedByteCount?: number;
	readonly webkitAudioDecodedByteCount?: number;
}

/** Adds what one media element really plays to the frame's sums, stretch by stretch, under the element's state. */
export class MediaClock {
	isPlaying = false;
	/** What it plays; replaced at each load. */
	video = new Video();
	readonly #element: HTMLMediaElement;
	readonly #frame: FrameActivity;
	#readAtMs = performance.now();
	#mediaTimeS: number;
	/** Playback rate since the last reading: `ratechange` is dispatched after the rate has changed. */
	#rate: number;
	/** Null while it does not play, since inspecting it is costly. */
	#state: VideoState | null = null;
	#decodedBytes = 0;

	constructor(element: HTMLMediaElement, frame: FrameActivity) {
		this.#element = element;
		this.#frame = frame;
		this.#mediaTimeS = element.currentTime;
		this.#rate = element.playbackRate;
		this.#inspect();
	}

	/** Adds what it had played before it was watched, as far as that can have happened since `sinceMs`. */
	catchUp(sums: MediaSums, sinceMs: number): void {
		const { played } = this.#element;
		let leftMs = Math.max(0, this.#readAtMs - sinceMs);
		for (let index = played.length - 1; index >= 0 && leftMs > 0; index--) {
			const endS = played.end(index);
			const ms = Math.min(leftMs, ((endS - played.start(index)) / (Math.abs(this.#rate) || 1)) * 1_000);
			this.#add(sums, sinceMs + leftMs - ms, ms, endS - (ms / 1_000) * this.#rate, endS);
			leftMs -= ms;
		}
	}

	/**
	 * Adds the stretch since the last reading: the advance of the element's own time. After a jump (seek, new source) that is
	 * meaningless, so an element that was playing is taken to have played for the time on the clock.
	 */
	read(sums: MediaSums, isJump = false): void {
		const now = performance.now();
		const clockMs = now - this.#readAtMs;
		const rate = Math.abs(this.#rate) || 1;
		const fromS = this.#mediaTimeS;
		const toS = this.#element.currentTime;
		const hasJumped = isJump || toS < fromS || toS - fromS > (clockMs / 1_000) * rate + JUMP_TOLERANCE_S;
		const jumpedFromS = fromS + (this.isPlaying ? (clockMs / 1_000) * rate : 0);
		if (!hasJumped) this.#add(sums, this.#readAtMs, Math.min(((toS - fromS) / rate) * 1_000, clockMs), fromS, toS);
		else {
			if (this.isPlaying) this.#add(sums, this.#readAtMs, clockMs, fromS, jumpedFromS);
			this.video.jumpFrom(jumpedFromS, this.#element.loop);
		}
		this.#readAtMs = now;
		this.#mediaTimeS = toS;
		this.#rate = this.#element.playbackRate;
		this.#inspect();
	}

	readBuffer(): void {
		this.video.readBuffer(this.#element);
	}

	/** Device pixels that its video covers; -1 for sound and ads, or while it does not play. */
	get shownPixels(): number {
		const state = this.#state;
		return state && state.heightPx > 0 && !state.isAd ? state.shown.widthPx * state.shown.heightPx : -1;
	}

	/** The video's current state; null for sound and ads, or while it does not play. */
	nowPlaying(): NowPlaying | null {
		const { video } = this;
		if (!this.#state) return null;
		const { shown, isHidden, isOffScreen, isMuted, isSelfStarted, hasCaptions, isAdaptive, player, heightPx } =
			this.#state;
		const element = this.#element;
		if (!(element instanceof HTMLVideoElement) || this.shownPixels < 0) return null;
		const ratio = (seconds: number) => (video.durationS === null ? null : seconds / video.durationS);
		return {
			decodedWidthPx: Math.max(element.videoWidth, element.videoHeight),
			decodedHeightPx: heightPx,
			shownWidthPx: Math.round(shown.widthPx),
			shownHeightPx: Math.round(shown.heightPx),
			isHidden,
			isOffScreen,
			oversizedMs: Math.round(video.oversizedMs),
			hiddenMs: Math.round(video.hiddenMs),
			offScreenMs: Math.round(video.offScreenMs),
			isMuted,
			playbackRate: element.playbackRate,
			isSelfStarted,
			isNext: isSelfStarted && video.isNext,
			idleMs: Math.round(this.#frame.idleMs()),
			player,
			hasCaptions,
			isAdaptive,
			codec: video.codec,
			bitsPerSecond: video.decodedS > 0 ? Math.round((video.decodedBytes * BITS_PER_BYTE) / video.decodedS) : null,
			durationMs: video.durationS === null ? null : Math.round(video.durationS * 1_000),
			watchedRatio: ratio(video.played.total()),
			replayedRatio: ratio(video.replayedS),
			skippedRatio: ratio(video.skippedS),
		};
	}

	#inspect(): void {
		this.isPlaying = this.#isAdvancing();
		const player = this.video.isPlayed ? (this.#state?.player ?? null) : null;
		this.#state = this.isPlaying ? inspect(this.#element, this.#frame, player) : null;
	}

	#isAdvancing(): boolean {
		const { paused, ended, seeking, readyState } = this.#element;
		return !paused && !ended && !seeking && readyState > HTMLMediaElement.HAVE_CURRENT_DATA;
	}

	/** Adds a stretch under the state at its start, since events are dispatched after the state has changed. */
	#add(sums: MediaSums, startMs: number, stretchMs: number, fromS: number, toS: number): void {
		if (stretchMs <= 0) return;
		const { video } = this;
		const { time } = this.#frame;
		// A video plays for a moment before its first event: inspect it now, rather than count it as sound.
		const state = this.#state?.heightPx ? this.#state : inspect(this.#element, this.#frame, null);
		if (state.isAd) {
			video.isAd = true;
			sums.add(stretchMs, 'adMs');
			return;
		}
		const { heightPx } = state;
		if (!state.isDecoration) time.add(state.isBehind ? 'hidden' : 'active', startMs, stretchMs);
		// Time that no larger video had: those that play together share it.
		const ms = time.add(heightPx === 0 ? 'audio' : 'video', startMs, stretchMs);
		const contentS = (toS - fromS) * (ms / stretchMs);
		const { replayedS, skippedS, seekCount } = video.play(fromS, toS);
		sums.add(contentS * 1_000, 'contentMs');
		sums.add(Math.min(replayedS, contentS) * 1_000, 'replayedMs');
		sums.add(skippedS * 1_000, 'skippedMs');
		sums.add(seekCount, 'seekCount');
		sums.add(Math.min(ms, Math.max(0, this.#frame.idleMs() - IDLE_MS)), 'idleMs');
		sums.add(ms, 'detailedMs', !this.#frame.startedByUser.has(this.#element) && 'selfStartedMs');
		sums.addPart('msByPlayer', state.player, ms);
		if (heightPx === 0) {
			sums.add(ms, 'audioMs');
			return;
		}
		this.#countDecoded(sums, toS - fromS);
		addVideo(sums, video, state, stretchMs, ms);
	}

	#countDecoded(sums: MediaSums, contentS: number): void {
		const { webkitVideoDecodedByteCount: video, webkitAudioDecodedByteCount: audio = 0 } = this
			.#element as DecodedCounts;
		if (video === undefined) return;
		// Chrome restarts the counts at each load.
		const bytes = Math.max(0, video + audio - this.#decodedBytes);
		this.#decodedBytes = video + audio;
		this.video.decodedBytes += bytes;
		this.video.decodedS += contentS;
		sums.add(bytes, 'decodedBytes');
		sums.add(contentS * 1_000, 'decodedContentMs');
	}
}
