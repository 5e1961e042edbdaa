import { describe, expect, it } from 'vitest';
import { daysOfMonth, isMonth, monthAfter, monthBefore, weeksOfMonth } from '@/utils/core/units/month';

describe('a month', () => {
	it.each([
		['2026-02', 28],
		['2028-02', 29],
		['2026-11', 30],
		['2026-12', 31],
	])('%s has %d days, in order', (month, dayCount) => {
		const days = daysOfMonth(month);
		expect(days).toHaveLength(dayCount);
		expect(days[0]).toBe(`${month}-01`);
		expect(days.at(-1)).toBe(`${month}-${dayCount}`);
	});

	it.each([
		['2026-01', '2025-12', '2026-02'],
		['2026-12', '2026-11', '2027-01'],
		['2026-03', '2026-02', '2026-04'],
	])('%s is between %s and %s', (month, before, after) => {
		expect([monthBefore(month), monthAfter(month)]).toEqual([before, after]);
	});

	it('has all weeks with at least one day in it', () => {
		expect(weeksOfMonth('2026-11')).toEqual(['2026-W44', '2026-W45', '2026-W46', '2026-W47', '2026-W48', '2026-W49']);
	});

	it.each(['2026-13', '2026-00', '2026-1', '2026', '', '2026-W11', '2026-11-01'])('"%s" is invalid', (text) => {
		expect(isMonth(text)).toBe(false);
	});
});
