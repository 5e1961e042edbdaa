import { addressKey } from '@/utils/core/measure/address-key';
import type { BufferedVideo } from '@/utils/core/schema/frame-report';
import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { usesMediaSource } from './player';
import { Video } from './video';

/** The first codec of a MIME type, without its profile: `video/mp4; codecs="avc1.64001e"`. */
const CODEC = /codecs="?\s*([a-z\d]{1,8})/i;

function sumMs(videos: readonly Video[], secondsOf: (video: Video) => number): number {
	return videos.reduce((sum, video) => sum + secondsOf(video) * 1_000, 0);
}

/** All videos and sounds that the frame's elements have loaded, including removed elements. */
export class Videos {
	/** By the key of the address; media without an http(s) address by a colon and a number. */
	readonly #videos = new Map<string, Video>();
	#loadCount = 0;
	readonly #fileAddresses: ReadonlySet<string>;
	#lastWithMediaSource: Video | null = null;

	constructor(fileAddresses: ReadonlySet<string>) {
		this.#fileAddresses = fileAddresses;
	}

	/** The video that an element has just loaded. The same address is the same video, even in another element. */
	of(element: HTMLMediaElement): Video {
		const { currentSrc } = element;
		const key = currentSrc.startsWith('http') ? addressKey(currentSrc) : `:${this.#loadCount++}`;
		const video = this.#videos.get(key) ?? new Video();
		this.#videos.set(key, video);
		if (usesMediaSource(element, this.#fileAddresses)) this.#lastWithMediaSource = video;
		return video;
	}

	/** Sets the codec of the video that was last loaded through Media Source Extensions. */
	noteSourceType(type: string): void {
		const codec = CODEC.exec(type)?.[1];
		if (this.#lastWithMediaSource && codec) this.#lastWithMediaSource.codec = codec;
	}

	/** Videos with an http(s) address that changed since the last take. */
	take(): BufferedVideo[] {
		const changed = [...this.#videos].filter(([key, video]) => video.isChanged && !key.startsWith(':'));
		return changed.map(([key, video]) => {
			video.isChanged = false;
			const { share, lastLoadedAtMs, isPlayed, suspendedAtMs, inspectedAtMs, sharePerMs, hasJumped } = video;
			return { key, share, lastLoadedAtMs, isPlayed, suspendedAtMs, inspectedAtMs, sharePerMs, hasJumped };
		});
	}

	/** Marks videos as changed again, since their report did not arrive. */
	putBack(taken: readonly BufferedVideo[]): void {
		for (const { key } of taken) {
			const video = this.#videos.get(key);
			if (video) video.isChanged = true;
		}
	}

	/** The totals that are counted by video rather than by stretch. */
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

	/** Starts at 0 for another visit of the same document. */
	reset(): void {
		for (const video of this.#videos.values()) video.reset();
	}
}
