import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headBytes, headers, loadedVideo, report, request, timed } from '@/tests/core/visit/sample';
import { A, B, GRACE_MS, IMAGE, LESSON, NOW, opening, QUIZ, TrackerRig, top, VIDEO } from './tracker-rig';

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

describe('a stop of the background', () => {
	it('before the figures are saved: they are saved after the restart', async () => {
		rig.sink.isFull = true;
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.report(top(), report({ activeMs: 3_000, isLeaving: true }));
		await vi.advanceTimersByTimeAsync(200);
		expect(rig.sink.visits.has(A)).toBe(false);
		vi.clearAllTimers();
		rig.sink.isFull = false;
		rig.restart();
		await vi.advanceTimersByTimeAsync(1_500);
		expect([rig.sink.visits.get(A)?.activeMs, rig.sink.bytes(A)]).toEqual([3_000, 500]);
	});

	it('right after a visit has begun: it is stored, so that a killed browser can add an unknown request to it', async () => {
		rig.begin(A);
		await vi.advanceTimersByTimeAsync(10);
		expect(rig.sink.visits.has(A)).toBe(true);
	});

	it('neither doubles nor loses anything: reports and network events continue', async () => {
		const first = report({ activeMs: 4_000, addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })] });
		rig.begin(A);
		rig.complete(`${IMAGE}?1`, 500);
		rig.tracker.report(top(), first);
		await rig.tracker.flush();
		rig.restart();
		expect(rig.tracker.report(top(), first)?.visitId).toBe(A);
		rig.complete(`${IMAGE}?2`, 60);
		rig.tracker.report(top(), { ...first, addresses: [timed(IMAGE, { timedCount: 2, timedBytes: 1_000 })] });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.visits.size]).toEqual([500 + 60 + 1_000, 1]);
	});

	it('counts a video that it interrupts once', async () => {
		const range = headers({ 'content-type': 'video/mp4', 'content-length': 600 });
		const video = request(VIDEO, { type: 'media', responseHeaders: range });
		rig.begin(A);
		rig.openVideo(video);
		rig.tracker.report(top(), report({ videos: [loadedVideo(VIDEO, { share: 1, isPlayed: true })] }));
		await rig.tracker.flush();
		rig.restart();
		rig.tracker.record(video, rig.reader.completed(video));
		await rig.tracker.flush();
		const measuredBytes = headBytes({ 'content-type': 'video/mp4', 'content-length': 600 }) + 600;
		expect(rig.sink.visits.get(A)?.traffic.received.video).toEqual({
			measuredBytes,
			estimatedBytes: 0,
			unknownCount: 0,
			requestCount: 1,
		});
	});

	it('while a page opens: its navigation and first files are counted', async () => {
		rig.isWide = true;
		rig.complete(LESSON, 4_000, { type: 'main_frame', requestId: '1' });
		rig.complete(IMAGE, 500, { requestId: '2', initiator: 'https://moodle.example' });
		rig.complete('https://bank.example/', 9_000, { type: 'main_frame', tabId: 2 });
		await vi.advanceTimersByTimeAsync(50);
		expect(JSON.stringify(rig.sink.pending)).not.toMatch(/bank|view\.php|photo/);
		rig.restart();
		rig.begin(A);
		await vi.advanceTimersByTimeAsync(0);
		vi.clearAllTimers();
		rig.restart();
		expect(rig.tracker.report(top(), report({ activeMs: 5 }))?.visitId).toBe(A);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(4_000 + 500);
		expect(rig.sink.pending).toEqual([]);
	});

	it('before the visit is persisted: its page opens a new one, with an unknown', async () => {
		rig.begin(A);
		rig.sink.states.clear();
		rig.restart();
		expect(rig.tracker.report(top(), report())).toBeNull();
		rig.tracker.open(top(), { ...opening(B, 'frame0000000000a'), isAgain: true });
		rig.complete(IMAGE, 500);
		await rig.tracker.flush();
		expect(rig.sink.visits.get(B)?.traffic.received.other?.unknownCount).toBe(1);
		expect(rig.sink.bytes(B)).toBe(500);
	});

	it('leaves each tab its newest visit; earlier ones count late events only', async () => {
		rig.begin(A, top(LESSON, 1, 'D1'));
		vi.advanceTimersByTime(1_000);
		rig.begin(B, top(QUIZ, 1, 'D2'));
		await rig.tracker.flush();
		rig.restart();
		expect(rig.tracker.current(1)?.id).toBe(B);
		rig.complete(IMAGE, 500, { documentId: 'D1' });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([500, 0]);
	});

	it('does not restore a visit that had ended', async () => {
		rig.begin(A);
		rig.tracker.end(1);
		await rig.tracker.flush();
		rig.restart();
		expect(rig.tracker.current(1)).toBeNull();
	});
});

describe('a failed save', () => {
	it('is repeated in full with the next change', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.sink.isFailing = true;
		await rig.tracker.flush();
		expect(rig.sink.visits.size).toBe(0);
		rig.sink.isFailing = false;
		rig.complete(`${IMAGE}?2`, 60);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rig.sink.bytes(A)).toBe(500 + 60);
	});

	it('is repeated without a change: the disk may have room again', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.sink.isFull = true;
		await vi.advanceTimersByTimeAsync(60_000);
		expect(rig.sink.visits.size).toBe(0);
		rig.sink.isFull = false;
		await vi.advanceTimersByTimeAsync(10_000);
		expect(rig.sink.bytes(A)).toBe(500);
	});

	it('does not discard an ended visit before it is saved', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.sink.isFailing = true;
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(GRACE_MS + 5_000);
		await rig.tracker.flush();
		rig.sink.isFailing = false;
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(500);
		await rig.tracker.flush();
		expect(rig.sink.states.size).toBe(0);
	});
});

describe('the erasure of visits', () => {
	beforeEach(async () => {
		rig.begin(A, top(LESSON, 1));
		rig.begin(B, top('https://ecole.example/', 2));
		await rig.tracker.flush();
	});

	it('discards the visits of one host and leaves the others', async () => {
		rig.complete(IMAGE, 500, { tabId: 1 });
		await rig.tracker.discard('moodle.example');
		expect([...rig.sink.states.keys()]).toEqual([B]);
		expect([rig.tracker.current(1), rig.tracker.current(2)?.id]).toEqual([null, B]);
		expect(rig.sink.shown.at(-1)).toEqual({ tabId: 1, visit: null });
		expect(rig.tracker.report(top(LESSON, 1), report({ activeMs: 9_000 }))).toBeNull();
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(0);
	});

	it('discards all visits and does not save them again', async () => {
		rig.complete(IMAGE, 500, { tabId: 1 });
		rig.complete(IMAGE, 500, { tabId: 2, requestId: '2' });
		await rig.tracker.discard(null);
		rig.sink.visits.clear();
		await vi.advanceTimersByTimeAsync(60_000);
		expect([rig.sink.states.size, rig.sink.visits.size]).toEqual([0, 0]);
	});

	it('waits for the current save before it discards', async () => {
		const order: string[] = [];
		const { save, discard } = rig.sink;
		rig.sink.save = async (...written) => {
			await new Promise((resolve) => setTimeout(resolve, 100));
			order.push('save');
			return save.apply(rig.sink, written);
		};
		rig.sink.discard = async (ids) => {
			if (ids.includes(A)) order.push('discard');
			return discard.call(rig.sink, ids);
		};
		rig.complete(IMAGE, 500, { tabId: 1 });
		void rig.tracker.flush();
		await vi.advanceTimersByTimeAsync(1);
		const discarded = rig.tracker.discard(null);
		await vi.advanceTimersByTimeAsync(200);
		await discarded;
		expect(order).toEqual(['save', 'discard']);
		expect(rig.sink.states.size).toBe(0);
	});
});
