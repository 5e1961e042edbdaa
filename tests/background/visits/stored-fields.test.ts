import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { applyWaste } from '@/utils/core/measure/apply-report';
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
import { VisitSessions } from '@/utils/background/visits/sessions';
import { RequestReader } from '@/utils/core/measure/network-request';
import { type Database, openDatabase } from '@/utils/store/database';
import { saveVisit } from '@/utils/store/visits';
import { STORED_FIELDS } from './stored-fields';

/** Parts of a page that must never be stored: paths, queries, fragments, names, texts. */
const SECRETS = ['dossier-medical', 'jeanne', 'token42', 'reponse-secrete', 'chapitre'];
const PAGE = 'https://moodle.example/dossier-medical/view.php?user=jeanne&key=token42#chapitre';
const FILE = 'https://cdn.example/jeanne/reponse-secrete.pdf?key=token42';
const CHAT = 'https://chat.example/v1/chat/completions?token=token42';
const VIDEO = 'https://media.example/jeanne.mp4?key=token42';

/** Amounts that a page loaded beyond need. */
const WASTE = { gifCount: 1, gifBytes: 400_000 };

const PART_OF: Readonly<Record<string, string>> = {
	assistants: '<family>',
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

/** A visit to a page full of secrets, in messages with extra fields and in network events. */
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
	const stream = headers({ 'content-type': 'text/event-stream', 'x-conversation': 'jeanne' });
	requests.push(request(CHAT, { requestId: '4', method: 'POST', responseHeaders: stream, documentUrl: PAGE }));
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
	const stuffed = parseFrameReport({
		...report({ media, nowPlaying }),
		addresses,
		connections: 'answer:own,1,40,900,0',
		...stuffing,
	});
	if (stuffed) tracker.report(sender, stuffed);
	const inspected = parseWaste({
		frameId: 'frame0000000000a',
		waste: { ...WASTE, ...stuffing },
		files: [],
		...stuffing,
	});
	if (inspected) tracker.change('visit0000000000a', (visit) => applyWaste(visit, inspected.frameId, inspected.waste));
	const observed = {
		platform: 'moodle',
		courseKey: '7',
		courseLabel: 'Sécurité incendie',
		activity: 'quiz',
		...stuffing,
	};
	const context = parseContext(observed);
	if (context) tracker.setContext('visit0000000000a', context);
	await tracker.flush();
}

beforeEach(async () => {
	fakeBrowser.reset();
	database = await openDatabase(`stored ${crypto.randomUUID()}`);
	const sessions = new VisitSessions();
	tracker = new VisitTracker(
		{
			noteChange: () => {},
			persist: (states) => sessions.persist(states),
			persistPending: (events) => void sessions.persistPending(events),
			async save(visits) {
				for (const visit of visits) await saveVisit(database, visit, visit.courseLabel);
			},
			discard: async () => {},
			notify: () => {},
		},
		{ isFollowedPage: () => true },
	);
	await study();
});

describe('the stored data of a page', () => {
	it.each(['visits', 'days', 'courses'] as const)('has only the agreed fields in %s', async (store) => {
		const records = await database.getAll(store);
		expect(records).toHaveLength(1);
		expect([...new Set(records.flatMap((record) => fieldsOf(record)))].sort()).toEqual(
			[...STORED_FIELDS[store]].sort(),
		);
	});

	it('has no texts except host, platform, course, activity, day and id', async () => {
		const [visit] = await database.getAll('visits');
		const texts = Object.values(visit ?? {}).filter((value) => typeof value === 'string');
		expect(texts.sort()).toEqual(['2026-11-23', '7', 'moodle', 'moodle.example', 'quiz', 'visit0000000000a']);
	});

	it('contains no part of an address or a text, in the database or the session', async () => {
		const stores = await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)));
		const session = await fakeBrowser.storage.session.get(null);
		const stored = JSON.stringify([stores, session, await fakeBrowser.storage.local.get(null)]).toLowerCase();
		expect(Object.keys(session).sort()).toEqual([
			'changing',
			'last',
			'visit:visit0000000000a frame0000000000a.0',
			'visit:visit0000000000a head',
			'visit:visit0000000000a rows.0',
		]);
		for (const secret of SECRETS) expect(stored.includes(secret), secret).toBe(false);
		for (const host of ['cdn.example', 'media.example', 'chat.example'])
			expect(stored.includes(host), host).toBe(false);
	});
});
