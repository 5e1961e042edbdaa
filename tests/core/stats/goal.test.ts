import { describe, expect, it } from 'vitest';
import { amountTowards, goalAmount, parseGoal } from '@/utils/core/stats/goal';
import { NO_MEDIA } from '@/utils/core/visit/media';
import { dayTotal, videoTraffic } from './days';

describe('a goal', () => {
	it.each([
		[{ kind: 'data', weeklyAmount: 1500 }, 1500 * 1_000_000],
		[{ kind: 'video', weeklyAmount: 3 }, 3 * 3_600_000],
	] as const)('%j is as stored, and is so many bytes or milliseconds', (goal, amount) => {
		expect(parseGoal({ ...goal, more: 1 })).toEqual(goal);
		expect(goalAmount(goal)).toBe(amount);
	});

	it.each([
		null,
		{},
		{ kind: 'grams', weeklyAmount: 3 },
		{ kind: 'data' },
		{ kind: 'data', weeklyAmount: 0 },
		{ kind: 'data', weeklyAmount: 1.5 },
		{ kind: 'data', weeklyAmount: '1500' },
		{ kind: 'data', weeklyAmount: 1_000_001 },
		{ kind: 'video', weeklyAmount: 169 }, // a week has 168 hours
		{ kind: 'video', weeklyAmount: Number.NaN },
	])('is not made of %j', (stored) => {
		expect(parseGoal(stored)).toBeNull();
	});

	it('is held against data received, estimated ones too, or against videos', () => {
		const total = dayTotal({ traffic: videoTraffic(100e6, 20e6), media: { ...NO_MEDIA, videoMs: 90_000 } });
		expect(amountTowards({ kind: 'data', weeklyAmount: 1 }, total)).toBe(120e6);
		expect(amountTowards({ kind: 'video', weeklyAmount: 1 }, total)).toBe(90_000);
	});
});
