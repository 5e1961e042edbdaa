import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { A, IMAGE, LESSON, NOW, opening, QUIZ, TrackerRig, top } from '@/tests/background/visits/tracker-rig';
import { headers, report, timed } from '@/tests/core/visit/sample';

const SITE = 'https://moodle.example';
/** A page that is still there has opened its visit by then. */
const UNHEARD_MS = 7_000;

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

/** The page and one of its files; the first message of the page is never heard. */
function loadLesson(): void {
	rig.complete(LESSON, 4_000, { type: 'main_frame', requestId: '1' });
	rig.complete(IMAGE, 500, { requestId: '2', initiator: SITE });
}
const saved = () =>
	[...rig.sink.visits.values()].map(({ id, host, traffic }) => ({
		host,
		bytes: rig.sink.bytes(id),
		unknownCount: traffic.received.other?.unknownCount ?? 0,
	}));

describe('a page that was left unheard while the background was stopped', () => {
	it('is a visit with the requests that were seen, and an unknown', async () => {
		loadLesson();
		await vi.advanceTimersByTimeAsync(50);
		rig.restart();
		rig.complete(`${IMAGE}?2`, 60, { requestId: '3', initiator: SITE });
		await vi.advanceTimersByTimeAsync(UNHEARD_MS + 1_500);
		expect(saved()).toEqual([{ host: 'moodle.example', bytes: 4_560, unknownCount: 1 }]);
		expect(rig.tracker.current(1)).toBeNull();
		expect(rig.sink.pending).toEqual([]);
	});

	it('is a visit although only files of it were seen', async () => {
		rig.restart();
		rig.complete(IMAGE, 500, { requestId: '2', initiator: SITE });
		await vi.advanceTimersByTimeAsync(UNHEARD_MS + 1_500);
		expect(saved()).toEqual([{ host: 'moodle.example', bytes: 500, unknownCount: 1 }]);
	});

	it('whose messages come before its events, which the browser kept while the background started, counts once', async () => {
		const loadedAtMs = NOW + 90;
		rig.restart();
		await vi.advanceTimersByTimeAsync(200);
		rig.tracker.open(top(), { ...opening(A, 'frame0000000000a'), startedAtMs: NOW });
		rig.tracker.end(1);
		rig.complete(LESSON, 4_000, { type: 'main_frame', requestId: '1', timeStamp: loadedAtMs });
		await vi.advanceTimersByTimeAsync(UNHEARD_MS + 1_500);
		expect(saved()).toEqual([{ host: 'moodle.example', bytes: 4_000, unknownCount: 0 }]);
	});

	it('whose messages come after its tab has shown another page, counts once', async () => {
		rig.restart();
		loadLesson();
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(500);
		expect(saved()).toEqual([{ host: 'moodle.example', bytes: 4_500, unknownCount: 1 }]);
		rig.tracker.open(top(), { ...opening(A, 'frame0000000000a'), startedAtMs: NOW - 5 });
		const addresses = [
			timed(LESSON, { kind: 'document', timedCount: 1, timedBytes: 4_000 }),
			timed(IMAGE, { timedCount: 1, timedBytes: 500 }),
		];
		rig.tracker.report(top(), report({ addresses, activeMs: 400, isLeaving: true }));
		await vi.advanceTimersByTimeAsync(1_500);
		expect(saved()).toEqual([{ host: 'moodle.example', bytes: 4_500, unknownCount: 1 }]);
		expect([...rig.sink.visits.values()].map(({ activeMs }) => activeMs)).toEqual([400]);
		expect(rig.tracker.current(1)).toBeNull();
	});

	it('is another visit than that of the page that its tab opens next at the same address', async () => {
		rig.restart();
		loadLesson();
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(500);
		rig.complete(LESSON, 4_000, { type: 'main_frame', requestId: '3' });
		rig.begin(A);
		await rig.tracker.flush();
		expect(saved().map(({ bytes }) => bytes)).toEqual([4_500, 4_000]);
	});

	it('leaves the events in the turn in which its visit is persisted, whether it is heard or not', async () => {
		const order: string[] = [];
		// As the queue of `VisitSessions` does.
		vi.spyOn(rig.sink, 'persist').mockImplementation(async () => {
			await null;
			order.push('visit');
		});
		vi.spyOn(rig.sink, 'persistPending').mockImplementation((events) => void order.push(`${events.length} events`));
		rig.restart();
		loadLesson();
		order.length = 0;
		rig.begin(A);
		await vi.advanceTimersByTimeAsync(0);
		expect(order.slice(0, 2)).toEqual(['0 events', 'visit']);
		rig.tracker.end(1);
		rig.complete(QUIZ, 3_000, { type: 'main_frame', requestId: '4' });
		await vi.advanceTimersByTimeAsync(0);
		order.length = 0;
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(0);
		expect(order.slice(0, 2)).toEqual(['0 events', 'visit']);
	});

	it('is recorded once, when the next page of its tab begins, when the tab is closed, and after another stop', async () => {
		loadLesson();
		await vi.advanceTimersByTimeAsync(50);
		rig.restart();
		await vi.advanceTimersByTimeAsync(1_000);
		rig.complete(QUIZ, 3_000, { type: 'main_frame', requestId: '4' });
		rig.begin(A, top(QUIZ));
		rig.complete(LESSON, 700, { type: 'main_frame', requestId: '5', tabId: 2 });
		rig.tracker.end(2);
		await rig.tracker.flush();
		const expected = [
			{ host: 'moodle.example', bytes: 4_500, unknownCount: 1 },
			{ host: 'moodle.example', bytes: 3_000, unknownCount: 0 },
			{ host: 'moodle.example', bytes: 700, unknownCount: 1 },
		];
		expect(saved()).toHaveLength(3);
		expect(saved()).toEqual(expect.arrayContaining(expected));
		rig.restart();
		await vi.advanceTimersByTimeAsync(UNHEARD_MS + 1_500);
		expect(saved()).toHaveLength(3);
	});

	it('is the visit that it opens where its first message comes again', async () => {
		loadLesson();
		await vi.advanceTimersByTimeAsync(50);
		rig.restart();
		await vi.advanceTimersByTimeAsync(4_000);
		rig.tracker.open(top(), {
			...{ frameId: 'frame0000000000a', visitId: A, startedAtMs: NOW, day: '2026-11-23' },
			...{ isLate: false, isAgain: false },
		});
		await vi.advanceTimersByTimeAsync(UNHEARD_MS);
		expect(saved()).toEqual([{ host: 'moodle.example', bytes: 4_500, unknownCount: 0 }]);
	});
});

describe('what was no page of a followed site', () => {
	it.each<[string, () => void]>([
		['a page that is not followed', () => rig.complete('https://bank.example/', 9_000, { type: 'main_frame' })],
		[
			'a frame of a followed site in a page that is not',
			() => rig.complete(IMAGE, 500, { initiator: SITE, frameId: 3 }),
		],
		[
			'an address that only redirects',
			() => {
				const responseHeaders = headers({ location: 'https://bank.example/' });
				const details = { requestId: '1', url: LESSON, type: 'main_frame', statusCode: 302, responseHeaders };
				const hop = { method: 'GET', tabId: 1, frameId: 0, timeStamp: NOW, ...details };
				rig.tracker.record(hop, rig.reader.redirected(hop));
			},
		],
		[
			'a download',
			() =>
				rig.complete(LESSON, 9_000, {
					type: 'main_frame',
					responseHeaders: headers({ 'content-disposition': 'attachment' }),
				}),
		],
		[
			'a page that is prepared and never shown',
			() => rig.complete(LESSON, 9_000, { type: 'main_frame', documentLifecycle: 'prerender' }),
		],
		['a request of a worker', () => rig.complete(IMAGE, 500, { initiator: SITE, tabId: -1 })],
	])('%s: no visit', async (_title, load) => {
		load();
		await vi.advanceTimersByTimeAsync(50);
		rig.restart();
		load();
		await vi.advanceTimersByTimeAsync(UNHEARD_MS + 1_500);
		expect(saved()).toEqual([]);
	});

	it('figures that the user has deleted: no visit', async () => {
		loadLesson();
		await vi.advanceTimersByTimeAsync(50);
		rig.restart();
		await rig.tracker.discard(null);
		await vi.advanceTimersByTimeAsync(UNHEARD_MS + 1_500);
		expect(saved()).toEqual([]);
	});
});

it('a page without a script, while the background runs on: no visit', async () => {
	loadLesson();
	rig.tracker.end(1);
	await vi.advanceTimersByTimeAsync(30_000);
	await rig.tracker.flush();
	expect(saved()).toEqual([]);
});
