import { findFile, isSameFile, knownBytes } from '@/utils/core/audit/bytes';
import { type AuditRule, type Stake, UNKNOWN_STAKE } from '@/utils/core/audit/finding';
import type { AuditFile, AuditImage, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { FEW_OLD_RATIO } from '@/utils/core/tips/trainer/images';

/** Smaller images are ignored. */
const MIN_BYTES = 10_000;
/** An image of unknown bytes with fewer pixels weighs no more than that, at a bit per pixel. */
const MIN_PIXELS = 8 * MIN_BYTES;
/** Pixels of the file over pixels shown, above which a smaller file would look the same: 1.5 times each way. */
const OVERSIZED_RATIO = 2.25;
/**
 * Bytes of a picture follow its pixels to this power at least, and in proportion at most: a smaller copy has more detail per pixel.
 * Measured on the four photographs of the demo course at a sixth to two thirds of their width (JPEG, ffmpeg 7, -q:v 2): 0.63 to 0.89.
 */
const LOW_POWER = 0.6;

const VECTOR = /svg/;
const ENDING = /\.(\w{2,4})$/;
/** Formats by media type and by ending; the names are shown as they are. */
const OLD_FORMATS: Readonly<Record<string, 'JPEG' | 'PNG' | 'GIF' | 'BMP'>> = {
	jpeg: 'JPEG',
	jpg: 'JPEG',
	pjpeg: 'JPEG',
	png: 'PNG',
	gif: 'GIF',
	bmp: 'BMP',
};
/**
 * Shares of the bytes that WebP saves, at least and at most. JPEG: https://developers.google.com/speed/webp/docs/webp_study (2014).
 * PNG, without loss: https://developers.google.com/speed/webp. GIF, without and with loss:
 * https://developers.google.com/speed/webp/faq. Google published nothing for BMP.
 */
const WEBP_SAVED: Readonly<Record<string, readonly [low: number, high: number] | null>> = {
	JPEG: [0.25, 0.34],
	PNG: [0.26, 0.26],
	GIF: [0.19, 0.64],
	BMP: null,
};

const areaOf = (width: number, height: number) => width * height;

/** The format by which an image was encoded, as its media type or else its name shows it: lower case, '' where neither does. */
function formatOf({ mimeType, path }: AuditFile): string {
	return (mimeType?.split('/')[1] ?? ENDING.exec(path)?.[1] ?? '').toLowerCase();
}

const isRaster = (file: AuditFile) => file.kind === 'image' && !VECTOR.test(formatOf(file)) && formatOf(file) !== '';

/** Whether an image has many more pixels than the page shows of it; null where the sizes are unknown. */
export function isOversized(image: AuditImage, load: AuditLoad): boolean | null {
	const shown = areaOf(image.shownWidthPx, image.shownHeightPx);
	const natural = areaOf(image.naturalWidthPx, image.naturalHeightPx);
	const file = findFile(load, image);
	if (shown <= 0 || natural <= 0 || (file && !isRaster(file)) || VECTOR.test(image.path)) return null;
	const bytes = file && knownBytes(file);
	const isSmall = bytes === null || bytes <= 0 ? natural < MIN_PIXELS : bytes < MIN_BYTES;
	return !isSmall && !image.hasChoice && natural > OVERSIZED_RATIO * shown;
}

function smallerStake(bytes: number | null, ratio: number): Stake {
	if (bytes === null || bytes <= 0) return UNKNOWN_STAKE;
	return { lowBytes: bytes * (1 - ratio ** LOW_POWER), highBytes: bytes * (1 - ratio) };
}

/** Images with many more pixels than this screen shows, in one size only. */
export const imageSize: AuditRule = {
	id: 'image-size',
	criteria: ['6.4'],
	canJudge: (load, { file }) => {
		const image = file && load.images.find((each) => isSameFile(each, file));
		return !image || areaOf(image.shownWidthPx, image.shownHeightPx) > 0;
	},
	judge: (load) =>
		load.images
			.filter((image) => isOversized(image, load))
			.map((image) => {
				const ratio =
					areaOf(image.shownWidthPx, image.shownHeightPx) / areaOf(image.naturalWidthPx, image.naturalHeightPx);
				const file = findFile(load, image);
				const bytes = file && knownBytes(file);
				return {
					rule: 'image-size',
					file: { host: image.host, path: image.path },
					part: '',
					stake: smallerStake(bytes, ratio),
					per: 'view',
					params: {
						naturalWidth: Math.round(image.naturalWidthPx),
						naturalHeight: Math.round(image.naturalHeightPx),
						shownWidth: Math.round(image.shownWidthPx),
						shownHeight: Math.round(image.shownHeightPx),
						...(bytes !== null &&
							bytes > 0 && { rightLowBytes: bytes * ratio, rightHighBytes: bytes * ratio ** LOW_POWER }),
					},
				};
			}),
};

/** The raster images of a load that are worth another encoding, and those of them in an older format. */
export function rasterFormats(load: AuditLoad) {
	const rasters = load.files.filter((file) => isRaster(file) && (knownBytes(file) ?? MIN_BYTES) >= MIN_BYTES);
	return { rasters, old: rasters.filter((file) => formatOf(file) in OLD_FORMATS) };
}

/** Images as JPEG, PNG or GIF, where they are more than a quarter of the images of the page. */
export const imageFormat: AuditRule = {
	id: 'image-format',
	criteria: ['5.1'],
	canJudge: () => true,
	judge: (load) => {
		const { rasters, old } = rasterFormats(load);
		if (old.length <= FEW_OLD_RATIO * rasters.length) return [];
		return old.map((file) => {
			const format = OLD_FORMATS[formatOf(file)] ?? 'JPEG';
			const saved = WEBP_SAVED[format] ?? null;
			const bytes = knownBytes(file);
			const stake =
				saved && bytes !== null && bytes > 0
					? { lowBytes: bytes * saved[0], highBytes: bytes * saved[1] }
					: UNKNOWN_STAKE;
			const { host, path } = file;
			return { rule: 'image-format', file: { host, path }, part: '', stake, per: 'view', params: { format } };
		});
	},
};
