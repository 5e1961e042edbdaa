import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headers, report, request } from '@/tests/core/visit/sample';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { A, B, GRACE_MS, IMAGE, LESSON, NOW, QUIZ, TrackerRig, top, VIDEO } from './tracker-rig';

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

describe('a page that leaves', () => {
	it('is under way in its tab until its page leaves, and later reports open no other page', () => {
		rig.begin(A);
		expect([rig.tracker.isUnderWay(1, A), rig.tracker.isUnderWay(2, A)]).toEqual([true, false]);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.tracker.report(top(), report({}));
		expect(rig.tracker.isUnderWay(1, A)).toBe(false);
		rig.begin(B);
		expect([rig.tracker.isUnderWay(1, A), rig.tracker.isUnderWay(1, B)]).toEqual([false, true]);
	});

	it('says its last totals, and its tab has no visit any more', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ activeMs: 9_000, isLeaving: true }));
		expect(rig.tracker.current(1)).toBeNull();
		await rig.tracker.flush();
		expect(rig.kept.visits.get(A)?.activeMs).toBe(9_000);
		expect(rig.kept.shown.at(-1)).toEqual({ tabId: 1, visit: null });
	});

	it('is known by its document, whatever its frame’s number has become', () => {
		rig.begin(A);
		expect(rig.tracker.report({ ...top(), isTop: false }, report({ activeMs: 9_000, isLeaving: true }))?.visitId).toBe(
			A,
		);
		expect(rig.tracker.current(1)).toBeNull();
	});

	it('does not end the visit of the page after it when it speaks late', () => {
		rig.begin(A);
		rig.begin(B, top(QUIZ));
		rig.tracker.report(top(), report({ activeMs: 9_000, isLeaving: true }));
		expect(rig.tracker.current(1)?.id).toBe(B);
	});

	it('does not end when only a child frame leaves', () => {
		rig.begin(A);
		rig.tracker.report({ ...top(), isTop: false }, report({ frameId: 'frame0000000000c', isLeaving: true }));
		expect(rig.tracker.current(1)?.id).toBe(A);
	});

	it('still gets what ends late: by document in Chrome, by the page’s address in Firefox', async () => {
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.begin(B, top(QUIZ, 1, 'D2'));
		rig.complete(IMAGE, 500, { documentId: 'D1' });
		const given = request(VIDEO, { type: 'media', responseSize: 70_000, documentUrl: LESSON });
		const fact = rig.reader.aborted(given);
		if (fact) rig.tracker.record(given, fact);
		await rig.tracker.flush();
		expect([rig.kept.bytes(A), rig.kept.bytes(B)]).toEqual([500 + 70_000, 0]);
	});

	it('keeps a video that it opened, though the video ends under the next page of the application', async () => {
		const range = headers({ 'content-type': 'video/mp4', 'content-length': 600 });
		const video = request(VIDEO, { type: 'media', responseHeaders: range, documentId: 'D1' });
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.openVideo(video);
		rig.begin(B, top(QUIZ, 1, 'D1'), 'frame0000000000a');
		rig.tracker.record(video, rig.reader.completed(video));
		await rig.tracker.flush();
		expect(rig.kept.visits.get(A)?.traffic.received.video).toMatchObject({ requestCount: 1, unknownCount: 0 });
		expect(rig.kept.visits.get(B)?.traffic.received).toEqual({});
	});

	it('is forgotten without another word, before the browser stops an idle background: its next life finds nothing to write', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(GRACE_MS - 1);
		expect([...rig.kept.states.keys()]).toEqual([A]);
		await vi.advanceTimersByTimeAsync(1);
		expect([rig.kept.states.size, rig.kept.bytes(A)]).toEqual([0, 500]);
	});

	it('takes late events for a while, then is forgotten; its figures stay', async () => {
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(GRACE_MS - 1_000);
		rig.complete(IMAGE, 500, { documentId: 'D1' });
		await vi.advanceTimersByTimeAsync(5_000);
		rig.complete('https://elsewhere.example/', 1, { documentId: 'D9' });
		rig.begin(B, top(QUIZ, 2, 'D2'));
		await rig.tracker.flush();
		rig.complete(`${IMAGE}?late`, 60, { documentId: 'D1' });
		expect(rig.tracker.report(top(), report({ activeMs: 99_000 }))).toBeNull();
		await rig.tracker.flush();
		expect([...rig.kept.states.keys()]).toEqual([B]);
		expect([rig.kept.bytes(A), rig.kept.visits.get(A)?.activeMs]).toEqual([500, 0]);
	});
});

describe('a page that ends without a final report', () => {
	const unknownCount = (id: string) => rig.kept.visits.get(id)?.traffic.received.other?.unknownCount ?? 0;

	it('holds an unknown when the network told of it since it last spoke: more may have come than anyone saw', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.end(1);
		await rig.tracker.flush();
		expect([rig.kept.bytes(A), unknownCount(A)]).toEqual([500, 1]);
	});

	it('holds none when it was quiet since, nor after a late final report', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.report(top(), report({}));
		rig.begin(B, top(QUIZ));
		rig.complete(IMAGE, 500);
		rig.tracker.end(1);
		rig.tracker.report(top(), report({ visitId: B, frameId: B.replace('visit', 'frame'), isLeaving: true }));
		await rig.tracker.flush();
		expect([unknownCount(A), unknownCount(B)]).toEqual([0, 0]);
	});

	it('holds one though a child frame has spoken since', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.report({ ...top(), isTop: false }, report({ frameId: 'frame0000000000c' }));
		rig.tracker.end(1);
		await rig.tracker.flush();
		expect(unknownCount(A)).toBe(1);
	});

	it('is not one that goes on as another visit, nor one of which the network shows everything', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.begin(B, top(QUIZ), 'frame0000000000a');
		await rig.tracker.flush();
		rig.tracker = new VisitTracker(rig.kept, () => true);
		rig.begin('visit0000000000c', top(LESSON, 2));
		rig.complete(IMAGE, 500, { tabId: 2 });
		rig.tracker.end(2);
		await rig.tracker.flush();
		expect([unknownCount(A), unknownCount('visit0000000000c')]).toEqual([0, 0]);
	});

	it('holds none for what the network tells after its final report', async () => {
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.complete(IMAGE, 500, { documentId: 'D1' });
		await rig.tracker.flush();
		expect([rig.kept.bytes(A), unknownCount(A)]).toEqual([500, 0]);
	});
});

describe('a page that is left while it loads', () => {
	it('takes its navigation, which ends after its visit', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ isLeaving: true }));
		const error = 'NS_BINDING_ABORTED';
		const broken = request(LESSON, { type: 'main_frame', responseSize: 3_000, timeStamp: Date.now(), error });
		const fact = rig.reader.aborted(broken);
		if (fact) rig.tracker.record(broken, fact);
		await rig.tracker.flush();
		expect(rig.kept.bytes(A)).toBe(3_000);
	});

	it('takes what a frame of it was loading, by the pages above the frame', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.begin(B, top(QUIZ));
		const changes = { frameId: 7, documentUrl: 'https://scorm.example/index.html', timeStamp: Date.now() };
		const frameAncestors = [{ url: 'https://scorm.example/player.html' }, { url: LESSON }];
		rig.complete('https://scorm.example/two.js', 4_000, { ...changes, frameAncestors });
		await rig.tracker.flush();
		expect([rig.kept.bytes(A), rig.kept.bytes(B)]).toEqual([4_000, 0]);
	});

	it('takes no later navigation to the same address, though it never saw its own', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.complete(LESSON, 5_000, { type: 'main_frame', requestId: 'later' });
		await rig.tracker.flush();
		expect(rig.kept.bytes(A)).toBe(0);
	});
});
