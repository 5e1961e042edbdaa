import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Share of a text that compression (Brotli, gzip) takes away. */
const SPARED_RATIO = 0.7;
/** Uncompressed text that is worth a word to whoever keeps the server. */
const LEAST_BYTES_PER_VIEW = 10_000;

/** Pages, scripts, styles and data that the server sends as long as they are. */
export const uncompressedText = {
	id: 'uncompressed-text',
	references: [rgesn('6.3')],
	judge({ waste, visitCount }) {
		const { plainTextCount = 0, plainTextBytes = 0 } = waste;
		const textBytes = plainTextBytes / visitCount;
		if (textBytes < LEAST_BYTES_PER_VIEW) return null;
		const params = { textBytes, fileCount: plainTextCount };
		return { stakeBytesPerView: SPARED_RATIO * textBytes, params };
	},
	words: (params, format) => [format.bytes(params.textBytes), format.count(params.fileCount)],
} as const satisfies TrainerRule<'textBytes' | 'fileCount'>;
