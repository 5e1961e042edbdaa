import { describe, expect, it } from 'vitest';
import { distrustedWeek, endOfWeek, trustedWeek, weeksAfter } from '@/utils/core/delivery/weekly';
import { dayOf, weekOf } from '@/utils/core/units/day';

describe('the weeks after one', () => {
	it.each([
		['2026-W47', '2026-W48', ['2026-W48']],
		['2026-W47', '2026-W47', []],
		['2026-W48', '2026-W47', []],
		['2026-W51', '2027-W01', ['2026-W52', '2026-W53', '2027-W01']],
	])('%s up to %s', (week, last, weeks) => {
		expect(weeksAfter(week, last)).toEqual(weeks);
	});
});

describe('the week noted as done', () => {
	it.each([
		['no week', null, '2026-W48', null],
		['an earlier week', '2026-W40', '2026-W48', '2026-W40'],
		['the last week', '2026-W48', '2026-W48', '2026-W48'],
		['one week ahead', '2026-W49', '2026-W48', '2026-W49'],
		['one week ahead in the next year', '2027-W01', '2026-W53', '2027-W01'],
		['two weeks ahead', '2026-W50', '2026-W48', null],
		['years ahead', '2031-W02', '2026-W48', null],
	])('%s', (_, doneWeek, lastWeek, trusted) => {
		expect(trustedWeek([null, doneWeek], lastWeek)).toBe(trusted);
	});
});

it.each([
	['eight weeks ahead', ['2027-W03', null], '2026-W48', null],
	['nine weeks ahead', ['2027-W04', null], '2026-W48', '2027-W04'],
	['two of them', ['2031-W02', '2026-W47'], '2018-W52', '2026-W47'],
])('the week that is noted on: %s', (_, noted, lastWeek, kept) => {
	expect(distrustedWeek(noted, lastWeek)).toBe(kept);
});

describe('the end of the week', () => {
	it.each([
		['a Monday at midnight', new Date(2026, 10, 23, 0, 0), new Date(2026, 10, 30, 0, 5)],
		['a Wednesday', new Date(2026, 10, 25, 3, 20), new Date(2026, 10, 30, 0, 5)],
		['a Sunday evening', new Date(2026, 10, 29, 23, 59), new Date(2026, 10, 30, 0, 5)],
		['the week in which summer time ends', new Date(2026, 9, 22, 12), new Date(2026, 9, 26, 0, 5)],
		['the last days of a year', new Date(2026, 11, 31, 12), new Date(2027, 0, 4, 0, 5)],
	])('of %s is the next Monday', (_, now, end) => {
		expect(endOfWeek(now)).toEqual(end);
		expect(weekOf(dayOf(end)) > weekOf(dayOf(now))).toBe(true);
	});
});
