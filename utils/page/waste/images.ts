import type { Waste } from '@/utils/core/schema/waste';
import type { LoadedFile } from './loaded-files';

/** Formats that AVIF and WebP compress better. */
const OLD_TYPE = /^image\/(?:jpe?g|pjpeg|png|gif|bmp)$/;
const OLD_ENDING = /^(?:jpe?g|png|gif|bmp)$/;
const RASTER_TYPE = /^image\/(?!svg)/;
const RASTER_ENDING = /^(?:jpe?g|png|gif|bmp|webp|avif|jxl)$/;
/** Smaller images are ignored. */
const MIN_BYTES = 10_000;
/** A larger GIF is an animation, which a video shows as well with a twentieth of its bytes. */
const HEAVY_GIF_BYTES = 300_000;
/** Pixels of the file over pixels shown, above which a smaller file would look the same: 1.5 times each way. */
const OVERSIZED_RATIO = 2.25;

const isGif = ({ type, ending }: LoadedFile) => type === 'image/gif' || (type === '' && ending === 'gif');
const matches = ({ type, ending }: LoadedFile, types: RegExp, endings: RegExp) =>
	type === '' ? endings.test(ending) : types.test(type);
export const sumBytes = (files: readonly LoadedFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Pixels of each image file, and of its largest display on this screen; images that are not shown are left out. */
function shownImages(): Map<string, { pixels: number; shown: number }> {
	const images = new Map<string, { pixels: number; shown: number }>();
	for (const image of document.images) {
		const { currentSrc, naturalWidth, naturalHeight, clientWidth, clientHeight } = image;
		// An image with `srcset` has a natural size in CSS pixels.
		const density = image.srcset || image.parentElement?.localName === 'picture' ? 1 : devicePixelRatio;
		const shown = clientWidth * clientHeight * density ** 2;
		if (shown > 0) {
			const known = images.get(currentSrc)?.shown ?? 0;
			images.set(currentSrc, { pixels: naturalWidth * naturalHeight, shown: Math.max(known, shown) });
		}
	}
	return images;
}

/** Transferred images in an old format, larger than shown, or animated as a GIF. */
export function imageWaste(files: readonly LoadedFile[]): Waste {
	const rasters = files.filter((file) => file.bytes >= MIN_BYTES && matches(file, RASTER_TYPE, RASTER_ENDING));
	const gifs = rasters.filter((file) => isGif(file) && file.bytes > HEAVY_GIF_BYTES);
	const old = rasters.filter((file) => matches(file, OLD_TYPE, OLD_ENDING) && !gifs.includes(file));
	const images = shownImages();
	const oversized = rasters.flatMap(({ url, bytes }) => {
		const image = images.get(url);
		if (!image || image.pixels <= OVERSIZED_RATIO * image.shown) return [];
		return [Math.round(bytes * (1 - image.shown / image.pixels))];
	});
	return {
		rasterCount: rasters.length,
		oldRasterCount: old.length,
		oldRasterBytes: sumBytes(old),
		oversizedCount: oversized.length,
		oversizedBytes: oversized.reduce((sum, bytes) => sum + bytes, 0),
		gifCount: gifs.length,
		gifBytes: sumBytes(gifs),
	};
}
