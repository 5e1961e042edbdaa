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

/** Completes a part of a video every 100 ms. */
async function play(ms: number): Promise<void> {
	for (let passedMs = 0; passedMs < ms; passedMs += 100) {
		rig.complete(`${VIDEO}?${Date.now()}`, 10);
		await vi.advanceTimersByTimeAsync(100);
	}
}
const storedCount = () => Object.keys(rig.sink.states.get(A)?.ledger ?? {}).length;

describe('figures that change continuously', () => {
	it('are shown every second and saved after one second, then every five', async () => {
		const savedAtMs: number[] = [];
		const { save } = rig.sink;
		rig.sink.save = (visits) => {
			savedAtMs.push(Date.now() - NOW);
			return save.call(rig.sink, visits);
		};
		await play(11_500);
		expect(rig.sink.shown).toHaveLength(11);
		expect(savedAtMs).toEqual([1_000, 6_000, 11_000]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(savedAtMs).toEqual([1_000, 6_000, 11_000, 16_000]);
		expect(rig.sink.bytes(A)).toBe(115 * 10);
	});

	it('are persisted every second for a restart of the background', async () => {
		await play(3_050);
		expect([storedCount(), rig.sink.bytes(A)]).toEqual([30, 100]);
		vi.clearAllTimers();
		rig.restart();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rig.sink.bytes(A)).toBe(300);
	});

	it('are persisted at once when they are large: a killed background loses at most a part of a video', async () => {
		for (let part = 0; part < 20; part++) {
			rig.complete(`${VIDEO}?${part}`, 100_000);
			await vi.advanceTimersByTimeAsync(10);
		}
		expect(storedCount()).toBe(18);
	});

	it('are persisted when a burst of small requests ends', async () => {
		let persistTimes = 0;
		const { persist } = rig.sink;
		rig.sink.persist = (states) => {
			persistTimes++;
			return persist.call(rig.sink, states);
		};
		for (let file = 0; file < 80; file++) {
			rig.complete(`${IMAGE}?${file}`, 10_000);
			await vi.advanceTimersByTimeAsync(10);
		}
		expect(persistTimes).toBe(0);
		await vi.advanceTimersByTimeAsync(200);
		expect([persistTimes, storedCount()]).toEqual([1, 80]);
	});

	it('are saved within a second of the page’s end', async () => {
		await play(2_000);
		rig.tracker.report(top(), report({ isLeaving: true }));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rig.sink.bytes(A)).toBe(200);
	});

	it('are saved at once before the week is read', async () => {
		await play(2_000);
		await rig.tracker.flush();
		expect(rig.sink.bytes(A)).toBe(200);
	});
});

it('a state that could not be persisted is persisted with the next change', async () => {
	rig.sink.isFailing = true;
	rig.complete(VIDEO, 10);
	await vi.advanceTimersByTimeAsync(1_000);
	rig.sink.isFailing = false;
	rig.complete(`${VIDEO}?2`, 10);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(storedCount()).toBe(2);
});

it('a state persisted when idle is not persisted again with the save', async () => {
	rig = new TrackerRig();
	rig.tracker = new VisitTracker(rig.sink, () => true);
	rig.begin(A);
	const persist = vi.spyOn(rig.sink, 'persist');
	rig.complete(VIDEO, 10);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(persist).toHaveBeenCalledTimes(1);
	expect(rig.sink.bytes(A)).toBe(10);
});
