import { filmBytes, linesOf } from '@/utils/core/tips/film';
import { rgesn } from '@/utils/core/tips/references';
import { type Rule, sparing } from '@/utils/core/tips/rule';

/** Most of the film was seen, and seen again. */
const MIN_WATCHED_RATIO = 0.8;
const MIN_REPLAYED_RATIO = 0.8;

/** A film watched again: its file, or its text, would serve the next times. */
export const replayedMedia = {
	id: 'replayed-media',
	references: [rgesn('2.3')],
	judge({ visit }) {
		const film = visit.nowPlaying;
		if (!film || film.durationMs === null || film.replayedRatio === null) return null;
		if ((film.watchedRatio ?? 0) <= MIN_WATCHED_RATIO || film.replayedRatio < MIN_REPLAYED_RATIO) return null;
		const stakeBytes = filmBytes(visit, linesOf(film), film.durationMs) * film.replayedRatio;
		return sparing(stakeBytes, 'so-far', {});
	},
} as const satisfies Rule<never>;
