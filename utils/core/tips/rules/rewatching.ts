import { type Rule, rgesn, saving } from '@/utils/core/tips/rule';
import { linesOf, videoBytes } from '@/utils/core/tips/video';

/** Shares of the video that must have been watched, and watched again. */
const MIN_WATCHED_RATIO = 0.8;
const MIN_REPLAYED_RATIO = 0.8;

/** A video watched again: a downloaded file or a transcript would serve the next times. */
export const replayedMedia = {
	id: 'replayed-media',
	references: [rgesn('2.3')],
	judge({ visit }) {
		const video = visit.nowPlaying;
		if (!video || video.durationMs === null || video.replayedRatio === null) return null;
		if ((video.watchedRatio ?? 0) <= MIN_WATCHED_RATIO || video.replayedRatio < MIN_REPLAYED_RATIO) return null;
		const stakeBytes = videoBytes(visit, linesOf(video), video.durationMs) * video.replayedRatio;
		return saving(stakeBytes, 'so-far', {});
	},
} as const satisfies Rule<never>;

/** Up to this share, the learner watches the video and skips a little of it. */
const MIN_SKIPPED_RATIO = 0.3;

/** A captioned video of which much is skipped: a transcript is faster to search, and tiny. */
export const skimmedVideo = {
	id: 'skimmed-video',
	references: [rgesn('4.7')],
	judge({ visit }) {
		const video = visit.nowPlaying;
		if (!video?.hasCaptions || video.durationMs === null || video.skippedRatio === null) return null;
		if (video.skippedRatio <= MIN_SKIPPED_RATIO) return null;
		const stakeBytes = videoBytes(visit, linesOf(video), video.durationMs);
		return saving(stakeBytes, 'video', { skippedRatio: video.skippedRatio });
	},
} as const satisfies Rule<'skippedRatio'>;
