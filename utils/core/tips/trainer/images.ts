import { rgesn } from '@/utils/core/tips/rule';
import type { TrainerRule } from './lesson';

/** Images with many more pixels than this screen shows: the share of their bytes that nobody can see. */
export const oversizedImage = {
	id: 'oversized-image',
	references: [rgesn('6.4')],
	judge({ waste, visitCount }) {
		const { oversizedCount = 0, oversizedBytes = 0 } = waste;
		if (oversizedBytes <= 0) return null;
		return { stakeBytesPerView: oversizedBytes / visitCount, params: { imageCount: oversizedCount } };
	},
} as const satisfies TrainerRule<'imageCount'>;

/** Share of images in older formats from which another format is suggested. */
export const FEW_OLD_RATIO = 0.25;
/**
 * Share of bytes that WebP saves against a JPEG that looks the same; AVIF saves more. Google's study of 2014 found 25 to 34 %:
 * https://developers.google.com/speed/webp/docs/webp_study
 */
const WEBP_SAVED_RATIO = 0.3;

/** Photographs and drawings as JPEG, PNG or GIF. */
export const oldImageFormat = {
	id: 'old-image-format',
	references: [rgesn('5.1')],
	judge({ waste, visitCount }) {
		const { rasterCount = 0, oldRasterCount = 0, oldRasterBytes = 0 } = waste;
		if (oldRasterCount <= FEW_OLD_RATIO * rasterCount) return null;
		const params = { oldRatio: oldRasterCount / rasterCount };
		return { stakeBytesPerView: (WEBP_SAVED_RATIO * oldRasterBytes) / visitCount, params };
	},
} as const satisfies TrainerRule<'oldRatio'>;

/** Share of an animation's bytes that the same pictures as a video save. */
const VIDEO_SAVED_RATIO = 0.95;

/** GIF images above 300 kB, which are animations. */
export const animatedGif = {
	id: 'animated-gif',
	references: [rgesn('4.1')],
	judge({ waste, visitCount }) {
		const { gifCount = 0, gifBytes = 0 } = waste;
		if (gifCount <= 0) return null;
		const params = { gifBytes: gifBytes / gifCount };
		return { stakeBytesPerView: (VIDEO_SAVED_RATIO * gifBytes) / visitCount, params };
	},
} as const satisfies TrainerRule<'gifBytes'>;
