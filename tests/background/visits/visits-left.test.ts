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

describe('a page that is left', () => {
	it('is current in its tab until its final report, and later reports do not reopen it', () => {
		rig.begin(A);
		expect([rig.tracker.registry.isUnderWay(1, A), rig.tracker.registry.isUnderWay(2, A)]).toEqual([true, false]);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.tracker.report(top(), report({}));
		expect(rig.tracker.registry.isUnderWay(1, A)).toBe(false);
		rig.begin(B);
		expect([rig.tracker.registry.isUnderWay(1, A), rig.tracker.registry.isUnderWay(1, B)]).toEqual([false, true]);
	});

	it('saves its final totals, and its tab has no visit any more', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ activeMs: 9_000, isLeaving: true }));
		expect(rig.tracker.current(1)).toBeNull();
		await rig.tracker.flush();
		expect(rig.sink.visits.get(A)?.activeMs).toBe(9_000);
		expect(rig.sink.shown.at(-1)).toEqual({ tabId: 1, visit: null });
	});

	it('is recognised by its document, even if its frame has another number', () => {
		rig.begin(A);
		expect(rig.tracker.report({ ...top(), isTop: false }, report({ activeMs: 9_000, isLeaving: true }))?.visitId).toBe(
			A,
		);
		expect(rig.tracker.current(1)).toBeNull();
	});

	it('does not end the visit of the next page with a late report', () => {
		rig.begin(A);
		rig.begin(B, top(QUIZ));
		rig.tracker.report(top(), report({ activeMs: 9_000, isLeaving: true }));
		expect(rig.tracker.current(1)?.id).toBe(B);
	});

	it('does not end when only a child frame is left', () => {
		rig.begin(A);
		rig.tracker.report({ ...top(), isTop: false }, report({ frameId: 'frame0000000000c', isLeaving: true }));
		expect(rig.tracker.current(1)?.id).toBe(A);
	});

	it('still counts requests that end late: by document in Chrome, by the page’s address in Firefox', async () => {
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.begin(B, top(QUIZ, 1, 'D2'));
		rig.complete(IMAGE, 500, { documentId: 'D1' });
		const given = request(VIDEO, { type: 'media', responseSize: 70_000, documentUrl: LESSON });
		const fact = rig.reader.aborted(given);
		if (fact) rig.tracker.record(given, fact);
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([500 + 70_000, 0]);
	});

	it.each([
		['counts', 'when it is left', { error: 'NS_BINDING_ABORTED' }, 70_000],
		[
			'does not count',
			'of another site',
			{ error: 'NS_BINDING_ABORTED', documentUrl: 'https://elsewhere.example/' },
			0,
		],
		['does not count', 'that ends well, which another page began', {}, 0],
	])(
		'%s what breaks off in its worker %s: Firefox names but the worker’s address',
		async (_does, _when, changes, bytes) => {
			rig.begin(A);
			rig.tracker.end(1);
			const { origin } = new URL(LESSON);
			const given = request(VIDEO, {
				type: 'xmlhttprequest',
				responseSize: 70_000,
				documentUrl: `${origin}/`,
				...changes,
			});
			const fact = rig.reader.aborted(given);
			if (fact) rig.tracker.record(given, fact);
			await rig.tracker.flush();
			expect(rig.sink.bytes(A) || 0).toBe(bytes);
		},
	);

	it('counts what it asked for as it was left (`keepalive`): Chrome then gives its frame another number', async () => {
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.tracker.report(top(LESSON, 1, 'D1'), report({ isLeaving: true }));
		const late = { type: 'xmlhttprequest', frameId: 3, frameType: 'outermost_frame', documentLifecycle: 'cached' };
		rig.complete(IMAGE, 700, { ...late, documentId: 'D1' });
		rig.begin(B, top(QUIZ, 1, 'D2'));
		rig.complete(IMAGE, 500, { ...late, documentId: 'D1' });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([1_200, 0]);
	});

	it('counts a video that it opened, although it ends under the next page of the application', async () => {
		const range = headers({ 'content-type': 'video/mp4', 'content-length': 600 });
		const video = request(VIDEO, { type: 'media', responseHeaders: range, documentId: 'D1' });
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.openVideo(video);
		rig.begin(B, top(QUIZ, 1, 'D1'), 'frame0000000000a');
		rig.tracker.record(video, rig.reader.completed(video));
		await rig.tracker.flush();
		expect(rig.sink.visits.get(A)?.traffic.received.video).toMatchObject({ requestCount: 1, unknownCount: 0 });
		expect(rig.sink.visits.get(B)?.traffic.received).toEqual({});
	});

	it('is discarded without a further event, before the browser stops an idle background', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(GRACE_MS - 1);
		expect([...rig.sink.states.keys()]).toEqual([A]);
		await vi.advanceTimersByTimeAsync(1);
		expect([rig.sink.states.size, rig.sink.bytes(A)]).toEqual([0, 500]);
	});

	it('counts late events for a while, then is discarded; its figures stay', async () => {
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
		expect([...rig.sink.states.keys()]).toEqual([B]);
		expect([rig.sink.bytes(A), rig.sink.visits.get(A)?.activeMs]).toEqual([500, 0]);
	});
});

describe('a page that ends without a final report', () => {
	const unknownCount = (id: string) => rig.sink.visits.get(id)?.traffic.received.other?.unknownCount ?? 0;

	it('has an unknown part if it had network events after its last report: it may have received more', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.end(1);
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), unknownCount(A)]).toEqual([500, 1]);
	});

	it('has none without network events since, nor after a late final report', async () => {
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

	it('has one even if a child frame has reported since', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.tracker.report({ ...top(), isTop: false }, report({ frameId: 'frame0000000000c' }));
		rig.tracker.end(1);
		await rig.tracker.flush();
		expect(unknownCount(A)).toBe(1);
	});

	it('has none if it continues as another visit or is fully visible', async () => {
		rig.begin(A);
		rig.complete(IMAGE, 500);
		rig.begin(B, top(QUIZ), 'frame0000000000a');
		await rig.tracker.flush();
		rig.tracker = new VisitTracker(rig.sink, { seesEverything: () => true });
		rig.begin('visit0000000000c', top(LESSON, 2));
		rig.complete(IMAGE, 500, { tabId: 2 });
		rig.tracker.end(2);
		await rig.tracker.flush();
		expect([unknownCount(A), unknownCount('visit0000000000c')]).toEqual([0, 0]);
	});

	it('has none for network events after its final report', async () => {
		rig.begin(A, top(LESSON, 1, 'D1'));
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.complete(IMAGE, 500, { documentId: 'D1' });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), unknownCount(A)]).toEqual([500, 0]);
	});
});

describe('a page that is left during loading', () => {
	it('counts its navigation, which ends after its visit', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ isLeaving: true }));
		const error = 'NS_BINDING_ABORTED';
		const broken = request(LESSON, { type: 'main_frame', responseSize: 3_000, timeStamp: Date.now(), error });
		const fact = rig.reader.aborted(broken);
		if (fact) rig.tracker.record(broken, fact);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(3_000);
	});

	it('counts what one of its frames was loading, by the frame’s ancestors', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.begin(B, top(QUIZ));
		const changes = { frameId: 7, documentUrl: 'https://scorm.example/index.html', timeStamp: Date.now() };
		const frameAncestors = [{ url: 'https://scorm.example/player.html' }, { url: LESSON }];
		rig.complete('https://scorm.example/two.js', 4_000, { ...changes, frameAncestors });
		await rig.tracker.flush();
		expect([rig.sink.bytes(A), rig.sink.bytes(B)]).toEqual([4_000, 0]);
	});

	it('does not count a later navigation to the same address, even if it missed its own', async () => {
		rig.begin(A);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.complete(LESSON, 5_000, { type: 'main_frame', requestId: 'later' });
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(0);
	});
});
