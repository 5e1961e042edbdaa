import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headBytes, headers, report, request } from '@/tests/core/visit/sample';
import { A, B, IMAGE, LESSON, NOW, opening, QUIZ, TrackerRig, top } from './tracker-rig';

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

it('the next page in a tab has its navigation, though the page before is heard to leave only after it', async () => {
	rig.begin(A);
	rig.complete(QUIZ, 700, { type: 'main_frame' });
	rig.tracker.report(top(LESSON), report({ isLeaving: true }));
	rig.begin(B, top(QUIZ));
	await rig.tracker.flush();
	expect(rig.sink.bytes(B)).toBe(700);
});

describe('requests before the first message of their page', () => {
	it('are counted for it: the navigation and the files after it', async () => {
		rig.complete(LESSON, 4_000, { type: 'main_frame' });
		rig.complete(IMAGE, 500, { type: 'image' });
		rig.begin(A);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(4_000 + 500);
	});

	it('are counted with their redirects', async () => {
		const hop = request('https://moodle.example/login', {
			requestId: '1',
			type: 'main_frame',
			statusCode: 302,
			timeStamp: NOW,
			responseHeaders: headers({ location: LESSON }),
		});
		rig.tracker.record(hop, rig.reader.redirected(hop));
		rig.complete(LESSON, 4_000, { requestId: '1', type: 'main_frame' });
		rig.begin(A);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(headBytes({ location: LESSON }) + 4_000);
	});

	it('are dropped when they belong to another page of the same tab', async () => {
		rig.complete('https://bank.example/', 9_000, { type: 'main_frame' });
		rig.complete('https://bank.example/logo.png', 700, { documentId: 'BANK' });
		vi.advanceTimersByTime(1_000);
		rig.complete(LESSON, 4_000, { type: 'main_frame', documentId: 'LESSON' });
		rig.begin(A, top(LESSON, 1, 'LESSON'));
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(4_000);
	});

	it('are dropped when they are older than the page and have no document id', async () => {
		rig.complete('https://bank.example/logo.png', 700);
		vi.advanceTimersByTime(1_000);
		rig.begin(A);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(0);
	});

	it('are counted with the requests of the site’s service worker for the navigation', async () => {
		const asked = { tabId: -1, frameId: -1, initiator: 'https://moodle.example' };
		rig.complete(LESSON, 4_000, asked);
		rig.complete('https://bank.example/', 9_000, { ...asked, initiator: 'https://bank.example' });
		vi.advanceTimersByTime(10);
		rig.tracker.open(top(), { ...opening(A, 'frame0000000000a'), startedAtMs: NOW });
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(4_000);
	});

	it('are matched by address where they have no tab, each navigation with one page', async () => {
		const tabless = { tabId: -1, type: 'main_frame' };
		rig.complete(LESSON, 4_000, { ...tabless, requestId: '1' });
		rig.complete(LESSON, 5_000, { ...tabless, requestId: '2' });
		rig.complete(QUIZ, 9_000, { ...tabless, requestId: '3', originUrl: LESSON });
		rig.begin(A);
		rig.begin(B, top(LESSON, 2));
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([5_000, 4_000]);
	});

	it('are counted once for a page that Chrome has prepared, and not for the page before it', async () => {
		const prepared = { frameId: 7, frameType: 'outermost_frame', documentLifecycle: 'prerender' };
		rig.begin(A, top(LESSON, 1, 'LESSON'));
		rig.complete(QUIZ, 4_000, { ...prepared, type: 'main_frame' });
		rig.complete(IMAGE, 500, { ...prepared, documentId: 'QUIZ' });
		rig.complete(`${IMAGE}?2`, 900, { ...prepared, documentId: 'OTHER' });
		rig.begin(B, top(QUIZ, 1, 'QUIZ'));
		// It came before the page was shown, and is heard of after.
		rig.complete(`${IMAGE}?3`, 60, { ...prepared, documentId: 'QUIZ' });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([0, 4_000 + 500 + 60]);
		// What nobody opens belongs to the page that asked for it.
		await vi.advanceTimersByTimeAsync(2_000);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(900);
	});

	it('are dropped when they belong to another tab', async () => {
		rig.complete(IMAGE, 500, { tabId: 2 });
		rig.begin(A);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(0);
	});

	it('are counted once, not again for a second page of the tab', async () => {
		rig.complete(IMAGE, 500);
		rig.begin(A);
		rig.begin(B);
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([500, 0]);
	});

	it('are dropped after twenty seconds, and above three hundred per tab', async () => {
		for (let index = 0; index < 310; index++) rig.complete(`${IMAGE}?${index}`, 10);
		rig.begin(A);
		vi.advanceTimersByTime(1_000);
		rig.complete(IMAGE, 500, { tabId: 2 });
		vi.advanceTimersByTime(21_000);
		rig.complete(`${IMAGE}?late`, 60, { tabId: 2 });
		rig.tracker.open(top(LESSON, 2), { ...opening(B, 'frame0000000000b'), startedAtMs: NOW });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([300 * 10, 60]);
	});
});

describe('a tab that is not followed', () => {
	it('leaves nothing in the store, in the session or on screen', async () => {
		rig.complete('https://bank.example/', 9_000, { type: 'main_frame' });
		rig.complete('https://bank.example/logo.png', 700, { type: 'image' });
		rig.complete('https://bank.example/frame', 700, { type: 'sub_frame', frameId: 3 });
		expect(
			rig.tracker.open({ ...top('https://widget.example/'), isTop: false }, opening(null, 'frame0000000000c')),
		).toBeNull();
		expect(rig.tracker.report(top('https://bank.example/'), report({ activeMs: 5 }))).toBeNull();
		await vi.advanceTimersByTimeAsync(60_000);
		await rig.tracker.flush();
		expect([rig.sink.states.size, rig.sink.visits.size, rig.sink.saveCount, rig.sink.shown.length]).toEqual([
			0, 0, 1, 0,
		]);
		expect(rig.tracker.current(1)).toBeNull();
	});

	it('adds nothing to the previous visit of the tab, even after a restart of the background', async () => {
		rig.begin(A, top(LESSON, 1, 'LESSON'));
		rig.complete(IMAGE, 500, { documentId: 'LESSON' });
		rig.tracker.report(top(LESSON), report({ isLeaving: true }));
		await rig.tracker.flush();
		rig.restart();
		rig.complete('https://bank.example/', 9_000, { type: 'main_frame', requestId: '8' });
		rig.complete('https://bank.example/logo.png', 700, { documentId: 'BANK', requestId: '9' });
		rig.complete('https://bank.example/advert', 700, { type: 'sub_frame', frameId: 3, requestId: '10' });
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(500);
		expect(rig.tracker.current(1)).toBeNull();
	});
});
