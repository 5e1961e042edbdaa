import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Share of an animation's bytes that the same pictures as a video spare. */
const SPARED_RATIO = 0.95;

/** GIF images above 300 kB: animations. */
export const animatedGif = {
	id: 'animated-gif',
	references: [rgesn('4.1')],
	judge({ waste, visitCount }) {
		const { gifCount = 0, gifBytes = 0 } = waste;
		if (gifCount <= 0) return null;
		const params = { gifBytes: gifBytes / gifCount };
		return { stakeBytesPerView: (SPARED_RATIO * gifBytes) / visitCount, params };
	},
	words: (params, format) => [format.bytes(params.gifBytes)],
} as const satisfies TrainerRule<'gifBytes'>;
