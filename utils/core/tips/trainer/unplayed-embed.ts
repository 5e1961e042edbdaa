import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Players of video sites that loaded with the page and never played: all that their frames loaded, as far as it shows. */
export const unplayedEmbed = {
	id: 'unplayed-embed',
	references: [rgesn('4.4'), rgesn('6.5')],
	judge({ waste, visitCount }) {
		const { embedCount = 0, embedBytes = 0 } = waste;
		if (embedCount <= 0) return null;
		return { stakeBytesPerView: embedBytes / visitCount, params: { embedCount } };
	},
	words: (params, format) => [format.count(params.embedCount)],
} as const satisfies TrainerRule<'embedCount'>;
