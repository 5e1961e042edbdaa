import { assumedBytesPerHour, filmBytesPerHour, fittingLines, linesOf } from '@/utils/core/tips/film';
import { rgesn } from '@/utils/core/tips/references';
import { type Rule, sparing } from '@/utils/core/tips/rule';

/** Lines that are enough for a lesson on any screen; RGESN 5.3 asks for a definition that fits content and context. */
const ENOUGH_LINES = 1080;

/** The same where the learner asked for less: on a computer, and on the small screen of a phone. */
const SOBER_LINES = 720;
const SOBER_PHONE_LINES = 480;

/** A player often starts high for a few seconds, then settles. */
const MIN_SHARP_MS = 30_000;

/** A film above that in a frame that could show it: sharper than a lesson needs. */
export const tooSharpVideo = {
	id: 'too-sharp-video',
	references: [rgesn('5.3')],
	action: 'quality',
	judge({ visit, profile, isSober }) {
		const soberLines = profile.device === 'phone' ? SOBER_PHONE_LINES : SOBER_LINES;
		const enoughLines = isSober ? soberLines : ENOUGH_LINES;
		const film = visit.nowPlaying;
		// A film larger than its frame has its own tip, and a hidden one too.
		if (!film || film.isHidden || linesOf(film) <= enoughLines || fittingLines(film)) return null;
		if ((visit.media.videoMsByHeight[film.decodedHeightPx] ?? 0) <= MIN_SHARP_MS) return null;
		const lines = linesOf(film);
		const stakeBytes = filmBytesPerHour(visit, lines) - assumedBytesPerHour(enoughLines);
		const params = { lines, enoughLines };
		return sparing(stakeBytes, 'hour', params);
	},
} as const satisfies Rule<'lines' | 'enoughLines'>;
