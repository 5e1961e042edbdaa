import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditFile, AuditImage, AuditLoad, AuditMedia } from '@/utils/core/schema/audit/audit-load';
import type { Kind } from '@/utils/core/schema/names';

const HOST = 'moodle.cfa.example';
const DAY_MS = 86_400_000;

/** Ids of the sample audits, the older one first. */
export const AUDIT_IDS = ['audit-sample-1', 'audit-sample-2'] as const;

function file(path: string, kind: Kind, bytes: number, more: Partial<AuditFile> = {}): AuditFile {
	return {
		host: HOST,
		path: path.startsWith('/') ? path : `/pluginfile.php/234/mod_page/content/${path}`,
		kind,
		traffic: { measuredBytes: bytes, estimatedBytes: 0, unknownCount: 0, requestCount: 1 },
		addressCount: 1,
		cachedCount: 0,
		savedBytes: 0,
		wholeBytes: bytes,
		mimeType: null,
		contentCoding: ['document', 'script', 'style', 'data'].includes(kind) ? 'gzip' : '',
		decodedBytes: null,
		caching: 'long',
		embed: null,
		...more,
	};
}

/** What each page of the platform loads, mostly from the cache when it is opened again. */
const THEME = [
	file('/theme/styles.php/boost/1763884800_1/all', 'style', 96_000),
	file('/lib/javascript.php/1763884800/lib/requirejs.js', 'script', 310_000),
	file('/theme/font.php/boost/core/1763884800/fa-solid-900.woff2', 'font', 126_000),
];

function image(of: AuditFile, natural: readonly [number, number], shown: readonly [number, number]): AuditImage {
	const [naturalWidthPx, naturalHeightPx] = natural;
	const [shownWidthPx, shownHeightPx] = shown;
	const sizes = { naturalWidthPx, naturalHeightPx, shownWidthPx, shownHeightPx };
	return { host: of.host, path: of.path, ...sizes, pixelRatio: 1, hasChoice: false, isLazy: false };
}

function video(of: AuditFile, lines: number, captionTrackCount: number): AuditMedia {
	return {
		file: { host: of.host, path: of.path },
		isSound: false,
		player: 'native',
		decodedWidthPx: Math.round((lines * 16) / 9),
		decodedHeightPx: lines,
		shownWidthPx: 784,
		shownHeightPx: 441,
		pixelRatio: 1,
		durationMs: 48_000,
		bitsPerSecond: Math.round(((of.wholeBytes ?? 0) * 8) / 48),
		isAdaptive: false,
		offeredLines: [lines],
		captionTrackCount,
		hasAutoplay: false,
		preload: 'metadata',
		isMuted: false,
		isLooping: false,
		hasControls: true,
		isPlayed: true,
		playedMs: 48_000,
		loadedShare: 1,
		embed: null,
	};
}

function load(files: readonly AuditFile[], more: Partial<AuditLoad> = {}): AuditLoad {
	return {
		visitId: 'visit-sample',
		atMs: 0,
		activeMs: 40_000,
		files: [file('/mod/page/view.php', 'document', 21_000), ...THEME, ...files],
		rest: {},
		droppedFileCount: 0,
		media: [],
		images: [],
		embeds: [],
		isUninspected: false,
		isPartial: false,
		...more,
	};
}

/** A return: what a cache may keep comes from it. */
function again(first: AuditLoad): AuditLoad {
	const files = first.files.map((each): AuditFile => {
		if (each.caching === 'none' || each.kind === 'document') return each;
		return {
			...each,
			traffic: { ...each.traffic, measuredBytes: 0 },
			cachedCount: 1,
			savedBytes: each.wholeBytes ?? 0,
		};
	});
	return { ...first, files };
}

const PHOTO = file('chantier.jpg', 'image', 2_400_000, { mimeType: 'image/jpeg' });
const SMALL_PHOTO = file('chantier.webp', 'image', 140_000, { mimeType: 'image/webp' });
const FULL_HD = file('une-journée-dehors.mp4', 'video', 26_300_000);
const SD = file('une-journée-dehors-480.mp4', 'video', 7_100_000);
const EMBEDDED = { host: 'www.youtube-nocookie.com', embed: 0 } as const;
const PLAYER = [
	file('/s/player/base.js', 'script', 820_000, EMBEDDED),
	file('/embed/abc', 'document', 60_000, EMBEDDED),
];

const TITLES = [
	'Vidéo : une journée dehors',
	'Repérer les dangers d’un site en plein air',
	'Vidéo : le travail en hauteur',
	'Guide d’évacuation (PDF)',
	'Les neuf principes de prévention',
] as const;

/** The loads of the course before and after its author has mended the first two pages. */
function loads(isMended: boolean): readonly AuditLoad[] {
	const main = isMended ? SD : FULL_HD;
	const photo = isMended ? SMALL_PHOTO : PHOTO;
	return [
		load([main], { media: [video(main, isMended ? 480 : 1080, isMended ? 1 : 0)] }),
		load([photo], { images: [image(photo, isMended ? [784, 523] : [4000, 2667], [784, 523])] }),
		load(PLAYER, {
			embeds: [{ host: EMBEDDED.host, player: 'youtube', isContent: false, frameCount: 1, isPlayed: false }],
		}),
		load([file('guide-evacuation.pdf', 'file', 8_200_000, { caching: 'none' })]),
		load([]),
	];
}

/** Two audits of one course up to a moment, in the shape of the store. */
export function sampleAudits(nowMs: number): { audits: Audit[]; auditPages: AuditPage[] } {
	const audits = AUDIT_IDS.map((id, index): Audit => {
		const startedAtMs = nowMs - (AUDIT_IDS.length - index) * DAY_MS;
		return {
			id,
			name: index === 0 ? 'Prévention des risques' : 'Prévention des risques, version allégée',
			host: HOST,
			platform: 'moodle',
			courseKey: '12',
			startedAtMs,
			endedAtMs: startedAtMs + 1_800_000,
			pageCount: TITLES.length,
			fileCount: 27,
			droppedPageCount: 0,
			personalPageCount: 2,
			droppedFileCount: 0,
		};
	});
	const auditPages = AUDIT_IDS.flatMap((auditId, index) =>
		loads(index > 0).map((first, place): AuditPage => {
			const title = TITLES[place] ?? '';
			const number = place + 1;
			const path = '/mod/page/view.php';
			return { auditId, number, path, code: `page${number}`, title, activity: 'page', first, again: again(first) };
		}),
	);
	return { audits, auditPages };
}
