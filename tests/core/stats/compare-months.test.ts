import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE } from '@/utils/core/carbon/profile';
import { compareMonths } from '@/utils/core/stats/compare-months';
import { summariseDays } from '@/utils/core/stats/week';
import { daysOfMonth } from '@/utils/core/units/month';
import { dayTotal, videoTraffic } from './days';

const days = [
	dayTotal({ day: '2026-01-03', traffic: videoTraffic(400e6) }),
	dayTotal({ day: '2026-01-31', traffic: videoTraffic(100e6) }),
	dayTotal({ day: '2026-02-02', traffic: videoTraffic(200e6) }),
	dayTotal({ day: '2026-02-28', traffic: videoTraffic(50e6) }),
];

function summarise(month: string) {
	return summariseDays(daysOfMonth(month), days, [], DEFAULT_PROFILE);
}

describe('two months', () => {
	it.each([
		['runs', '2026-02-10', { ratio: 200 / 400, isSoFar: true }],
		['is on its last day, with all of the longer one before', '2026-02-28', { ratio: 250 / 500, isSoFar: false }],
		['is over', '2026-04-01', { ratio: 250 / 500, isSoFar: false }],
	])('are compared while the later one %s', (_, today, change) => {
		expect(compareMonths(summarise('2026-02'), summarise('2026-01'), today)).toEqual(change);
	});

	it('are not compared with nothing', () => {
		expect(compareMonths(summarise('2026-01'), summarise('2025-12'), '2026-02-10')).toBeNull();
		expect(compareMonths(summarise('2026-02'), summarise('2026-01'), '2026-02-02')).toBeNull(); // 1 and 2 January
		expect(compareMonths(summarise('2026-02'), summarise('2026-01'), '2026-01-31')).toBeNull();
	});

	it('of which the later one moved nothing, make 0', () => {
		const empty = summariseDays(daysOfMonth('2026-02'), [], [], DEFAULT_PROFILE);
		expect(compareMonths(empty, summarise('2026-01'), '2026-03-01')).toEqual({ ratio: 0, isSoFar: false });
	});
});
