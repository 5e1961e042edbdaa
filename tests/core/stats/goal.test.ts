import { describe, expect, it } from 'vitest';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { parseGoal } from '@/utils/core/schema/settings';
import { amountTowards, goalAmount } from '@/utils/core/stats/goal';
import { dayTotal, videoTraffic } from './days';

describe('a goal', () => {
	it.each([
		[{ kind: 'data', weeklyAmount: 1500 }, 1500 * 1_000_000],
		[{ kind: 'video', weeklyAmount: 3 }, 3 * 3_600_000],
	] as const)('%j is read as stored and converted to bytes or milliseconds', (goal, amount) => {
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
	])('is null for %j', (stored) => {
		expect(parseGoal(stored)).toBeNull();
	});

	it('limits received data, estimated bytes included, or video time', () => {
		const total = dayTotal({ traffic: videoTraffic(100e6, 20e6), media: { ...NO_MEDIA, videoMs: 90_000 } });
		expect(amountTowards({ kind: 'data', weeklyAmount: 1 }, total)).toBe(120e6);
		expect(amountTowards({ kind: 'video', weeklyAmount: 1 }, total)).toBe(90_000);
	});
});
