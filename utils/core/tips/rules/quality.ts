import type { LiveVisit } from '@/utils/core/schema/visit';
import { type Finding, type Moment, type Rule, rgesn, saving } from '@/utils/core/tips/rule';
import { fillingLines, fittingLines, linesOf, lowerQualityBytesPerHour } from '@/utils/core/tips/video';

/** A short change of size is no reason for a tip. */
const MIN_OVERSIZED_MS = 30_000;

/**
 * A video decoded with at least twice the pixels of its frame: a lower quality looks the same there. One that exists in a single quality
 * has nothing lower: that is for its author to change.
 */
export const oversizedVideo = {
	id: 'oversized-video',
	references: [rgesn('5.3')],
	action: 'quality',
	judge(moment) {
		const { visit } = moment;
		const video = visit.nowPlaying;
		const fitting = video && fittingLines(video);
		if (!fitting || video.isAdaptive === false || video.oversizedMs <= MIN_OVERSIZED_MS) return null;
		const lines = linesOf(video);
		const versionLines = playedVersion(moment);
		const params = { lines, shownWidth: video.shownWidthPx, shownHeight: video.shownHeightPx, fittingLines: fitting };
		return lowerVersion(visit, lines, versionLines ?? fitting, versionLines, params);
	},
} as const satisfies Rule<'lines' | 'shownWidth' | 'shownHeight' | 'fittingLines'>;

/**
 * The version that the action would play, where the visit shows it: the lowest common one that fills the frame, within the limit, which
 * the player has played before. Nothing else tells which versions a player has.
 */
function playedVersion({ visit, profile, limitLines }: Moment): number | null {
	const maxLines = limitLines ?? (profile.device === 'phone' ? SOBER_PHONE_LINES : SOBER_LINES);
	const filling = visit.nowPlaying && fillingLines(visit.nowPlaying);
	if (!filling || filling > maxLines) return null;
	return (visit.media.videoMsByHeight[filling] ?? 0) > 0 ? filling : null;
}

/** What a version with fewer lines would save of the current video. */
function lowerVersion<Name extends string>(
	visit: LiveVisit,
	lines: number,
	fewerLines: number,
	versionLines: number | null,
	params: Readonly<Record<Name, number>>,
): Finding<Name> | null {
	const finding = saving(lowerQualityBytesPerHour(visit, lines, fewerLines), 'hour', params);
	return finding && { ...finding, versionLines };
}

/** Lines that are enough for a lesson on any screen. RGESN 5.3 asks for a resolution that fits content and context. */
const ENOUGH_LINES = 1080;

/** The same in sober mode: on a computer, and on the small screen of a phone. */
const SOBER_LINES = 720;
const SOBER_PHONE_LINES = 480;

/** Some players start with a high quality for a few seconds. */
const MIN_SHARP_MS = 30_000;

/** A video with more lines than that in a frame large enough to show them: sharper than a lesson needs. */
export const tooSharpVideo = {
	id: 'too-sharp-video',
	references: [rgesn('5.3')],
	action: 'quality',
	judge({ visit, profile, isSober }) {
		const soberLines = profile.device === 'phone' ? SOBER_PHONE_LINES : SOBER_LINES;
		const enoughLines = isSober ? soberLines : ENOUGH_LINES;
		const video = visit.nowPlaying;
		// A video larger than its frame has its own tip, and so has a hidden one.
		if (!video || video.isHidden || linesOf(video) <= enoughLines || fittingLines(video)) return null;
		if (video.isAdaptive === false) return null;
		if ((visit.media.videoMsByHeight[video.decodedHeightPx] ?? 0) <= MIN_SHARP_MS) return null;
		const lines = linesOf(video);
		return lowerVersion(visit, lines, enoughLines, null, { lines, enoughLines });
	},
} as const satisfies Rule<'lines' | 'enoughLines'>;
