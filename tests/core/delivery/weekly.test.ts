import { describe, expect, it } from 'vitest';
import { endOfWeek, lastWeekOn, noteLastWeek, trustedWeek, weeksAfter } from '@/utils/core/delivery/weekly';
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
		['no week', null, '2026-12-02', null],
		['an earlier week', '2026-W40', '2026-12-02', '2026-W40'],
		['the last week', '2026-W48', '2026-12-02', '2026-W48'],
		['the week under way', '2026-W49', '2026-12-05', null],
		['the week under way on its last day, which is over elsewhere', '2026-W49', '2026-12-06', '2026-W49'],
		['the week under way at the end of a year', '2026-W53', '2027-01-03', '2026-W53'],
		['the next week', '2026-W50', '2026-12-06', null],
		['years ahead', '2031-W02', '2026-12-02', null],
	])('%s', (_, doneWeek, today, trusted) => {
		expect(trustedWeek({ doneWeek, aheadWeek: null }, today)).toBe(trusted);
		expect(trustedWeek({ doneWeek: null, aheadWeek: doneWeek }, today)).toBe(trusted);
	});
});

it.each([
	['eight weeks ahead', { doneWeek: '2027-W03', aheadWeek: null }, '2026-12-02', null],
	['nine weeks ahead', { doneWeek: '2027-W04', aheadWeek: null }, '2026-12-02', '2027-W04'],
	['two of them', { doneWeek: '2031-W02', aheadWeek: '2026-W47' }, '2019-01-02', '2026-W47'],
])('the week that is noted on: %s', (_, noted, today, aheadWeek) => {
	expect(noteLastWeek(noted, today)).toEqual({ doneWeek: lastWeekOn(today), aheadWeek });
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
