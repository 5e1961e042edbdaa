import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headers, report, timed } from '@/tests/core/visit/sample';
import { A, B, IMAGE, LESSON, NOW, opening, QUIZ, TrackerRig, top } from './tracker-rig';

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

describe('an open page', () => {
	it('includes the requests of its frames, workers and downloads', async () => {
		rig.begin(A);
		const child = { ...top('https://scorm.example/'), isTop: false };
		expect(rig.tracker.open(child, opening(null, 'frame0000000000c'))?.visitId).toBe(A);
		rig.complete('https://scorm.example/app.js', 100, { frameId: 5 });
		rig.complete(`${LESSON}/worker.js`, 20, { tabId: -1, frameId: -1, initiator: 'https://moodle.example' });
		rig.complete('https://other.example/push', 9_000, { tabId: -1, frameId: -1, initiator: 'https://other.example' });
		rig.complete('https://other.example/push', 9_000, { tabId: -1, frameId: -1 });
		const attachment = headers({ 'content-disposition': 'attachment; filename="guide.pdf"' });
		rig.complete('https://moodle.example/guide.pdf', 3_000, { type: 'main_frame', responseHeaders: attachment });
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(100 + 20 + 3_000);
	});

	it('includes no request of another page in its tab, though its leaving is not reported', async () => {
		rig.begin(A);
		const first = { documentId: undefined, frameId: 0 };
		rig.complete('https://bank.example/style.css', 9_000, { ...first, initiator: 'https://bank.example' });
		rig.complete('https://moodle.example/style.css', 500, { ...first, initiator: 'https://moodle.example' });
		rig.complete('https://moodle.example/icon.png', 30, { ...first, initiator: 'null' });
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(530);
	});

	it('includes requests aborted when its tab closed: Firefox then gives the page but no tab', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.complete(IMAGE, 800, { tabId: -1, documentUrl: LESSON, requestId: '1' });
		rig.complete(IMAGE, 9_000, { tabId: -1, documentUrl: 'https://bank.example/', requestId: '2' });
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(800);
	});

	it('is matched by address to a navigation without a tab, and by origin to a download without a tab', async () => {
		rig.begin(A);
		rig.begin(B, top(QUIZ, 2));
		const tabless = { tabId: -1, type: 'main_frame' };
		const attachment = headers({ 'content-disposition': 'attachment; filename="guide.pdf"' });
		rig.complete(LESSON, 4_000, { ...tabless, requestId: '1' });
		rig.complete(LESSON, 5_000, { ...tabless, requestId: '2' });
		const guide = 'https://moodle.example/guide.pdf';
		rig.complete(guide, 300, { ...tabless, requestId: '3', originUrl: QUIZ, responseHeaders: attachment });
		rig.complete(guide, 9_000, { ...tabless, requestId: '4', responseHeaders: attachment });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([4_000, 300]);
	});

	it('counts its own navigation once: that of a reload belongs to the next page', async () => {
		rig.begin(A);
		rig.complete(LESSON, 4_000, { type: 'main_frame', requestId: '1' });
		rig.complete(LESSON, 5_000, { type: 'main_frame', requestId: '2' });
		rig.begin(B);
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([4_000, 5_000]);
	});

	it('of a single-page application does not count the document of a reload', async () => {
		rig.begin(A);
		rig.complete(LESSON, 4_000, { type: 'main_frame', requestId: '1' });
		rig.begin(B, top(QUIZ), 'frame0000000000a');
		rig.complete(QUIZ, 5_000, { type: 'main_frame', requestId: '2' });
		rig.begin('visit0000000000c', top(QUIZ));
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B), rig.sink.bytes('visit0000000000c')]).toEqual([4_000, 0, 5_000]);
	});

	it('counts the last totals of a child frame and moves it to the application’s next visit', async () => {
		rig.begin(A);
		rig.begin(B, top(QUIZ), 'frame0000000000a');
		const child = { ...top('https://scorm.example/'), isTop: false };
		const first = report({
			frameId: 'frame0000000000c',
			addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })],
		});
		expect(rig.tracker.report(child, first)?.visitId).toBe(B);
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([800, 0]);
	});

	it('takes active time from its top frame only', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ activeMs: 5_000 }));
		rig.tracker.report({ ...top(), isTop: false }, report({ frameId: 'frame0000000000c', activeMs: 90_000 }));
		expect(rig.tracker.current(1)?.activeMs).toBe(5_000);
	});

	it('moves with all its figures to the course found on it', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.setContext(A, { platform: 'moodle', courseKey: '7', courseLabel: 'Sécurité', activity: 'quiz' });
		rig.tracker.setContext('visit0000000000z', {
			platform: 'moodle',
			courseKey: '8',
			courseLabel: null,
			activity: 'page',
		});
		await rig.tracker.flush();
		expect(rig.sink.visits.get(A)).toMatchObject({
			platform: 'moodle',
			courseKey: '7',
			courseLabel: 'Sécurité',
			activity: 'quiz',
		});
		expect([rig.sink.visits.size, rig.sink.bytes(A)]).toEqual([1, 500]);
	});

	it('is one visit although it is opened twice', () => {
		expect([rig.begin(A), rig.begin(A)]).toEqual([A, A]);
		rig.complete(IMAGE, 500);
		expect(rig.begin(A)).toBe(A);
		expect(rig.tracker.current(1)?.traffic.received.image?.measuredBytes).toBe(500);
	});

	it('is saved as it begins, then at most once a second', async () => {
		rig.begin(A);
		for (let index = 0; index < 50; index++) rig.complete(`${IMAGE}?${index}`, 10);
		expect(rig.sink.saveCount).toBe(0);
		await vi.advanceTimersByTimeAsync(1_000);
		expect([rig.sink.saveCount, rig.sink.bytes(A)]).toEqual([2, 50 * 10]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(rig.sink.saveCount).toBe(2);
	});
});
