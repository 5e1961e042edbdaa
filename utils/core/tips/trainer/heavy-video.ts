import { rgesn } from '@/utils/core/tips/references';
import { bytesOf, type TrainerRule } from './rule';

/** Lines from which one single quality is too much for a phone or a slow line. */
const MAX_SINGLE_LINES = 720;
/** Bits a second that are ample for a video of a course. */
const ENOUGH_BITS_PER_SECOND = 1_500_000;
const BITS_PER_BYTE = 8;
const MS_PER_SECOND = 1000;
/** Video played before its bytes say something. */
const MIN_PLAYED_MS = 60_000;

/** Videos offered in one quality only, above 720p: what lies above 1.5 Mbit/s, at each view. */
export const heavyVideo = {
	id: 'heavy-video',
	references: [rgesn('5.3'), rgesn('5.4')],
	judge(lesson) {
		const { singleQualityMs, videoMsByHeight, videoMs } = lesson.media;
		const sharpMs = Object.entries(videoMsByHeight)
			.filter(([height]) => Number(height) > MAX_SINGLE_LINES)
			.reduce((sum, [, ms]) => sum + ms, 0);
		if (videoMs < MIN_PLAYED_MS || Math.min(singleQualityMs, sharpMs) < MIN_PLAYED_MS) return null;
		const bitsPerSecond = (bytesOf(lesson, ['video']) * BITS_PER_BYTE * MS_PER_SECOND) / videoMs;
		const saved = Math.max(0, bitsPerSecond - ENOUGH_BITS_PER_SECOND);
		const stakeBytes = (saved * Math.min(singleQualityMs, sharpMs)) / MS_PER_SECOND / BITS_PER_BYTE;
		return { stakeBytesPerView: stakeBytes / lesson.visitCount, params: { maxLines: MAX_SINGLE_LINES } };
	},
	words: (params) => [String(params.maxLines)],
} as const satisfies TrainerRule<'maxLines'>;
