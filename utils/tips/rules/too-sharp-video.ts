import { assumedBytesPerHour, filmBytesPerHour, fittingLines, linesOf } from '@/utils/tips/film';
import { rgesn } from '@/utils/tips/references';
import type { Rule } from '@/utils/tips/rule';

/** Lines that are enough for a lesson on any screen; RGESN 5.3 asks for a definition that fits content and context. */
const ENOUGH_LINES = 1080;

/** A player often starts high for a few seconds, then settles. */
const MIN_SHARP_MS = 30_000;

/** A film above 1080p in a frame that could show it: sharper than a lesson needs. */
export const tooSharpVideo = {
	id: 'too-sharp-video',
	references: [rgesn('5.3')],
	judge({ visit }) {
		const film = visit.nowPlaying;
		// A film larger than its frame has its own tip, and a hidden one too.
		if (!film || film.isHidden || linesOf(film) <= ENOUGH_LINES || fittingLines(film)) return null;
		if ((visit.media.videoMsByHeight[film.decodedHeightPx] ?? 0) <= MIN_SHARP_MS) return null;
		const lines = linesOf(film);
		const stakeBytes = filmBytesPerHour(visit, lines) - assumedBytesPerHour(ENOUGH_LINES);
		const params = { lines, enoughLines: ENOUGH_LINES };
		return stakeBytes > 0 ? { stakeBytes, per: 'hour', saving: 'bytes', params } : null;
	},
	words: (params) => [String(params.lines), String(params.enoughLines)],
} as const satisfies Rule<'lines' | 'enoughLines'>;
