import { rgesn } from '@/utils/core/tips/references';
import { type Rule, saving } from '@/utils/core/tips/rule';
import { linesOf, videoBytes } from '@/utils/core/tips/video';

/** Most of the video was seen, and seen again. */
const MIN_WATCHED_RATIO = 0.8;
const MIN_REPLAYED_RATIO = 0.8;

/** A video watched again: its file, or its text, would serve the next times. */
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
