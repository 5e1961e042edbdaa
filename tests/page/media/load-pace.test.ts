import { describe, expect, it } from 'vitest';
import { LoadPace } from '@/utils/page/media/load-pace';

/** A video that loads a tenth per second from the first second on, up to four tenths. */
function loaded(): LoadPace {
	const pace = new LoadPace(0);
	for (const second of [1, 2, 3, 4]) pace.read(second / 10, false, second * 1_000);
	return pace;
}

describe('the rate at which a video loads', () => {
	it('is unknown before it starts and while it loads', () => {
		expect(loaded().sharePerMs).toBe(0);
		const pace = new LoadPace(0);
		expect(pace.read(0, true, 5_000)).toBe(false);
		expect([pace.sharePerMs, pace.suspendedAtMs]).toEqual([0, null]);
	});

	it('is known once loading is suspended, measured from its first bytes', () => {
		const pace = loaded();
		expect(pace.read(0.4, true, 4_300)).toBe(true);
		expect(pace.read(0.4, true, 4_800)).toBe(false);
		expect(pace.sharePerMs).toBeCloseTo(0.1 / 1_000, 8);
		expect(pace.suspendedAtMs).toBe(4_300);
	});

	it('is that of the whole load for a video that loaded between two readings', () => {
		const pace = new LoadPace(500);
		pace.read(0.3, true, 1_000);
		expect(pace.sharePerMs).toBeCloseTo(0.3 / 500, 8);
	});

	it('is that of the last load, without the suspension before', () => {
		const pace = loaded();
		pace.read(0.4, true, 4_000);
		pace.read(0.4, true, 60_000);
		pace.read(0.4, false, 60_100);
		pace.read(0.6, false, 61_000);
		pace.read(0.8, false, 62_000);
		pace.read(0.8, true, 62_100);
		expect(pace.sharePerMs).toBeCloseTo(0.2 / 1_000, 8);
	});
});

describe('a suspension', () => {
	it('restarts after each growth, and settles after a long time', () => {
		const pace = loaded();
		pace.read(0.4, true, 4_000);
		pace.read(0.5, false, 6_500);
		expect(pace.suspendedAtMs).toBeNull();
		pace.read(0.5, true, 50_000);
		expect(pace.isSettled).toBe(false);
		expect(pace.read(0.5, true, 60_000)).toBe(true);
		expect(pace.isSettled).toBe(true);
		expect(pace.read(0.5, true, 61_000)).toBe(false);
		pace.read(0.6, false, 90_500);
		expect(pace.isSettled).toBe(false);
	});

	it('is remembered until more is loaded, although it ended', () => {
		const pace = loaded();
		expect(pace.wasSuspended).toBe(false);
		pace.read(0.4, true, 4_000);
		pace.read(0.4, false, 5_000);
		expect(pace.wasSuspended).toBe(true);
		pace.read(0.5, false, 6_000);
		expect(pace.wasSuspended).toBe(false);
	});
});
