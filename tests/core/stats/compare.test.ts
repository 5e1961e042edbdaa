import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { DayTotal } from '@/utils/core/schema/visit';
import { comparePace, comparePeriods } from '@/utils/core/stats/compare';
import { summariseDays, summariseWeek } from '@/utils/core/stats/week';
import { daysOfMonth } from '@/utils/core/units/month';
import { dayTotal, videoTraffic } from './days';

function summariseWeekOf(days: readonly DayTotal[], week = '2026-W48') {
	return summariseWeek(week, days, [], DEFAULT_PROFILE);
}

describe('two weeks', () => {
	const previous = summariseWeekOf(
		[
			dayTotal({ day: '2026-11-16', traffic: videoTraffic(400e6) }),
			dayTotal({ day: '2026-11-18', traffic: videoTraffic(100e6) }),
			dayTotal({ day: '2026-11-22', traffic: videoTraffic(500e6) }),
		],
		'2026-W47',
	);
	const current = summariseWeekOf([
		dayTotal({ day: '2026-11-23', traffic: videoTraffic(200e6) }),
		dayTotal({ day: '2026-11-25', traffic: videoTraffic(50e6) }),
	]);

	it.each([
		['Monday', '2026-11-23', 200 / 400],
		['Wednesday', '2026-11-25', (200 + 50) / (400 + 100)],
		['Sunday', '2026-11-29', (200 + 50) / (400 + 100 + 500)],
		['a later week', '2027-01-05', (200 + 50) / (400 + 100 + 500)],
	])('are compared up to the current weekday on %s', (_, today, ratio) => {
		expect(comparePeriods(current, previous, today)?.ratio).toBeCloseTo(ratio, 12);
	});

	it('have no comparison without bytes in the earlier one, or before the later one begins', () => {
		const empty = summariseWeekOf([], '2026-W47');
		const sundayOnly = summariseWeekOf([dayTotal({ day: '2026-11-22', traffic: videoTraffic(500e6) })], '2026-W47');
		expect(comparePeriods(current, empty, '2026-11-29')).toBeNull();
		expect(comparePeriods(current, sundayOnly, '2026-11-25')).toBeNull();
		expect(comparePeriods(current, previous, '2026-11-22')).toBeNull();
	});

	it('give 0 when the later one received nothing', () => {
		expect(comparePeriods(summariseWeekOf([]), previous, '2026-11-29')?.ratio).toBe(0);
	});
});

const MONTH_DAYS = [
	dayTotal({ day: '2026-01-03', traffic: videoTraffic(400e6) }),
	dayTotal({ day: '2026-01-31', traffic: videoTraffic(100e6) }),
	dayTotal({ day: '2026-02-02', traffic: videoTraffic(200e6) }),
	dayTotal({ day: '2026-02-28', traffic: videoTraffic(50e6) }),
];

function summariseMonth(month: string) {
	return summariseDays(daysOfMonth(month), MONTH_DAYS, [], DEFAULT_PROFILE);
}

describe('two months', () => {
	it.each([
		['runs', '2026-02-10', { ratio: 200 / 400, isSoFar: true }],
		['is on its last day, with all of the longer one before', '2026-02-28', { ratio: 250 / 500, isSoFar: false }],
		['is over', '2026-04-01', { ratio: 250 / 500, isSoFar: false }],
	])('are compared while the later one %s', (_, today, change) => {
		expect(comparePeriods(summariseMonth('2026-02'), summariseMonth('2026-01'), today)).toEqual(change);
	});

	it('have no comparison without bytes in the earlier one, or before the later one begins', () => {
		expect(comparePeriods(summariseMonth('2026-01'), summariseMonth('2025-12'), '2026-02-10')).toBeNull();
		expect(comparePeriods(summariseMonth('2026-02'), summariseMonth('2026-01'), '2026-02-02')).toBeNull(); // 1 and 2 January
		expect(comparePeriods(summariseMonth('2026-02'), summariseMonth('2026-01'), '2026-01-31')).toBeNull();
	});

	it('give 0 when the later one received nothing', () => {
		const empty = summariseDays(daysOfMonth('2026-02'), [], [], DEFAULT_PROFILE);
		expect(comparePeriods(empty, summariseMonth('2026-01'), '2026-03-01')).toEqual({ ratio: 0, isSoFar: false });
	});
});

describe('the pace of two weeks', () => {
	const week = (megabytes: number, minutes: number) =>
		summariseWeek(
			'2026-W48',
			[dayTotal({ traffic: videoTraffic(megabytes * 1e6), activeMs: minutes * 60_000 })],
			[],
			DEFAULT_PROFILE,
		);

	it.each([
		['half as much of the same is no progress', week(50, 30), week(100, 60), 1],
		['the same time at half the weight', week(50, 60), week(100, 60), 0.5],
		['much more', week(3500, 60), week(100, 60), 35],
	])('%s', (_, current, previous, ratio) => {
		expect(comparePace(current, previous)).toBeCloseTo(ratio, 12);
	});

	it('is not compared with a few minutes, or with nothing', () => {
		expect(comparePace(week(50, 60), week(100, 4))).toBeNull();
		expect(comparePace(week(50, 4), week(100, 60))).toBeNull();
		expect(comparePace(week(50, 60), week(0, 60))).toBeNull();
	});
});
