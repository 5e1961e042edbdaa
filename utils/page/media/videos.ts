import { addressKey } from '@/utils/core/measure/address-key';
import type { BufferedVideo } from '@/utils/core/measure/frame-report';
import type { MediaTotals } from '@/utils/core/visit/media';
import { isFed } from './player';
import { Video } from './video';

/** The first codec of a MIME type, without its profile: `video/mp4; codecs="avc1.64001e"`. */
const CODEC = /codecs="?\s*([a-z\d]{1,8})/i;

function sumMs(videos: readonly Video[], secondsOf: (video: Video) => number): number {
	return videos.reduce((sum, video) => sum + secondsOf(video) * 1_000, 0);
}

/** All videos and sounds that the frame's elements have loaded, those of elements that have gone included. */
export class Videos {
	/** By the key of their address; those without one by a count after a colon. */
	readonly #videos = new Map<string, Video>();
	#loadCount = 0;
	#lastFed: Video | null = null;

	/** What an element has just loaded; the same address is the same video, though another element plays it. */
	of(element: HTMLMediaElement): Video {
		const { currentSrc } = element;
		const key = currentSrc.startsWith('http') ? addressKey(currentSrc) : `:${this.#loadCount++}`;
		const video = this.#videos.get(key) ?? new Video();
		this.#videos.set(key, video);
		if (isFed(element)) this.#lastFed = video;
		return video;
	}

	/** Takes in the MIME type of what a video is fed with: the one that was loaded last. */
	hear(type: string): void {
		const codec = CODEC.exec(type)?.[1];
		if (this.#lastFed && codec) this.#lastFed.codec = codec;
	}

	/** Videos with an address of which there is something new to tell since the last take. */
	take(): BufferedVideo[] {
		const changed = [...this.#videos].filter(([key, video]) => video.isChanged && !key.startsWith(':'));
		return changed.map(([key, video]) => {
			video.isChanged = false;
			return {
				key,
				share: video.share,
				grownAtMs: video.grownAtMs,
				isPlayed: video.isPlayed,
				restedAtMs: video.restedAtMs,
				inspectedAtMs: video.inspectedAtMs,
				sharePerMs: video.sharePerMs,
				hasJumped: video.hasJumped,
			};
		});
	}

	/** Takes that did not arrive are told again. */
	putBack(taken: readonly BufferedVideo[]): void {
		for (const { key } of taken) {
			const video = this.#videos.get(key);
			if (video) video.isChanged = true;
		}
	}

	/** The part of the totals that is told by video rather than by stretch. */
	totals(): Partial<MediaTotals> {
		const loaded = [...this.#videos.values()].filter((video) => !video.isAd && (video.loadedS > 0 || video.isPlayed));
		const played = loaded.filter((video) => video.isPlayed);
		const known = played.filter(({ durationS }) => durationS !== null);
		return {
			distinctMs: sumMs(known, (video) => video.played.total()),
			durationMs: sumMs(known, (video) => video.durationS ?? 0),
			loadedCount: loaded.length,
			playedCount: played.length,
			bufferedMs: sumMs(loaded, (video) => video.loadedS),
			playedBufferedMs: sumMs(played, (video) => video.loadedS),
		};
	}

	/** Starts from nothing for another visit of the same document. */
	reset(): void {
		for (const video of this.#videos.values()) video.reset();
	}
}
