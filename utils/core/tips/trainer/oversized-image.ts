import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Images of many more pixels than this screen shows: the part of their bytes that nobody can see. */
export const oversizedImage = {
	id: 'oversized-image',
	references: [rgesn('6.4')],
	judge({ waste, visitCount }) {
		const { oversizedCount = 0, oversizedBytes = 0 } = waste;
		if (oversizedBytes <= 0) return null;
		return { stakeBytesPerView: oversizedBytes / visitCount, params: { imageCount: oversizedCount } };
	},
	words: (params, format) => [format.count(params.imageCount)],
} as const satisfies TrainerRule<'imageCount'>;
