import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameSender } from '@/entrypoints/background/begin-visit';
import { VisitTracker } from '@/entrypoints/background/visits';
import { headBytes, headers, report, request, timed } from '@/tests/measure/sample';
import { addressKey } from '@/utils/measure/address-key';
import type { FrameOpen } from '@/utils/measure/frame-report';
import { type RequestDetails, RequestReader } from '@/utils/measure/network-request';
import { KeptVisits } from './kept-visits';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const LESSON = 'https://moodle.example/mod/page/view.php?id=5';
const QUIZ = 'https://moodle.example/mod/quiz/view.php?id=6';
const IMAGE = 'https://moodle.example/photo.jpg';
const FILM = 'https://media.example/film.mp4';
const A = 'visit0000000000a';
const B = 'visit0000000000b';
const GRACE_MS = 30_000;

const top = (url = LESSON, tabId = 1, documentId: string | null = null): FrameSender => ({
	tabId,
	frameNumber: 0,
	url,
	documentId,
	isTop: true,
});
const opening = (visitId: string | null, frameId: string): FrameOpen => ({
	frameId,
	visitId,
	startedAtMs: Date.now(),
	day: '2026-11-23',
	isLate: false,
});

let kept: KeptVisits;
let tracker: VisitTracker;
let reader: RequestReader;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	kept = new KeptVisits();
	tracker = new VisitTracker(kept);
	reader = new RequestReader();
});
afterEach(() => vi.useRealTimers());

/** Begins a visit as a top frame does. Its document's frame id follows from the visit's. */
function begin(id: string, sender = top(), frameId = id.replace('visit', 'frame')): string | null {
	return tracker.open(sender, opening(id, frameId))?.visitId ?? null;
}

/** A completed request: `bytes` in all, counted by the browser itself. */
function complete(url: string, bytes: number, changes: Partial<RequestDetails> = {}): void {
	const details = request(url, { responseSize: bytes, timeStamp: Date.now(), ...changes });
	tracker.book(details, reader.completed(details));
}

/** The headers of a film have come. */
function openFilm(film: RequestDetails): void {
	const opened = reader.opened(film);
	expect(opened).not.toBeNull();
	if (opened) tracker.book(film, opened);
}

/** The background stops and starts again with what was kept. */
function restart(): void {
	tracker = new VisitTracker(kept);
	reader = new RequestReader();
	tracker.restore([...kept.states.values()].map((state) => structuredClone(state)));
}

describe('requests that come before their page has spoken', () => {
	it('are claimed by it: the navigation and the files after it', async () => {
		complete(LESSON, 4_000, { type: 'main_frame' });
		complete(IMAGE, 500, { type: 'image' });
		begin(A);
		await tracker.flush();
		expect(kept.bytes(A)).toBe(4_000 + 500);
	});

	it('are claimed with the hops of their redirects', async () => {
		const hop = request('https://moodle.example/login', {
			requestId: '1',
			type: 'main_frame',
			statusCode: 302,
			timeStamp: NOW,
			responseHeaders: headers({ location: LESSON }),
		});
		tracker.book(hop, reader.redirected(hop));
		complete(LESSON, 4_000, { requestId: '1', type: 'main_frame' });
		begin(A);
		await tracker.flush();
		expect(kept.bytes(A)).toBe(headBytes({ location: LESSON }) + 4_000);
	});

	it('are dropped when they were another page’s of the same tab', async () => {
		complete('https://bank.example/', 9_000, { type: 'main_frame' });
		complete('https://bank.example/logo.png', 700, { documentId: 'BANK' });
		vi.advanceTimersByTime(1_000);
		complete(LESSON, 4_000, { type: 'main_frame', documentId: 'LESSON' });
		begin(A, top(LESSON, 1, 'LESSON'));
		await tracker.flush();
		expect(kept.bytes(A)).toBe(4_000);
	});

	it('are dropped when they are older than the page and bear no document’s name', async () => {
		complete('https://bank.example/logo.png', 700);
		vi.advanceTimersByTime(1_000);
		begin(A);
		await tracker.flush();
		expect(kept.bytes(A)).toBe(0);
	});

	it('are claimed with what the site’s service worker asked to answer the navigation', async () => {
		const asked = { tabId: -1, frameId: -1, initiator: 'https://moodle.example' };
		complete(LESSON, 4_000, asked);
		complete('https://bank.example/', 9_000, { ...asked, initiator: 'https://bank.example' });
		vi.advanceTimersByTime(10);
		tracker.open(top(), { ...opening(A, 'frame0000000000a'), startedAtMs: NOW });
		await tracker.flush();
		expect(kept.bytes(A)).toBe(4_000);
	});

	it('are dropped when they were another tab’s', async () => {
		complete(IMAGE, 500, { tabId: 2 });
		begin(A);
		await tracker.flush();
		expect(kept.bytes(A)).toBe(0);
	});

	it('are claimed once: a second page of the tab does not find them', async () => {
		complete(IMAGE, 500);
		begin(A);
		begin(B);
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([500, 0]);
	});

	it('are dropped after twenty seconds, and beyond three hundred a tab', async () => {
		for (let index = 0; index < 310; index++) complete(`${IMAGE}?${index}`, 10);
		begin(A);
		vi.advanceTimersByTime(1_000);
		complete(IMAGE, 500, { tabId: 2 });
		vi.advanceTimersByTime(21_000);
		complete(`${IMAGE}?late`, 60, { tabId: 2 });
		tracker.open(top(LESSON, 2), { ...opening(B, 'frame0000000000b'), startedAtMs: NOW });
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([300 * 10, 60]);
	});
});

describe('a tab that is not followed', () => {
	it('leaves nothing: not in the store, not in the session, not on a screen', async () => {
		complete('https://bank.example/', 9_000, { type: 'main_frame' });
		complete('https://bank.example/logo.png', 700, { type: 'image' });
		complete('https://bank.example/frame', 700, { type: 'sub_frame', frameId: 3 });
		expect(
			tracker.open({ ...top('https://widget.example/'), isTop: false }, opening(null, 'frame0000000000c')),
		).toBeNull();
		expect(tracker.report(top('https://bank.example/'), report({ activeMs: 5 }))).toBeNull();
		await vi.advanceTimersByTimeAsync(60_000);
		await tracker.flush();
		expect([kept.states.size, kept.visits.size, kept.saveCount, kept.shown.length]).toEqual([0, 0, 1, 0]);
		expect(tracker.current(1)).toBeNull();
	});

	it('leaves nothing in the visit that the tab held before, even when the background was stopped between', async () => {
		begin(A, top(LESSON, 1, 'LESSON'));
		complete(IMAGE, 500, { documentId: 'LESSON' });
		tracker.report(top(LESSON), report({ isLeaving: true }));
		await tracker.flush();
		restart();
		complete('https://bank.example/', 9_000, { type: 'main_frame', requestId: '8' });
		complete('https://bank.example/logo.png', 700, { documentId: 'BANK', requestId: '9' });
		complete('https://bank.example/advert', 700, { type: 'sub_frame', frameId: 3, requestId: '10' });
		await tracker.flush();
		expect(kept.bytes(A)).toBe(500);
		expect(tracker.current(1)).toBeNull();
	});
});

describe('a page under way', () => {
	it('gathers its frames, workers and downloads', async () => {
		begin(A);
		const child = { ...top('https://scorm.example/'), isTop: false };
		expect(tracker.open(child, opening(null, 'frame0000000000c'))?.visitId).toBe(A);
		complete('https://scorm.example/app.js', 100, { frameId: 5 });
		complete(`${LESSON}/worker.js`, 20, { tabId: -1, frameId: -1, initiator: 'https://moodle.example' });
		complete('https://other.example/push', 9_000, { tabId: -1, frameId: -1, initiator: 'https://other.example' });
		complete('https://other.example/push', 9_000, { tabId: -1, frameId: -1 });
		const attachment = headers({ 'content-disposition': 'attachment; filename="guide.pdf"' });
		complete('https://moodle.example/guide.pdf', 3_000, { type: 'main_frame', responseHeaders: attachment });
		await tracker.flush();
		expect(kept.bytes(A)).toBe(100 + 20 + 3_000);
	});

	it('takes what broke off when its tab was closed: Firefox names the page then, and no tab', async () => {
		begin(A);
		tracker.report(top(), report({ isLeaving: true }));
		complete(IMAGE, 800, { tabId: -1, documentUrl: LESSON, requestId: '1' });
		complete(IMAGE, 9_000, { tabId: -1, documentUrl: 'https://bank.example/', requestId: '2' });
		await tracker.flush();
		expect(kept.bytes(A)).toBe(800);
	});

	it('counts its own navigation once: a reload’s belongs to the page it brings', async () => {
		begin(A);
		complete(LESSON, 4_000, { type: 'main_frame', requestId: '1' });
		complete(LESSON, 5_000, { type: 'main_frame', requestId: '2' });
		begin(B);
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([4_000, 5_000]);
	});

	it('of a single-page application does not take the reload’s document for its own', async () => {
		begin(A);
		complete(LESSON, 4_000, { type: 'main_frame', requestId: '1' });
		begin(B, top(QUIZ), 'frame0000000000a');
		complete(QUIZ, 5_000, { type: 'main_frame', requestId: '2' });
		begin('visit0000000000c', top(QUIZ));
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B), kept.bytes('visit0000000000c')]).toEqual([4_000, 0, 5_000]);
	});

	it('is told the next visit when it is a child frame of a page that went on, its last totals taken', async () => {
		begin(A);
		begin(B, top(QUIZ), 'frame0000000000a');
		const child = { ...top('https://scorm.example/'), isTop: false };
		const said = report({ frameId: 'frame0000000000c', addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })] });
		expect(tracker.report(child, said)?.visitId).toBe(B);
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([800, 0]);
	});

	it('takes active time from its top frame only', async () => {
		begin(A);
		tracker.report(top(), report({ activeMs: 5_000 }));
		tracker.report({ ...top(), isTop: false }, report({ frameId: 'frame0000000000c', activeMs: 90_000 }));
		expect(tracker.current(1)?.activeMs).toBe(5_000);
	});

	it('moves with all its figures to the course that is found on it', async () => {
		begin(A);
		complete(IMAGE, 500);
		tracker.locate(A, { platform: 'moodle', courseKey: '7', courseLabel: 'Sécurité', activity: 'quiz' });
		tracker.locate('visit0000000000z', { platform: 'moodle', courseKey: '8', courseLabel: null, activity: 'page' });
		await tracker.flush();
		expect(kept.visits.get(A)).toMatchObject({
			platform: 'moodle',
			courseKey: '7',
			courseLabel: 'Sécurité',
			activity: 'quiz',
		});
		expect([kept.visits.size, kept.bytes(A)]).toEqual([1, 500]);
	});

	it('is the same visit when its opening is said twice', () => {
		expect([begin(A), begin(A)]).toEqual([A, A]);
		complete(IMAGE, 500);
		expect(begin(A)).toBe(A);
		expect(tracker.current(1)?.traffic.received.image?.measuredBytes).toBe(500);
	});

	it('is written at most once a second', async () => {
		begin(A);
		for (let index = 0; index < 50; index++) complete(`${IMAGE}?${index}`, 10);
		expect(kept.saveCount).toBe(0);
		await vi.advanceTimersByTimeAsync(1_000);
		expect([kept.saveCount, kept.bytes(A)]).toEqual([1, 50 * 10]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(kept.saveCount).toBe(1);
	});
});

describe('a page that leaves', () => {
	it('says its last totals, and its tab has no visit any more', async () => {
		begin(A);
		tracker.report(top(), report({ activeMs: 9_000, isLeaving: true }));
		expect(tracker.current(1)).toBeNull();
		await tracker.flush();
		expect(kept.visits.get(A)?.activeMs).toBe(9_000);
		expect(kept.shown.at(-1)).toEqual({ tabId: 1, visit: null });
	});

	it('is known by its document, whatever its frame’s number has become', () => {
		begin(A);
		expect(tracker.report({ ...top(), isTop: false }, report({ activeMs: 9_000, isLeaving: true }))?.visitId).toBe(A);
		expect(tracker.current(1)).toBeNull();
	});

	it('does not end the visit of the page after it when it speaks late', () => {
		begin(A);
		begin(B, top(QUIZ));
		tracker.report(top(), report({ activeMs: 9_000, isLeaving: true }));
		expect(tracker.current(1)?.id).toBe(B);
	});

	it('does not end when only a child frame leaves', () => {
		begin(A);
		tracker.report({ ...top(), isTop: false }, report({ frameId: 'frame0000000000c', isLeaving: true }));
		expect(tracker.current(1)?.id).toBe(A);
	});

	it('still gets what ends late: by document in Chrome, by the page’s address in Firefox', async () => {
		begin(A, top(LESSON, 1, 'D1'));
		begin(B, top(QUIZ, 1, 'D2'));
		complete(IMAGE, 500, { documentId: 'D1' });
		const given = request(FILM, { type: 'media', responseSize: 70_000, documentUrl: LESSON });
		const fact = reader.aborted(given);
		if (fact) tracker.book(given, fact);
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([500 + 70_000, 0]);
	});

	it('keeps a film that it opened, though the film ends under the next page of the application', async () => {
		const range = headers({ 'content-type': 'video/mp4', 'content-length': 600 });
		const film = request(FILM, { type: 'media', responseHeaders: range, documentId: 'D1' });
		begin(A, top(LESSON, 1, 'D1'));
		openFilm(film);
		begin(B, top(QUIZ, 1, 'D1'), 'frame0000000000a');
		tracker.book(film, reader.completed(film));
		await tracker.flush();
		expect(kept.visits.get(A)?.traffic.received.video).toMatchObject({ requestCount: 1, unknownCount: 0 });
		expect(kept.visits.get(B)?.traffic.received).toEqual({});
	});

	it('takes late events for thirty seconds, then is forgotten; its figures stay', async () => {
		begin(A, top(LESSON, 1, 'D1'));
		tracker.end(1);
		await vi.advanceTimersByTimeAsync(GRACE_MS - 1_000);
		complete(IMAGE, 500, { documentId: 'D1' });
		await vi.advanceTimersByTimeAsync(5_000);
		complete('https://elsewhere.example/', 1, { documentId: 'D9' });
		begin(B, top(QUIZ, 2, 'D2'));
		await tracker.flush();
		complete(`${IMAGE}?late`, 60, { documentId: 'D1' });
		expect(tracker.report(top(), report({ activeMs: 99_000 }))).toBeNull();
		await tracker.flush();
		expect([...kept.states.keys()]).toEqual([B]);
		expect([kept.bytes(A), kept.visits.get(A)?.activeMs]).toEqual([500, 0]);
	});
});

describe('a page that is left while it loads', () => {
	it('takes its navigation, which ends after its visit', async () => {
		begin(A);
		tracker.report(top(), report({ isLeaving: true }));
		const error = 'NS_BINDING_ABORTED';
		const broken = request(LESSON, { type: 'main_frame', responseSize: 3_000, timeStamp: Date.now(), error });
		const fact = reader.aborted(broken);
		if (fact) tracker.book(broken, fact);
		await tracker.flush();
		expect(kept.bytes(A)).toBe(3_000);
	});

	it('takes no later navigation to the same address, though it never saw its own', async () => {
		begin(A);
		tracker.report(top(), report({ isLeaving: true }));
		complete(LESSON, 5_000, { type: 'main_frame', requestId: 'later' });
		await tracker.flush();
		expect(kept.bytes(A)).toBe(0);
	});
});

describe('a page whose requests all show', () => {
	const seen = () => new VisitTracker(kept, () => true);

	it.each([
		['is seen from its beginning', {}, true],
		['is not when it was there before it was observed', { isLate: true }, false],
		['is not when it is older than this session of the background', { startedAtMs: NOW - 1 }, false],
	])('%s', (_title, said, isSeen) => {
		tracker = seen();
		tracker.restore([], NOW);
		expect(tracker.open(top(), { ...opening(A, 'frame0000000000a'), ...said })?.isSeen).toBe(isSeen);
	});

	it('is asked for the addresses whose sizes the network does not tell, until it has told them', () => {
		tracker = seen();
		begin(A);
		const chunked = request(IMAGE, { responseHeaders: headers({ 'transfer-encoding': 'chunked' }) });
		tracker.book(chunked, reader.completed(chunked));
		complete(FILM, 900);
		expect(tracker.report(top(), report())?.wanted).toEqual([addressKey(IMAGE)]);
		const said = report({ addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })] });
		expect(tracker.report(top(), said)?.wanted).toEqual([]);
	});

	it('is kept for the background’s next life soon after each request, before it is written for good', async () => {
		tracker = seen();
		begin(A);
		complete(FILM, 900);
		await vi.advanceTimersByTimeAsync(200);
		expect([kept.states.get(A)?.settled.received.video?.measuredBytes, kept.bytes(A)]).toEqual([900, null]);
		restart();
		await tracker.flush();
		complete(IMAGE, 100);
		await tracker.flush();
		expect(kept.bytes(A)).toBe(900 + 100);
	});

	it('tells everything when the network’s events show nothing of it after all', async () => {
		tracker = seen();
		begin(A);
		const said = report({ addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })] });
		expect(tracker.report(top(), said)?.isSeen).toBe(false);
		await tracker.flush();
		expect(kept.bytes(A)).toBe(800);
	});

	it('has an unknown part once the grant is taken back', async () => {
		tracker = seen();
		begin(A);
		complete(FILM, 900);
		tracker.accessNarrowed();
		await tracker.flush();
		expect(kept.visits.get(A)?.traffic.received.other).toMatchObject({ measuredBytes: 0, unknownCount: 1 });
	});
});

describe('two tabs at once', () => {
	it('never mix, by the network or by reports', async () => {
		begin(A, top(LESSON, 1));
		begin(B, top(LESSON, 2));
		complete(IMAGE, 500, { tabId: 1, requestId: '1' });
		complete(IMAGE, 60, { tabId: 2, requestId: '2' });
		expect(tracker.report(top(LESSON, 2), report({ visitId: A, activeMs: 9_000 }))?.visitId).toBe(B);
		tracker.end(1);
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([500, 60]);
		expect([kept.visits.get(A)?.activeMs, kept.visits.get(B)?.activeMs]).toEqual([0, 0]);
		expect([tracker.current(1), tracker.current(2)?.id]).toEqual([null, B]);
	});

	it('never mix though both show the same page', async () => {
		begin(A, top(LESSON, 1));
		begin(B, top(LESSON, 2));
		complete(IMAGE, 500, { tabId: 1, requestId: '1', documentUrl: LESSON });
		complete(IMAGE, 60, { tabId: 2, requestId: '2', documentUrl: LESSON });
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([500, 60]);
	});

	it('are shown each to whoever watches it', async () => {
		begin(A, top(LESSON, 1));
		begin(B, top(QUIZ, 2));
		await tracker.flush();
		expect(kept.shown.map(({ tabId, visit }) => [tabId, visit?.id])).toEqual([
			[1, A],
			[2, B],
		]);
	});
});

describe('a stop of the background', () => {
	it('before the figures were saved leaves that to the next life', async () => {
		tracker = new VisitTracker(kept, () => true);
		begin(A);
		complete(IMAGE, 500);
		tracker.report(top(), report({ activeMs: 3_000, isLeaving: true }));
		await vi.advanceTimersByTimeAsync(200);
		expect(kept.visits.has(A)).toBe(false);
		vi.clearAllTimers();
		restart();
		await vi.advanceTimersByTimeAsync(1_500);
		expect([kept.visits.get(A)?.activeMs, kept.bytes(A)]).toEqual([3_000, 500]);
	});

	it('doubles nothing and loses nothing: frames and the network go on where they were', async () => {
		const said = report({ activeMs: 4_000, addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })] });
		begin(A);
		complete(`${IMAGE}?1`, 500);
		tracker.report(top(), said);
		await tracker.flush();
		restart();
		expect(tracker.report(top(), said)?.visitId).toBe(A);
		complete(`${IMAGE}?2`, 60);
		tracker.report(top(), { ...said, addresses: [timed(IMAGE, { timedCount: 2, timedBytes: 1_000 })] });
		await tracker.flush();
		expect([kept.bytes(A), kept.visits.size]).toEqual([500 + 60 + 1_000, 1]);
	});

	it('counts a film once that was open before and ended after', async () => {
		const range = headers({ 'content-type': 'video/mp4', 'content-length': 600 });
		const film = request(FILM, { type: 'media', responseHeaders: range });
		begin(A);
		openFilm(film);
		tracker.report(top(), report({ films: [{ key: addressKey(FILM), share: 1, isPlayed: true, pipedShare: 0 }] }));
		await tracker.flush();
		restart();
		tracker.book(film, reader.completed(film));
		await tracker.flush();
		const measuredBytes = headBytes({ 'content-type': 'video/mp4', 'content-length': 600 }) + 600;
		expect(kept.visits.get(A)?.traffic.received.video).toEqual({
			measuredBytes,
			estimatedBytes: 0,
			unknownCount: 0,
			requestCount: 1,
		});
	});

	it('leaves each tab its newest visit; those before take late events only', async () => {
		begin(A, top(LESSON, 1, 'D1'));
		vi.advanceTimersByTime(1_000);
		begin(B, top(QUIZ, 1, 'D2'));
		await tracker.flush();
		restart();
		expect(tracker.current(1)?.id).toBe(B);
		complete(IMAGE, 500, { documentId: 'D1' });
		await tracker.flush();
		expect([kept.bytes(A), kept.bytes(B)]).toEqual([500, 0]);
	});

	it('does not bring back a visit that had ended', async () => {
		begin(A);
		tracker.end(1);
		await tracker.flush();
		restart();
		expect(tracker.current(1)).toBeNull();
	});
});

describe('a save that fails', () => {
	it('is made up for with the next change, in full', async () => {
		begin(A);
		complete(IMAGE, 500);
		kept.isFailing = true;
		await tracker.flush();
		expect(kept.visits.size).toBe(0);
		kept.isFailing = false;
		complete(`${IMAGE}?2`, 60);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(kept.bytes(A)).toBe(500 + 60);
	});

	it('keeps a visit that ended until it is written', async () => {
		begin(A);
		complete(IMAGE, 500);
		kept.isFailing = true;
		tracker.end(1);
		await vi.advanceTimersByTimeAsync(GRACE_MS + 5_000);
		await tracker.flush();
		kept.isFailing = false;
		await tracker.flush();
		expect(kept.bytes(A)).toBe(500);
		await tracker.flush();
		expect(kept.states.size).toBe(0);
	});
});

describe('dropping', () => {
	beforeEach(async () => {
		begin(A, top(LESSON, 1));
		begin(B, top('https://ecole.example/', 2));
		await tracker.flush();
	});

	it('forgets the visits of one host and lets the others go on', async () => {
		complete(IMAGE, 500, { tabId: 1 });
		await tracker.drop('moodle.example');
		expect([...kept.states.keys()]).toEqual([B]);
		expect([tracker.current(1), tracker.current(2)?.id]).toEqual([null, B]);
		expect(kept.shown.at(-1)).toEqual({ tabId: 1, visit: null });
		expect(tracker.report(top(LESSON, 1), report({ activeMs: 9_000 }))).toBeNull();
		await tracker.flush();
		expect(kept.bytes(A)).toBe(0);
	});

	it('forgets all visits, and writes none of them again', async () => {
		complete(IMAGE, 500, { tabId: 1 });
		complete(IMAGE, 500, { tabId: 2, requestId: '2' });
		await tracker.drop(null);
		kept.visits.clear();
		await vi.advanceTimersByTimeAsync(60_000);
		expect([kept.states.size, kept.visits.size]).toEqual([0, 0]);
	});

	it('waits for a write that is under way before it forgets', async () => {
		const order: string[] = [];
		const { save, forget } = kept;
		kept.save = async (...written) => {
			await new Promise((resolve) => setTimeout(resolve, 100));
			order.push('save');
			return save.apply(kept, written);
		};
		kept.forget = async (ids) => {
			if (ids.includes(A)) order.push('forget');
			return forget.call(kept, ids);
		};
		complete(IMAGE, 500, { tabId: 1 });
		void tracker.flush();
		await vi.advanceTimersByTimeAsync(1);
		const dropped = tracker.drop(null);
		await vi.advanceTimersByTimeAsync(200);
		await dropped;
		expect(order).toEqual(['save', 'forget']);
		expect(kept.states.size).toBe(0);
	});
});
