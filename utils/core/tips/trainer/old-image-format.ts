import { rgesn } from '@/utils/core/tips/references';
import type { TrainerRule } from './rule';

/** Share of the images in older formats from which a change of format is worth proposing. */
const FEW_OLD_RATIO = 0.25;
/**
 * Bytes that WebP spares against a JPEG of the same look, the least of the newer formats; AVIF spares more. Google's study of
 * 2014 found 25 to 34 %: https://developers.google.com/speed/webp/docs/webp_study
 */
const SPARED_RATIO = 0.3;

/** Photographs and drawings as JPEG, PNG or GIF. */
export const oldImageFormat = {
	id: 'old-image-format',
	references: [rgesn('5.1')],
	judge({ waste, visitCount }) {
		const { rasterCount = 0, oldRasterCount = 0, oldRasterBytes = 0 } = waste;
		if (oldRasterCount <= FEW_OLD_RATIO * rasterCount) return null;
		const params = { oldRatio: oldRasterCount / rasterCount };
		return { stakeBytesPerView: (SPARED_RATIO * oldRasterBytes) / visitCount, params };
	},
	words: (params, format) => [format.share(params.oldRatio)],
} as const satisfies TrainerRule<'oldRatio'>;
