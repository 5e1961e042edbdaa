import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report } from '@/tests/core/visit/sample';
import { A, B, IMAGE, NOW, TrackerRig, top, VIDEO } from './tracker-rig';

let rig: TrackerRig;
let start: number;

beforeEach(async () => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
	rig.begin(A);
	await vi.advanceTimersByTimeAsync(1_000);
	rig.sink.shown.length = 0;
	start = Date.now();
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
	it('are saved and shown after 300 ms, then every 900 ms: a killed browser loses the last second at most', async () => {
		const savedAtMs: number[] = [];
		const { save } = rig.sink;
		rig.sink.save = (visits) => {
			savedAtMs.push(Date.now() - start);
			return save.call(rig.sink, visits);
		};
		await play(2_450);
		expect(rig.sink.shown).toHaveLength(3);
		expect(savedAtMs).toEqual([300, 1_200, 2_100]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(savedAtMs).toEqual([300, 1_200, 2_100, 3_000]);
		expect(rig.sink.bytes(A)).toBe(25 * 10);
	});

	it('are persisted at least every half second, and never older than what is saved', async () => {
		const { save } = rig.sink;
		const behind: number[] = [];
		rig.sink.save = async (visits) => {
			await save.call(rig.sink, visits);
			behind.push((rig.sink.bytes(A) ?? 0) - storedCount() * 10);
		};
		await play(3_050);
		expect(storedCount()).toBeGreaterThan(26);
		expect(Math.max(...behind)).toBe(0);
		vi.clearAllTimers();
		const savedBytes = rig.sink.bytes(A) ?? 0;
		rig.restart();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rig.sink.bytes(A)).toBeGreaterThanOrEqual(savedBytes);
	});

	it('are persisted at once when they are large: a killed background loses at most a part of a video', async () => {
		for (let part = 0; part < 20; part++) {
			rig.complete(`${VIDEO}?${part}`, 100_000);
			await vi.advanceTimersByTimeAsync(10);
		}
		expect(storedCount()).toBe(18);
	});

	it('are persisted seldom during a burst of small requests, and when it ends', async () => {
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
		expect(persistTimes).toBeLessThan(4);
		await vi.advanceTimersByTimeAsync(200);
		expect(storedCount()).toBe(80);
	});

	it('are saved at once at the page’s end', async () => {
		await play(2_000);
		rig.tracker.report(top(), report({ isLeaving: true }));
		await vi.advanceTimersByTimeAsync(0);
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
	const persist = vi.spyOn(rig.sink, 'persist');
	rig.complete(VIDEO, 10);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(persist).toHaveBeenCalledTimes(1);
	expect(rig.sink.bytes(A)).toBe(10);
});

it('a visit that begins is stored only once it is persisted: a background stopped in between would not restore it', async () => {
	let persist = () => {};
	const persisting = new Promise<void>((resolve) => {
		persist = resolve;
	});
	vi.spyOn(rig.sink, 'persist').mockImplementation(() => persisting);
	rig.begin(B);
	await vi.advanceTimersByTimeAsync(100);
	expect([...rig.sink.visits.keys()]).toEqual([A]);
	persist();
	await vi.advanceTimersByTimeAsync(0);
	expect([...rig.sink.visits.keys()]).toEqual([A, B]);
});
