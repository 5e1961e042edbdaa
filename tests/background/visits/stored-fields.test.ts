import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { parseFrameReport } from '@/utils/core/measure/frame-report';
import { parseFrameOpen } from '@/utils/core/schema/frame-report';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { parseContext } from '@/utils/core/schema/visit';
import { parseWaste } from '@/utils/core/schema/waste';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PLAYING } from '@/tests/core/visit/playing';
import { headers, report, request, timed } from '@/tests/core/visit/sample';
import { persistSessions } from '@/utils/background/visits/sessions';
import { RequestReader } from '@/utils/core/measure/network-request';
import { type Database, openDatabase } from '@/utils/store/database';
import { saveVisit } from '@/utils/store/visits';

/** Whatever of a page must not be found in anything that is kept: paths, queries, fragments, names, texts. */
const SECRETS = ['dossier-medical', 'jeanne', 'token42', 'reponse-secrete', 'chapitre'];
const PAGE = 'https://moodle.example/dossier-medical/view.php?user=jeanne&key=token42#chapitre';
const FILE = 'https://cdn.example/jeanne/reponse-secrete.pdf?key=token42';
const VIDEO = 'https://media.example/jeanne.mp4?key=token42';

const MEDIA_FIELDS = [
	'media.adMs',
	'media.adaptiveMs',
	'media.audioMs',
	'media.bufferedMs',
	'media.cameraReceivedMs',
	'media.cameraSentMs',
	'media.captionedMs',
	'media.classMs',
	'media.contentMs',
	'media.decodedBytes',
	'media.decodedContentMs',
	'media.detailedMs',
	'media.distinctMs',
	'media.durationMs',
	'media.fullScreenMs',
	'media.hiddenMs',
	'media.idleMs',
	'media.loadedCount',
	'media.msByPlayer.<player>',
	'media.mutedMs',
	'media.offScreenMs',
	'media.oversizedMs',
	'media.oversizedMsByHeight.<height>',
	'media.pictureInPictureMs',
	'media.playedBufferedMs',
	'media.playedCount',
	'media.replayedMs',
	'media.screenShareMs',
	'media.seekCount',
	'media.selfStartedMs',
	'media.singleQualityMs',
	'media.skippedMs',
	'media.soundOnlyMs',
	'media.unplayedBytes',
	'media.unseenMsByHeight.<height>',
	'media.videoMs',
	'media.videoMsByCodec.<codec>',
	'media.videoMsByHeight.<height>',
];

/** Amounts of what a page loaded beyond need: no address and no key of one. */
const WASTE = { gifCount: 1, gifBytes: 400_000 };
const WASTE_KEPT = ['waste.gifBytes', 'waste.gifCount'];

/** Everything that may ever be kept for good. A new field here is a decision about privacy: it changes the README too. */
const KEPT_FIELDS = {
	visits: [
		'activeMs',
		'activity',
		'courseKey',
		'day',
		'host',
		'id',
		...MEDIA_FIELDS,
		'platform',
		'startedAtMs',
		'traffic.received.<kind>.estimatedBytes',
		'traffic.received.<kind>.measuredBytes',
		'traffic.received.<kind>.requestCount',
		'traffic.received.<kind>.unknownCount',
		'traffic.sentBytes',
		'traffic.sparedBytes',
		...WASTE_KEPT,
	],
	days: [
		'activeMs',
		'activity',
		'courseKey',
		'day',
		'host',
		...MEDIA_FIELDS,
		'platform',
		'traffic.received.<kind>.estimatedBytes',
		'traffic.received.<kind>.measuredBytes',
		'traffic.received.<kind>.requestCount',
		'traffic.received.<kind>.unknownCount',
		'traffic.sentBytes',
		'traffic.sparedBytes',
		'visitCount',
		...WASTE_KEPT,
	],
	courses: ['courseKey', 'host', 'label', 'lastDay', 'platform'],
};

const PART_OF: Readonly<Record<string, string>> = {
	received: '<kind>',
	videoMsByHeight: '<height>',
	unseenMsByHeight: '<height>',
	oversizedMsByHeight: '<height>',
	msByPlayer: '<player>',
	videoMsByCodec: '<codec>',
};

function fieldsOf(value: unknown, path = ''): string[] {
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([name, inner]) => {
		const parent = path.split('.').at(-1);
		const field = PART_OF[parent ?? ''] ?? name;
		return fieldsOf(inner, path ? `${path}.${field}` : field);
	});
}

let database: Database;
let tracker: VisitTracker;

/** A stay on a page full of what must not be kept, told by stuffed messages and network events. */
async function study(): Promise<void> {
	const stuffing = { title: 'jeanne', url: PAGE, text: 'reponse-secrete' };
	const reader = new RequestReader();
	const sender = { tabId: 1, frameNumber: 0, url: PAGE, documentId: null, isTop: true };
	const requests = [
		request(PAGE, { requestId: '1', type: 'main_frame', responseSize: 4_000, requestSize: 300 }),
		request(FILE, {
			requestId: '2',
			responseSize: 500,
			responseHeaders: headers({ 'set-cookie': 'token42' }),
			documentUrl: PAGE,
		}),
	];
	for (const details of requests) tracker.record(details, reader.completed(details));
	const opening = { frameId: 'frame0000000000a', visitId: 'visit0000000000a', startedAtMs: 1, day: '2026-11-23' };
	const frameOpen = parseFrameOpen({ ...opening, ...stuffing });
	if (frameOpen) tracker.open(sender, frameOpen);
	const video = request(VIDEO, { requestId: '3', type: 'media', responseHeaders: headers({ 'content-length': 900 }) });
	const opened = reader.opened(video);
	if (opened) tracker.record(video, opened);
	const media = {
		...NO_MEDIA,
		videoMs: 9,
		audioMs: 1,
		hiddenMs: 2,
		oversizedMs: 3,
		videoMsByHeight: { 480: 9 },
		unseenMsByHeight: { 480: 2 },
		oversizedMsByHeight: { 480: 3 },
		msByPlayer: { native: 9 },
		videoMsByCodec: { avc1: 9 },
		...stuffing,
	};
	const nowPlaying = { ...PLAYING, ...stuffing };
	const addresses = [
		{ ...timed(FILE, { timedCount: 1, timedBytes: 700 }), initiator: 'fetch', ending: 'pdf', ...stuffing },
	];
	const stuffed = parseFrameReport({ ...report({ media, nowPlaying }), addresses, connections: '', ...stuffing });
	if (stuffed) tracker.report(sender, stuffed);
	const inspected = parseWaste({
		frameId: 'frame0000000000a',
		waste: { ...WASTE, ...stuffing },
		files: [],
		...stuffing,
	});
	if (inspected) tracker.setWaste('visit0000000000a', inspected.frameId, inspected.waste);
	const seen = { platform: 'moodle', courseKey: '7', courseLabel: 'Sécurité incendie', activity: 'quiz', ...stuffing };
	const place = parseContext(seen);
	if (place) tracker.setContext('visit0000000000a', place);
	await tracker.flush();
}

beforeEach(async () => {
	fakeBrowser.reset();
	database = await openDatabase(`kept ${crypto.randomUUID()}`);
	tracker = new VisitTracker({
		persist: persistSessions,
		async save(visits) {
			for (const visit of visits) await saveVisit(database, visit, visit.courseLabel);
		},
		discard: async () => {},
		notify: () => {},
	});
	await study();
});

describe('what is kept of a page', () => {
	it.each(['visits', 'days', 'courses'] as const)('has no field in %s beyond those that were agreed', async (store) => {
		const records = await database.getAll(store);
		expect(records).toHaveLength(1);
		expect([...new Set(records.flatMap((record) => fieldsOf(record)))].sort()).toEqual([...KEPT_FIELDS[store]].sort());
	});

	it('names the host, the course and the day, and no text besides', async () => {
		const [visit] = await database.getAll('visits');
		const texts = Object.values(visit ?? {}).filter((value) => typeof value === 'string');
		expect(texts.sort()).toEqual(['2026-11-23', '7', 'moodle', 'moodle.example', 'quiz', 'visit0000000000a']);
	});

	it('holds nothing of an address or of a text, for good or for the session', async () => {
		const stores = await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)));
		const session = await fakeBrowser.storage.session.get(null);
		const kept = JSON.stringify([stores, session, await fakeBrowser.storage.local.get(null)]).toLowerCase();
		expect(Object.keys(session)).toEqual(['visit:visit0000000000a']);
		for (const secret of SECRETS) expect(kept.includes(secret), secret).toBe(false);
		for (const host of ['cdn.example', 'media.example']) expect(kept.includes(host), host).toBe(false);
	});
});
