import { filmBytes, linesOf } from '@/utils/core/tips/film';
import { rgesn } from '@/utils/core/tips/references';
import { type Rule, sparing } from '@/utils/core/tips/rule';

/** Nobody has touched anything for so long: the learner may be gone. */
const MIN_IDLE_MS = 600_000;

/** A film that began by itself after another one, with nobody about: all of it may be for nothing. */
export const runawayPlaylist = {
	id: 'runaway-playlist',
	references: [rgesn('4.1')],
	judge({ visit }) {
		const film = visit.nowPlaying;
		if (!film?.isNext || film.idleMs < MIN_IDLE_MS || film.durationMs === null) return null;
		const stakeBytes = filmBytes(visit, linesOf(film), film.durationMs);
		return sparing(stakeBytes, 'film', { idleMs: film.idleMs });
	},
} as const satisfies Rule<'idleMs'>;
