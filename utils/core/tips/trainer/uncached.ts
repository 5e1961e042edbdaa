import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Scripts, styles and images that came at three visits or more, though the first could have left them in the browser's cache. */
export const uncached = {
	id: 'uncached',
	references: [rgesn('6.2')],
	judge({ waste, visitCount }) {
		const { repeatCount = 0, repeatBytes = 0 } = waste;
		if (repeatBytes <= 0) return null;
		return { stakeBytesPerView: repeatBytes / visitCount, params: { repeatCount, repeatBytes } };
	},
	words: (params, format) => [format.bytes(params.repeatBytes), format.count(params.repeatCount)],
} as const satisfies TrainerRule<'repeatBytes' | 'repeatCount'>;
