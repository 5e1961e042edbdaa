import { describe, expect, it } from 'vitest';
import { LoadPace } from '@/utils/observe/load-pace';

/** A film that loads a tenth each second from the first second on, until it holds four tenths. */
function loaded(): LoadPace {
	const pace = new LoadPace();
	for (const second of [1, 2, 3, 4]) pace.read(second / 10, false, second * 1_000);
	return pace;
}

describe('what waits before the player', () => {
	it('is nothing while the film loads, or before it began', () => {
		expect(loaded().pipedShare).toBe(0);
		const pace = new LoadPace();
		expect(pace.read(0, true, 5_000)).toBe(false);
		expect(pace.pipedShare).toBe(0);
	});

	it('comes as fast as the film did before it rested', () => {
		const pace = loaded();
		pace.read(0.4, true, 4_300);
		expect(pace.read(0.4, true, 4_800)).toBe(true);
		expect(pace.pipedShare).toBeCloseTo(0.05);
		pace.read(0.4, true, 6_300);
		expect(pace.pipedShare).toBeCloseTo(0.2);
	});

	it('stays when the film loads on, and after a long rest there is no more to tell', () => {
		const pace = loaded();
		pace.read(0.4, true, 4_000);
		pace.read(0.4, true, 6_000);
		pace.read(0.5, false, 6_500);
		expect(pace.pipedShare).toBeCloseTo(0.2);
		pace.read(0.5, true, 50_000);
		expect(pace.isSettled).toBe(false);
		pace.read(0.5, true, 60_000);
		expect(pace.isSettled).toBe(true);
		expect(pace.read(0.5, true, 90_000)).toBe(false);
		pace.read(0.6, false, 90_500);
		expect(pace.isSettled).toBe(false);
	});

	it('is all that may wait for a film that was there at once', () => {
		const pace = new LoadPace();
		pace.read(0.3, true, 1_000);
		pace.read(0.3, true, 1_200);
		expect(pace.pipedShare).toBe(1);
	});
});
