import { AUDIT, FILE, IMAGE, LOAD, MEDIA, PAGE } from '@/tests/core/schema/audit/audit-sample';
import { auditReport, pageReport } from '@/utils/core/audit/report';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditEmbed, AuditFile, AuditImage, AuditLoad, AuditMedia } from '@/utils/core/schema/audit/audit-load';

/** A file of the author of that many measured bytes. */
export function file(name: string, bytes: number, more: Partial<AuditFile> = {}): AuditFile {
	return {
		...FILE,
		path: `/pluginfile.php/12/mod_page/content/${name}`,
		traffic: { measuredBytes: bytes, estimatedBytes: 0, unknownCount: 0, requestCount: 1 },
		wholeBytes: bytes,
		decodedBytes: bytes,
		mimeType: null,
		...more,
	};
}

/** The same, of unknown bytes. */
export function unsized(name: string, more: Partial<AuditFile> = {}): AuditFile {
	const traffic = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 1, requestCount: 1 };
	return file(name, 0, { traffic, wholeBytes: null, decodedBytes: null, ...more });
}

/** How the page shows an image file. */
export function shown(of: AuditFile, natural: readonly [number, number], at: readonly [number, number]): AuditImage {
	return {
		...IMAGE,
		host: of.host,
		path: of.path,
		naturalWidthPx: natural[0],
		naturalHeightPx: natural[1],
		shownWidthPx: at[0],
		shownHeightPx: at[1],
	};
}

/** A video with nothing against it: small, captioned, in several qualities, played by the learner. */
export function video(more: Partial<AuditMedia> = {}, of: AuditFile | null = null): AuditMedia {
	return {
		...MEDIA,
		file: of && { host: of.host, path: of.path },
		decodedWidthPx: 854,
		decodedHeightPx: 480,
		isAdaptive: of === null,
		captionTrackCount: 1,
		preload: 'metadata',
		...more,
	};
}

/** A load of these files, with nothing else. */
export function load(files: readonly AuditFile[], more: Partial<AuditLoad> = {}): AuditLoad {
	return { ...LOAD, files, rest: {}, media: [], images: [], embeds: [], ...more };
}

export function page(first: AuditLoad | null, more: Partial<AuditPage> = {}): AuditPage {
	return { ...PAGE, first, again: null, ...more };
}

export function reportOf(pages: readonly AuditPage[], more: Partial<Audit> = {}) {
	const audit = { ...AUDIT, ...more };
	return auditReport(
		audit,
		pages.map((each) => pageReport(each, audit)),
	);
}

export const YOUTUBE: AuditEmbed = {
	host: 'www.youtube.com',
	player: 'youtube',
	isContent: false,
	frameCount: 1,
	isPlayed: false,
};
