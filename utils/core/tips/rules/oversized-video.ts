import { assumedBytesPerHour, filmBytesPerHour, fittingLines, linesOf } from '@/utils/core/tips/film';
import { rgesn } from '@/utils/core/tips/references';
import { type Rule, sparing } from '@/utils/core/tips/rule';

/** A passing change of size is no reason for a tip. */
const MIN_OVERSIZED_MS = 30_000;

/** A film decoded at twice the pixels of its frame, or more: a lower quality looks the same there. */
export const oversizedVideo = {
	id: 'oversized-video',
	references: [rgesn('5.3')],
	action: 'quality',
	judge({ visit }) {
		const film = visit.nowPlaying;
		const fitting = film && fittingLines(film);
		if (!fitting || film.oversizedMs <= MIN_OVERSIZED_MS) return null;
		const lines = linesOf(film);
		const stakeBytes = filmBytesPerHour(visit, lines) - assumedBytesPerHour(fitting);
		const params = { lines, shownWidth: film.shownWidthPx, shownHeight: film.shownHeightPx, fittingLines: fitting };
		return sparing(stakeBytes, 'hour', params);
	},
} as const satisfies Rule<'lines' | 'shownWidth' | 'shownHeight' | 'fittingLines'>;
