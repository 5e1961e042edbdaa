import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import type { AuditEmbed, AuditFile, AuditImage, AuditLoad, AuditMedia } from '@/utils/core/schema/audit/audit-load';

/** An audit of one page with one file, which others change. */
export const AUDIT: Audit = {
	id: 'audit-0001',
	name: 'Prévention, before',
	host: 'moodle.example',
	platform: 'moodle',
	courseKey: '7',
	startedAtMs: 1_764_000_000_000,
	endedAtMs: null,
	pageCount: 1,
	fileCount: 1,
	droppedPageCount: 0,
	personalPageCount: 0,
	droppedFileCount: 0,
};

/** An image of 300 kB, all measured. */
export const FILE: AuditFile = {
	host: 'moodle.example',
	path: '/pluginfile.php/12/photo.jpg',
	kind: 'image',
	traffic: { measuredBytes: 300_000, estimatedBytes: 0, unknownCount: 0, requestCount: 1 },
	addressCount: 1,
	cachedCount: 0,
	savedBytes: 0,
	wholeBytes: 299_600,
	mimeType: 'image/jpeg',
	contentCoding: '',
	decodedBytes: 299_600,
	caching: 'long',
	embed: null,
};

export const IMAGE: AuditImage = {
	host: FILE.host,
	path: FILE.path,
	naturalWidthPx: 4_000,
	naturalHeightPx: 3_000,
	shownWidthPx: 800,
	shownHeightPx: 600,
	pixelRatio: 1,
	hasChoice: false,
	isLazy: false,
};

/** A video of one quality in a file of its own, without captions, that plays. */
export const MEDIA: AuditMedia = {
	file: { host: FILE.host, path: '/video.mp4' },
	isSound: false,
	player: 'native',
	decodedWidthPx: 1_920,
	decodedHeightPx: 1_080,
	shownWidthPx: 784,
	shownHeightPx: 441,
	pixelRatio: 1,
	durationMs: 60_000,
	bitsPerSecond: 4_000_000,
	isAdaptive: false,
	offeredLines: [],
	captionTrackCount: 0,
	hasAutoplay: false,
	preload: 'auto',
	isMuted: false,
	isLooping: false,
	hasControls: true,
	isPlayed: true,
	playedMs: 20_000,
	loadedShare: 0.5,
	embed: null,
};

const { embed: _, ...SEEN_MEDIA } = MEDIA;

export const EMBED: AuditEmbed = {
	host: 'www.youtube.com',
	player: 'youtube',
	isContent: false,
	frameCount: 1,
	isPlayed: false,
};

export const LOAD: AuditLoad = {
	visitId: 'visit-0001',
	atMs: 1_764_000_001_000,
	activeMs: 30_000,
	files: [FILE],
	rest: { socket: { measuredBytes: 500, estimatedBytes: 0, unknownCount: 0, requestCount: 1 } },
	droppedFileCount: 0,
	media: [MEDIA],
	images: [IMAGE],
	embeds: [EMBED],
	isUninspected: false,
	isPartial: false,
};

export const PAGE: AuditPage = {
	auditId: AUDIT.id,
	number: 1,
	path: '/mod/page/view.php',
	code: '0k3zq9',
	title: 'Lifting loads',
	activity: 'page',
	first: LOAD,
	again: null,
};

/** What an inspection of that page finds. */
export const INSPECTION: AuditInspection = {
	frameId: 'frame0000000000a',
	host: FILE.host,
	title: PAGE.title,
	isEditing: false,
	files: [
		{
			key: 'k1',
			host: FILE.host,
			path: FILE.path,
			mimeType: 'image/jpeg',
			contentCoding: null,
			decodedBytes: 299_600,
		},
	],
	media: [SEEN_MEDIA],
	images: [IMAGE],
	embeds: [EMBED],
	player: null,
	isContent: false,
	isUsed: false,
};
