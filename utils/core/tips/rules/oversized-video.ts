import { rgesn } from '@/utils/core/tips/references';
import { type Rule, saving } from '@/utils/core/tips/rule';
import { assumedBytesPerHour, fittingLines, linesOf, videoBytesPerHour } from '@/utils/core/tips/video';

/** A passing change of size is no reason for a tip. */
const MIN_OVERSIZED_MS = 30_000;

/** A video decoded at twice the pixels of its frame, or more: a lower quality looks the same there. */
export const oversizedVideo = {
	id: 'oversized-video',
	references: [rgesn('5.3')],
	action: 'quality',
	judge({ visit }) {
		const video = visit.nowPlaying;
		const fitting = video && fittingLines(video);
		if (!fitting || video.oversizedMs <= MIN_OVERSIZED_MS) return null;
		const lines = linesOf(video);
		const stakeBytes = videoBytesPerHour(visit, lines) - assumedBytesPerHour(fitting);
		const params = { lines, shownWidth: video.shownWidthPx, shownHeight: video.shownHeightPx, fittingLines: fitting };
		return saving(stakeBytes, 'hour', params);
	},
} as const satisfies Rule<'lines' | 'shownWidth' | 'shownHeight' | 'fittingLines'>;
