import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headers, report, request, timed } from '@/tests/core/visit/sample';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { addressKey } from '@/utils/core/measure/address-key';
import { A, B, IMAGE, LESSON, NOTHING_PERSISTED, NOW, opening, QUIZ, TrackerRig, top, VIDEO } from './tracker-rig';

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

describe('a fully visible page', () => {
	const fullyVisible = () => new VisitTracker(rig.sink, { seesEverything: () => true });

	it('is not one that began while the background was started again: its page shows its requests itself', () => {
		rig.tracker = fullyVisible();
		rig.tracker.restore({ ...NOTHING_PERSISTED, isFirst: false, wholeSinceMs: NOW + 500 });
		const isWhole = (id: string) => rig.tracker.open(top(), opening(id, id.replace('visit', 'frame')))?.isFullyVisible;
		expect(isWhole(A)).toBe(false);
		vi.advanceTimersByTime(500);
		expect(isWhole(B)).toBe(true);
	});

	it.each([
		['is one observed from its start', {}, true],
		['is not one open before it was observed', { isLate: true }, false],
		['is not one older than this session of the background', { startedAtMs: NOW - 1 }, false],
	])('%s', (_title, report, isFullyVisible) => {
		rig.tracker = fullyVisible();
		rig.tracker.restore({ ...NOTHING_PERSISTED, sinceMs: NOW, wholeSinceMs: NOW });
		expect(rig.tracker.open(top(), { ...opening(A, 'frame0000000000a'), ...report })?.isFullyVisible).toBe(
			isFullyVisible,
		);
	});

	it('is requested to report addresses of unknown size until it has reported them', () => {
		rig.tracker = fullyVisible();
		rig.begin(A);
		const chunked = request(IMAGE, { responseHeaders: headers({ 'transfer-encoding': 'chunked' }) });
		rig.tracker.record(chunked, rig.reader.completed(chunked));
		rig.complete(VIDEO, 900);
		expect(rig.tracker.report(top(), report())?.wanted).toEqual([addressKey(IMAGE)]);
		const first = report({ addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })] });
		expect(rig.tracker.report(top(), first)?.wanted).toEqual([]);
	});

	it('is persisted within half a second during a series of parts of a video, and when it is idle', async () => {
		rig.tracker = fullyVisible();
		rig.begin(A);
		await vi.advanceTimersByTimeAsync(1_000);
		const persist = vi.spyOn(rig.sink, 'persist');
		for (let count = 0; count < 6; count++) {
			rig.complete(`${VIDEO}?${count}`, 40_000);
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(persist.mock.calls.length).toBeLessThan(3);
		await vi.advanceTimersByTimeAsync(200);
		expect(rig.sink.states.get(A)?.finalTotals.received.video?.measuredBytes).toBe(240_000);
	});

	it('is persisted as soon as it begins', async () => {
		rig.tracker = fullyVisible();
		rig.begin(A);
		await vi.advanceTimersByTimeAsync(0);
		expect(rig.sink.states.has(A)).toBe(true);
	});

	it('is persisted soon after a part of a video, before it is saved, and survives a restart', async () => {
		rig.tracker = fullyVisible();
		rig.begin(A);
		await vi.advanceTimersByTimeAsync(10);
		rig.complete(VIDEO, 90_000);
		await vi.advanceTimersByTimeAsync(200);
		const persistedBytes = rig.sink.states.get(A)?.finalTotals.received.video?.measuredBytes;
		expect([persistedBytes, rig.sink.bytes(A)]).toEqual([90_000, 0]);
		rig.restart();
		await rig.tracker.flush();
		rig.complete(IMAGE, 100);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(90_000 + 100);
	});

	it('counts the reported sizes and loses full visibility when no network events arrive', async () => {
		rig.tracker = fullyVisible();
		rig.begin(A);
		const first = report({ addresses: [timed(IMAGE, { timedCount: 1, timedBytes: 800 })] });
		expect(rig.tracker.report(top(), first)?.isFullyVisible).toBe(false);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(800);
	});

	it('has an unknown part after access is removed', async () => {
		rig.tracker = fullyVisible();
		rig.begin(A);
		rig.complete(VIDEO, 900);
		rig.tracker.accessNarrowed();
		await rig.tracker.flush();
		expect(rig.sink.visits.get(A)?.traffic.received.other).toMatchObject({ measuredBytes: 0, unknownCount: 1 });
	});
});

describe('two tabs at the same time', () => {
	it('never mix, in network events or reports', async () => {
		rig.begin(A, top(LESSON, 1));
		rig.begin(B, top(LESSON, 2));
		rig.complete(IMAGE, 500, { tabId: 1, requestId: '1' });
		rig.complete(IMAGE, 60, { tabId: 2, requestId: '2' });
		expect(rig.tracker.report(top(LESSON, 2), report({ visitId: A, activeMs: 9_000 }))?.visitId).toBe(B);
		rig.tracker.end(1);
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([500, 60]);
		expect([rig.sink.visits.get(A)?.activeMs, rig.sink.visits.get(B)?.activeMs]).toEqual([0, 0]);
		expect([rig.tracker.current(1), rig.tracker.current(2)?.id]).toEqual([null, B]);
	});

	it('never mix although both show the same page', async () => {
		rig.begin(A, top(LESSON, 1));
		rig.begin(B, top(LESSON, 2));
		rig.complete(IMAGE, 500, { tabId: 1, requestId: '1', documentUrl: LESSON });
		rig.complete(IMAGE, 60, { tabId: 2, requestId: '2', documentUrl: LESSON });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([500, 60]);
	});

	it('are each shown to the pages that watch it', async () => {
		rig.begin(A, top(LESSON, 1));
		rig.begin(B, top(QUIZ, 2));
		await rig.tracker.flush();
		expect(rig.sink.shown.map(({ tabId, visit }) => [tabId, visit?.id])).toEqual([
			[1, A],
			[2, B],
		]);
	});
});
