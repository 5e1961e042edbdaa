import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Video played before its captions are missed. */
const MIN_PLAYED_MS = 60_000;
/** Some videos of an activity may have captions and others not. */
const MOST_CAPTIONED_RATIO = 0.5;

/** Videos without captions: nobody can search them, nor read them in place of the picture. */
export const noCaptions = {
	id: 'no-captions',
	references: [rgesn('4.7')],
	judge({ media }) {
		const { videoMs, captionedMs, detailedMs } = media;
		if (videoMs < MIN_PLAYED_MS || detailedMs < videoMs) return null;
		if (captionedMs / videoMs >= MOST_CAPTIONED_RATIO) return null;
		return { stakeBytesPerView: 0, params: { uncaptionedMs: videoMs - captionedMs } };
	},
	words: (params, format) => [format.duration(params.uncaptionedMs)],
} as const satisfies TrainerRule<'uncaptionedMs'>;
