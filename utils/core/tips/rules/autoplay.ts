import { rgesn } from '@/utils/core/tips/references';
import { type Rule, saving } from '@/utils/core/tips/rule';
import { videoBytes, visitLines } from '@/utils/core/tips/video';

/** A video stopped at once costs little. */
const MIN_SELF_STARTED_MS = 5_000;

/** Videos that no gesture had started. What goes on to the next by itself has its own tip. */
export const autoplay = {
	id: 'autoplay',
	references: [rgesn('4.1')],
	action: 'autoplay',
	judge({ visit }) {
		const video = visit.nowPlaying;
		const { selfStartedMs, videoMs } = visit.media;
		const lines = visitLines(visit);
		if (selfStartedMs <= MIN_SELF_STARTED_MS || video?.isNext || lines === null) return null;
		const stakeBytes = videoBytes(visit, lines, Math.min(selfStartedMs, videoMs));
		return saving(stakeBytes, 'so-far', { selfStartedMs });
	},
} as const satisfies Rule<'selfStartedMs'>;
