import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ChangingVisits } from '@/utils/background/upkeep/changing-visits';

let changing: ChangingVisits;

beforeEach(() => {
	vi.useFakeTimers();
	fakeBrowser.reset();
	changing = new ChangingVisits();
});

afterEach(() => {
	vi.useRealTimers();
});

/** What the next session of the browser finds. */
const left = () => new ChangingVisits().takeLeft();

describe('the visits that have just changed', () => {
	it('are those that a killed browser leaves, once', async () => {
		changing.note('visit-a');
		changing.note('visit-b');
		await vi.advanceTimersByTimeAsync(900);
		expect(await left()).toEqual(['visit-a', 'visit-b']);
		expect(await left()).toEqual([]);
	});

	it('are none any more once they have rested for a second', async () => {
		changing.note('visit-a');
		for (let second = 0; second < 10; second++) {
			await vi.advanceTimersByTimeAsync(600);
			changing.note('visit-b');
		}
		expect((await fakeBrowser.storage.local.get('changingVisits')).changingVisits).toMatchObject({
			value: ['visit-b'],
		});
		await vi.advanceTimersByTimeAsync(1_000);
		expect(await fakeBrowser.storage.local.get(null)).toEqual({});
	});

	it('are written only when they are others', async () => {
		const set = vi.spyOn(fakeBrowser.storage.local, 'set');
		for (let count = 0; count < 100; count++) {
			changing.note('visit-a');
			await vi.advanceTimersByTimeAsync(50);
		}
		expect(set).toHaveBeenCalledTimes(1);
	});

	it('are none where something else is stored', async () => {
		await fakeBrowser.storage.local.set({ changingVisits: { version: 1, value: 'forged' } });
		expect(await left()).toEqual([]);
	});
});
