import { rgesn } from '@/utils/core/tips/references';
import { type Rule, saving } from '@/utils/core/tips/rule';
import { assumedBytesPerHour, fittingLines, linesOf, videoBytesPerHour } from '@/utils/core/tips/video';

/** Lines that are enough for a lesson on any screen; RGESN 5.3 asks for a definition that fits content and context. */
const ENOUGH_LINES = 1080;

/** The same where the learner asked for less: on a computer, and on the small screen of a phone. */
const SOBER_LINES = 720;
const SOBER_PHONE_LINES = 480;

/** A player often starts high for a few seconds, then settles. */
const MIN_SHARP_MS = 30_000;

/** A video above that in a frame that could show it: sharper than a lesson needs. */
export const tooSharpVideo = {
	id: 'too-sharp-video',
	references: [rgesn('5.3')],
	action: 'quality',
	judge({ visit, profile, isSober }) {
		const soberLines = profile.device === 'phone' ? SOBER_PHONE_LINES : SOBER_LINES;
		const enoughLines = isSober ? soberLines : ENOUGH_LINES;
		const video = visit.nowPlaying;
		// A video larger than its frame has its own tip, and a hidden one too.
		if (!video || video.isHidden || linesOf(video) <= enoughLines || fittingLines(video)) return null;
		if ((visit.media.videoMsByHeight[video.decodedHeightPx] ?? 0) <= MIN_SHARP_MS) return null;
		const lines = linesOf(video);
		const stakeBytes = videoBytesPerHour(visit, lines) - assumedBytesPerHour(enoughLines);
		const params = { lines, enoughLines };
		return saving(stakeBytes, 'hour', params);
	},
} as const satisfies Rule<'lines' | 'enoughLines'>;
