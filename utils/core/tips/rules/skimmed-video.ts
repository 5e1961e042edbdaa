import { filmBytes, linesOf } from '@/utils/core/tips/film';
import { rgesn } from '@/utils/core/tips/references';
import { type Rule, sparing } from '@/utils/core/tips/rule';

/** Below this, the learner watches and jumps over a little. */
const MIN_SKIPPED_RATIO = 0.3;

/** A film that is skimmed though it has captions: a text is searched faster, and weighs next to nothing. */
export const skimmedVideo = {
	id: 'skimmed-video',
	references: [rgesn('4.7')],
	judge({ visit }) {
		const film = visit.nowPlaying;
		if (!film?.hasCaptions || film.durationMs === null || film.skippedRatio === null) return null;
		if (film.skippedRatio <= MIN_SKIPPED_RATIO) return null;
		const stakeBytes = filmBytes(visit, linesOf(film), film.durationMs);
		const params = { skippedRatio: film.skippedRatio };
		return sparing(stakeBytes, 'film', params);
	},
} as const satisfies Rule<'skippedRatio'>;
