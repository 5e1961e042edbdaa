import { rgesn } from '@/utils/core/tips/references';
import { type Rule, saving } from '@/utils/core/tips/rule';
import { linesOf, videoBytes } from '@/utils/core/tips/video';

/** Nobody has touched anything for so long: the learner may be gone. */
const MIN_IDLE_MS = 600_000;

/** A video that began by itself after another one, with nobody about: all of it may be for nothing. */
export const runawayPlaylist = {
	id: 'runaway-playlist',
	references: [rgesn('4.1')],
	judge({ visit }) {
		const video = visit.nowPlaying;
		if (!video?.isNext || video.idleMs < MIN_IDLE_MS || video.durationMs === null) return null;
		const stakeBytes = videoBytes(visit, linesOf(video), video.durationMs);
		return saving(stakeBytes, 'video', { idleMs: video.idleMs });
	},
} as const satisfies Rule<'idleMs'>;
