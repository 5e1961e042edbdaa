import { filmBytes, visitLines } from '@/utils/core/tips/film';
import { rgesn } from '@/utils/core/tips/references';
import { type Rule, sparing } from '@/utils/core/tips/rule';

/** A film stopped at once costs little. */
const MIN_SELF_STARTED_MS = 5_000;

/** Films that no gesture had started. What goes on to the next by itself has its own tip. */
export const autoplay = {
	id: 'autoplay',
	references: [rgesn('4.1')],
	action: 'autoplay',
	judge({ visit }) {
		const film = visit.nowPlaying;
		const { selfStartedMs, videoMs } = visit.media;
		const lines = visitLines(visit);
		if (selfStartedMs <= MIN_SELF_STARTED_MS || film?.isNext || lines === null) return null;
		const stakeBytes = filmBytes(visit, lines, Math.min(selfStartedMs, videoMs));
		return sparing(stakeBytes, 'so-far', { selfStartedMs });
	},
} as const satisfies Rule<'selfStartedMs'>;
