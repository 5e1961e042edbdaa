import { findFile, knownBytes, wholeBytesOf } from '@/utils/core/audit/bytes';
import { type AuditRule, exactly, type Found, UNKNOWN_STAKE } from '@/utils/core/audit/finding';
import type { AuditFile, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { Kind } from '@/utils/core/schema/names';
import { GOAL_FONT_BYTES, LIMIT_DOCUMENT_BYTES } from '@/utils/core/tips/trainer/pages';

/** Less is not worth a change. */
const MIN_BYTES = 10_000;

/**
 * Shares of a text's bytes that gzip removes, at least and at most, from jQuery to Foundation's style sheet. Source: Google, web.dev,
 * "Optimize the encoding and transfer size of text-based assets" (2014, table of seven files),
 * https://web.dev/articles/optimizing-content-efficiency-optimize-encoding-and-transfer
 */
const GZIP_SAVED = [0.65, 0.88] as const;

const TEXT_TYPE = /^text\/(?!event-stream)|javascript|json|xml$/;
const TEXT_ENDING = /\.(?:html?|css|m?js|json|xml|svg|vtt|txt|csv)$/i;
const TEXT_KINDS: readonly Kind[] = ['script', 'style'];

/** What changes only with its name, and a cache should keep. */
const STATIC_KINDS: readonly Kind[] = ['image', 'script', 'style', 'font', 'video', 'audio', 'file'];

const nameOf = ({ host, path }: AuditFile) => ({ file: { host, path }, part: '' });

/** Whether a document's size is known in this load, or another one is there in its place: one that nobody opened is not gone. */
const isWeighed = (load: AuditLoad, { file }: Pick<Found, 'file'>) => {
	const found = findFile(load, file);
	return found ? wholeBytesOf(found) !== null : load.files.some((each) => documentLimit(each) !== null);
};

/** A document that the page itself shows is loaded by everyone who opens the page. */
const LIMIT_INLINE_BYTES = 1_000_000;

/** Bytes above which a document is heavy; null for what is no document. */
function documentLimit({ kind, mimeType }: AuditFile): number | null {
	if (kind === 'file') return LIMIT_DOCUMENT_BYTES;
	return mimeType === 'application/pdf' ? LIMIT_INLINE_BYTES : null;
}

/** Bytes of a document and the limit for it; null for what is no document, or of unknown size. */
export function weighDocument(file: AuditFile): { readonly bytes: number; readonly limitBytes: number } | null {
	const limitBytes = documentLimit(file);
	const bytes = limitBytes === null ? null : wholeBytesOf(file);
	return limitBytes === null || bytes === null ? null : { bytes, limitBytes };
}

/** Documents (PDF, office files, archives) above 5 MB, or above 1 MB where the page shows them. */
export const heavyDocument: AuditRule = {
	id: 'heavy-document',
	criteria: ['5.7'],
	canJudge: isWeighed,
	judge: (load) =>
		load.files.flatMap((file) => {
			const { bytes = 0, limitBytes = 0 } = weighDocument(file) ?? {};
			if (bytes <= limitBytes) return [];
			return {
				rule: 'heavy-document',
				...nameOf(file),
				// A lighter copy saves the excess at least; who reads the lesson without it, all.
				stake: { lowBytes: bytes - limitBytes, highBytes: bytes },
				per: 'view',
				params: { documentBytes: bytes, limitBytes },
			};
		}),
};

/** Bytes of the fonts of a load as far as they are known, and how many files they are. */
export function fontsOf(load: AuditLoad): { readonly bytes: number; readonly fileCount: number } {
	const fonts = load.files.filter(({ kind }) => kind === 'font');
	return {
		bytes: fonts.reduce((sum, file) => sum + (knownBytes(file) ?? 0), 0),
		fileCount: fonts.reduce((sum, { addressCount }) => sum + Math.max(1, addressCount), 0),
	};
}

/** Fonts of more bytes than a text needs. */
export const heavyFonts: AuditRule = {
	id: 'heavy-fonts',
	criteria: ['4.8'],
	canJudge: (load) => load.files.every((file) => file.kind !== 'font' || knownBytes(file) !== null),
	judge: (load) => {
		const { bytes, fileCount } = fontsOf(load);
		if (bytes <= GOAL_FONT_BYTES) return [];
		return [
			{
				rule: 'heavy-fonts',
				file: null,
				part: '',
				stake: { lowBytes: bytes - GOAL_FONT_BYTES, highBytes: bytes },
				per: 'view',
				params: { fontBytes: bytes, fileCount, goalBytes: GOAL_FONT_BYTES },
			},
		];
	},
};

/** Whether a file is a text that compression makes smaller. */
export function isText({ kind, mimeType, path }: AuditFile): boolean {
	if (mimeType !== null) return TEXT_TYPE.test(mimeType);
	return TEXT_KINDS.includes(kind) || TEXT_ENDING.test(path);
}

/** Whether a text came uncompressed; null where nothing shows its coding or its size, or it is too small. */
export function isPlainText(file: AuditFile): boolean | null {
	const bytes = knownBytes(file);
	if (!isText(file) || file.contentCoding === null || bytes === null || bytes < MIN_BYTES) return null;
	return file.contentCoding === '' || file.contentCoding === 'identity';
}

/** Texts that the server sends uncompressed. */
export const plainText: AuditRule = {
	id: 'plain-text',
	criteria: ['6.3'],
	canJudge: (load, { file }) => {
		const found = findFile(load, file);
		return found === null || (found.contentCoding !== null && (knownBytes(found) ?? 0) > 0);
	},
	judge: (load) =>
		load.files.filter(isPlainText).map((file) => {
			const bytes = knownBytes(file) ?? 0;
			return {
				rule: 'plain-text',
				...nameOf(file),
				stake: { lowBytes: bytes * GZIP_SAVED[0], highBytes: bytes * GZIP_SAVED[1] },
				per: 'view',
				params: { textBytes: bytes },
			};
		}),
};

/** Whether no cache may keep a file that a cache should; null where nothing shows it. */
export function isUncacheable(file: AuditFile): boolean | null {
	if (!STATIC_KINDS.includes(file.kind) || file.caching === null) return null;
	const bytes = wholeBytesOf(file);
	return bytes !== null && bytes < MIN_BYTES ? null : file.caching === 'none';
}

/** Files that no cache may keep: each view loads them again. */
export const notCacheable: AuditRule = {
	id: 'not-cacheable',
	criteria: ['6.2'],
	canJudge: (load, { file }) => findFile(load, file)?.caching !== null,
	judge: (load) =>
		load.files.filter(isUncacheable).map((file) => {
			const bytes = knownBytes(file);
			const stake = bytes === null || bytes <= 0 ? UNKNOWN_STAKE : exactly(bytes);
			return { rule: 'not-cacheable', ...nameOf(file), stake, per: 'return', params: {} };
		}),
};
