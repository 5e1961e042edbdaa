import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Loading a video's length and first picture is no waste. */
const MIN_BYTES_PER_VIEW = 1_000_000;

/** Videos whose files were loaded ahead and never played. */
export const unplayedPreload = {
	id: 'unplayed-preload',
	references: [rgesn('6.5')],
	judge({ media, visitCount }) {
		const stakeBytesPerView = media.unplayedBytes / visitCount;
		if (stakeBytesPerView <= MIN_BYTES_PER_VIEW) return null;
		return { stakeBytesPerView, params: { unplayedBytes: media.unplayedBytes } };
	},
	words: (params, format) => [format.bytes(params.unplayedBytes)],
} as const satisfies TrainerRule<'unplayedBytes'>;
