import { rgesn } from '@/utils/core/tips/references';
import { type Rule, saving } from '@/utils/core/tips/rule';
import { linesOf, videoBytes } from '@/utils/core/tips/video';

/** Below this, the learner watches and jumps over a little. */
const MIN_SKIPPED_RATIO = 0.3;

/** A video that is skimmed though it has captions: a text is searched faster, and weighs next to nothing. */
export const skimmedVideo = {
	id: 'skimmed-video',
	references: [rgesn('4.7')],
	judge({ visit }) {
		const video = visit.nowPlaying;
		if (!video?.hasCaptions || video.durationMs === null || video.skippedRatio === null) return null;
		if (video.skippedRatio <= MIN_SKIPPED_RATIO) return null;
		const stakeBytes = videoBytes(visit, linesOf(video), video.durationMs);
		const params = { skippedRatio: video.skippedRatio };
		return saving(stakeBytes, 'video', params);
	},
} as const satisfies Rule<'skippedRatio'>;
