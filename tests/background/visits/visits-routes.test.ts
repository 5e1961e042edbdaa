import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report, timed } from '@/tests/core/visit/sample';
import { A, IMAGE, LESSON, NOW, TrackerRig, top } from './tracker-rig';

const FRAME = 'frame0000000000a';
const visitId = (number: number) => `visit${String(number).padStart(11, '0')}`;

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

/** Shows another route of the page, and reports under the visit that the background names. */
async function showRoute(number: number, afterMs: number): Promise<string> {
	await vi.advanceTimersByTimeAsync(afterMs);
	const url = `${LESSON}&route=${number}`;
	const id = rig.begin(visitId(number), top(url), FRAME) ?? '';
	rig.complete(`${IMAGE}?${number}`, 1_000, { requestId: String(number) });
	const entry = timed(`${IMAGE}?${number}`, { timedCount: 1, timedBytes: 1_100 });
	rig.tracker.report(top(url), report({ visitId: id, activeMs: afterMs, addresses: [entry] }));
	return id;
}

describe('a page that changes its route many times a second', () => {
	it('is a few dozen visits, and loses neither bytes nor time', async () => {
		rig.begin(A, top(), FRAME);
		const ids = new Set<string>();
		for (let number = 1; number <= 1_110; number++) ids.add(await showRoute(number, 54));
		await rig.tracker.flush();
		expect(ids.size).toBeLessThan(70);
		const visits = [...rig.sink.visits.values()];
		expect(visits.reduce((sum, { activeMs }) => sum + activeMs, 0)).toBe(1_110 * 54);
		expect(visits.reduce((sum, { id }) => sum + (rig.sink.bytes(id) ?? 0), 0)).toBe(1_110 * 1_000);
	});

	it('does not stop a learner from beginning a visit with each route', async () => {
		rig.begin(A, top(), FRAME);
		const ids = new Set<string>();
		for (let number = 1; number <= 200; number++) ids.add(await showRoute(number, 30_000));
		expect(ids.size).toBe(200);
	});
});
