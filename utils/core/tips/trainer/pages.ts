import { bytesOf, GOAL_PAGE_BYTES, PAGE_KINDS } from '@/utils/core/tips/page-weight';
import { rgesn } from '@/utils/core/tips/rule';
import type { TrainerRule } from './lesson';

/** Less of images per view is icons of the platform. */
const MIN_IMAGE_BYTES = 100_000;

/**
 * Pages above the goal, without videos, sounds and documents: what their images have of the excess, since scripts, styles and the number of
 * requests are the platform's.
 */
export const heavyPages = {
	id: 'heavy-pages',
	references: [rgesn('6.1')],
	judge({ traffic, visitCount }) {
		const pageBytes = bytesOf(traffic, PAGE_KINDS) / visitCount;
		const imageBytes = bytesOf(traffic, ['image']) / visitCount;
		if (pageBytes <= GOAL_PAGE_BYTES || imageBytes < MIN_IMAGE_BYTES) return null;
		const params = { pageBytes, imageBytes, goalBytes: GOAL_PAGE_BYTES };
		return { stakeBytesPerView: Math.min(pageBytes - GOAL_PAGE_BYTES, imageBytes), params };
	},
} as const satisfies TrainerRule<'pageBytes' | 'imageBytes' | 'goalBytes'>;

/** Plenty for a course: two typefaces in two weights with the characters of European languages. */
export const GOAL_FONT_BYTES = 400_000;
export const GOAL_FONT_FILES = 4;

/** Fonts with more bytes than a text needs: the excess of each view. How many files came is unknown: the count has those of the cache. */
export const heavyFonts = {
	id: 'heavy-fonts',
	references: [rgesn('4.8')],
	judge({ traffic, visitCount }) {
		const fontBytes = bytesOf(traffic, ['font']) / visitCount;
		if (fontBytes <= GOAL_FONT_BYTES) return null;
		const params = { fontBytes, goalBytes: GOAL_FONT_BYTES };
		return { stakeBytesPerView: fontBytes - GOAL_FONT_BYTES, params };
	},
} as const satisfies TrainerRule<'fontBytes' | 'goalBytes'>;

/** A document of this size contains pictures larger than any page shows them. */
export const LIMIT_DOCUMENT_BYTES = 5_000_000;

/** Documents (PDF, office files) above 5 MB on average, of those that no cache answered. Days stored without their number show no average. */
export const heavyDocument = {
	id: 'heavy-document',
	references: [rgesn('5.7')],
	judge({ waste, visitCount }) {
		const { documentCount = 0, documentBytes: bytes = 0 } = waste;
		const documentBytes = bytes / Math.max(1, documentCount);
		if (documentBytes <= LIMIT_DOCUMENT_BYTES) return null;
		return { stakeBytesPerView: bytes / visitCount, params: { documentBytes, limitBytes: LIMIT_DOCUMENT_BYTES } };
	},
} as const satisfies TrainerRule<'documentBytes' | 'limitBytes'>;

/** Share of a text's bytes that compression (Brotli, gzip) removes. */
const COMPRESSION_SAVED_RATIO = 0.7;
/** Less uncompressed text per view is not worth a message to the server's administrator. */
const MIN_TEXT_BYTES_PER_VIEW = 10_000;

/** Pages, scripts, styles and data that the server sends uncompressed. */
export const uncompressedText = {
	id: 'uncompressed-text',
	references: [rgesn('6.3')],
	judge({ waste, visitCount }) {
		const { plainTextCount = 0, plainTextBytes = 0 } = waste;
		const textBytes = plainTextBytes / visitCount;
		if (textBytes < MIN_TEXT_BYTES_PER_VIEW) return null;
		const params = { textBytes, fileCount: plainTextCount };
		return { stakeBytesPerView: COMPRESSION_SAVED_RATIO * textBytes, params };
	},
} as const satisfies TrainerRule<'textBytes' | 'fileCount'>;

/** Scripts, styles and images transferred again in later visits, though the browser's cache could have kept them. */
export const uncached = {
	id: 'uncached',
	references: [rgesn('6.2')],
	judge({ waste, visitCount }) {
		const { repeatBytes = 0, repeatCount = 0 } = waste;
		if (repeatBytes <= 0) return null;
		return { stakeBytesPerView: repeatBytes / visitCount, params: { repeatBytes, repeatCount } };
	},
} as const satisfies TrainerRule<'repeatBytes' | 'repeatCount'>;
