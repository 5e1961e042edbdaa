import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { A, B, GRACE_MS, IMAGE, LESSON, NOW, QUIZ, TrackerRig, top } from '@/tests/background/visits/tracker-rig';
import { report } from '@/tests/core/visit/sample';

const OF_LESSON = top(LESSON, 1, 'LESSON');
/** As Chrome fetches a page ahead: a navigation of the document that asks for it. */
const AHEAD = { type: 'main_frame', documentId: 'LESSON' } as const;
const PRERENDERED = { frameId: 7, frameType: 'outermost_frame', documentLifecycle: 'prerender' } as const;
/** A page that is left has opened the next one by then. */
const LEFT_MS = 3_000;

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
	rig.begin(A, OF_LESSON);
});
afterEach(() => vi.useRealTimers());

/** Bytes and unknown requests of both visits. */
async function counted(): Promise<readonly number[]> {
	await rig.tracker.flush();
	return [rig.sink.bytes(A) || 0, rig.sink.visits.get(A)?.windowCount ?? 0, rig.sink.bytes(B) || 0];
}

function leave(): void {
	rig.tracker.report(OF_LESSON, report({ isLeaving: true }));
}

/** A page that is fetched ahead, or prerendered with a picture: Chrome then has its navigation twice. */
function prepare(isPrerendered: boolean): void {
	rig.complete(QUIZ, 4_000, { ...AHEAD, requestId: 'ahead' });
	if (!isPrerendered) return;
	rig.complete(QUIZ, 4_000, { ...PRERENDERED, type: 'main_frame', requestId: 'prerendered' });
	rig.complete(IMAGE, 500, { ...PRERENDERED, documentId: 'QUIZ', type: 'image' });
}

describe.each([
	['fetched ahead', false, 4_000],
	['prerendered', true, 4_500],
])('a page that is %s', (_title, isPrerendered, bytes) => {
	it('is unknown until it is opened or the page before is left', async () => {
		prepare(isPrerendered);
		expect(rig.tracker.current(1)?.traffic.received.document?.unknownCount).toBe(1);
	});

	it('counts once, in the page that asked for it, where nobody opens it', async () => {
		prepare(isPrerendered);
		leave();
		await vi.advanceTimersByTimeAsync(LEFT_MS);
		expect(await counted()).toEqual([bytes, 0, 0]);
	});

	it('counts in the page that asked for it where another is opened', async () => {
		prepare(isPrerendered);
		leave();
		rig.begin(B, top(`${QUIZ}&other`, 1, 'OTHER'));
		await vi.advanceTimersByTimeAsync(LEFT_MS);
		expect(await counted()).toEqual([bytes, 0, 0]);
	});

	it('counts once, by itself, where it is opened', async () => {
		prepare(isPrerendered);
		await vi.advanceTimersByTimeAsync(60_000);
		leave();
		if (!isPrerendered) rig.complete(QUIZ, 4_000, { type: 'main_frame', requestId: 'opened' });
		rig.begin(B, top(QUIZ, 1, 'QUIZ'));
		await vi.advanceTimersByTimeAsync(LEFT_MS);
		expect(await counted()).toEqual([0, 0, bytes]);
	});

	it('counts where the background was stopped meanwhile', async () => {
		prepare(isPrerendered);
		leave();
		await rig.tracker.flush();
		rig.restart();
		await vi.advanceTimersByTimeAsync(LEFT_MS);
		expect(await counted()).toEqual([bytes, 0, 0]);
	});

	it('stays prepared while its page goes on under another route', async () => {
		prepare(isPrerendered);
		rig.begin(B, OF_LESSON);
		await vi.advanceTimersByTimeAsync(LEFT_MS);
		rig.tracker.end(1);
		await vi.advanceTimersByTimeAsync(LEFT_MS);
		expect(await counted()).toEqual([0, 0, bytes]);
	});
});

it('a page that is fetched again when it is opened, long after it was fetched ahead, counts twice', async () => {
	prepare(false);
	await vi.advanceTimersByTimeAsync(301_000);
	leave();
	rig.complete(QUIZ, 4_000, { type: 'main_frame', requestId: 'opened' });
	rig.begin(B, top(QUIZ, 1, 'QUIZ'));
	await vi.advanceTimersByTimeAsync(LEFT_MS);
	expect(await counted()).toEqual([4_000, 0, 4_000]);
});

it('of very many events of prepared pages, what is beyond a limit is unknown', async () => {
	for (let index = 0; index < 301; index++)
		rig.complete(`${IMAGE}?${index}`, 10, { ...PRERENDERED, documentId: 'QUIZ', type: 'image' });
	leave();
	await vi.advanceTimersByTimeAsync(LEFT_MS);
	await rig.tracker.flush();
	expect(rig.sink.bytes(A)).toBe(3_000);
	expect(rig.sink.visits.get(A)?.traffic.received.other?.unknownCount).toBe(1);
});

it('a visit that was discarded counts nothing more', async () => {
	prepare(false);
	leave();
	await rig.tracker.discard(null);
	await vi.advanceTimersByTimeAsync(GRACE_MS);
	expect((await counted())[0]).toBe(0);
});
