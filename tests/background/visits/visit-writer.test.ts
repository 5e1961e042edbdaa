import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report } from '@/tests/core/visit/sample';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { A, IMAGE, NOW, TrackerRig, top, VIDEO } from './tracker-rig';

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
	rig.begin(A);
});
afterEach(() => vi.useRealTimers());

/** A video's next part each 100 ms. */
async function play(ms: number): Promise<void> {
	for (let passedMs = 0; passedMs < ms; passedMs += 100) {
		rig.complete(`${VIDEO}?${Date.now()}`, 10);
		await vi.advanceTimersByTimeAsync(100);
	}
}
const storedCount = () => Object.keys(rig.kept.states.get(A)?.ledger ?? {}).length;

describe('figures that go on changing', () => {
	it('are told each second, and written for good a second after the first and then every five', async () => {
		const savedAtMs: number[] = [];
		const { save } = rig.kept;
		rig.kept.save = (visits) => {
			savedAtMs.push(Date.now() - NOW);
			return save.call(rig.kept, visits);
		};
		await play(11_500);
		expect(rig.kept.shown).toHaveLength(11);
		expect(savedAtMs).toEqual([1_000, 6_000, 11_000]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(savedAtMs).toEqual([1_000, 6_000, 11_000, 16_000]);
		expect(rig.kept.bytes(A)).toBe(115 * 10);
	});

	it('are kept each second for the background’s next life', async () => {
		await play(3_050);
		expect([storedCount(), rig.kept.bytes(A)]).toEqual([30, 100]);
		vi.clearAllTimers();
		rig.restart();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rig.kept.bytes(A)).toBe(300);
	});

	it('are kept at once when they weigh: no more than a part of a video goes with a background that is killed', async () => {
		for (let part = 0; part < 20; part++) {
			rig.complete(`${VIDEO}?${part}`, 100_000);
			await vi.advanceTimersByTimeAsync(10);
		}
		expect(storedCount()).toBe(18);
	});

	it('are persisted once they stop changing when many are small, as in a burst of fetches', async () => {
		let persistTimes = 0;
		const { persist } = rig.kept;
		rig.kept.persist = (states) => {
			persistTimes++;
			return persist.call(rig.kept, states);
		};
		for (let file = 0; file < 80; file++) {
			rig.complete(`${IMAGE}?${file}`, 10_000);
			await vi.advanceTimersByTimeAsync(10);
		}
		expect(persistTimes).toBe(0);
		await vi.advanceTimersByTimeAsync(200);
		expect([persistTimes, storedCount()]).toEqual([1, 80]);
	});

	it('are written within a second of the page’s end', async () => {
		await play(2_000);
		rig.tracker.report(top(), report({ isLeaving: true }));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rig.kept.bytes(A)).toBe(200);
	});

	it('are written at once for who asks for the week', async () => {
		await play(2_000);
		await rig.tracker.flush();
		expect(rig.kept.bytes(A)).toBe(200);
	});
});

it('a state that found no room is kept with the next telling', async () => {
	rig.kept.isFailing = true;
	rig.complete(VIDEO, 10);
	await vi.advanceTimersByTimeAsync(1_000);
	rig.kept.isFailing = false;
	rig.complete(`${VIDEO}?2`, 10);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(storedCount()).toBe(2);
});

it('a state that was kept as it rested is not kept again with the writing', async () => {
	rig = new TrackerRig();
	rig.tracker = new VisitTracker(rig.kept, () => true);
	rig.begin(A);
	const persist = vi.spyOn(rig.kept, 'persist');
	rig.complete(VIDEO, 10);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(persist).toHaveBeenCalledTimes(1);
	expect(rig.kept.bytes(A)).toBe(10);
});
