import { describe, expect, it } from 'vitest';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { DayTotal } from '@/utils/core/schema/visit';
import { summariseActivities } from '@/utils/core/stats/activities';
import { useOf } from '@/utils/core/stats/figures';
import { summariseWeek } from '@/utils/core/stats/week';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { dayTotal, videoTraffic } from './days';

function summarise(days: readonly DayTotal[]) {
	const { courses } = summariseWeek('2026-W48', days, [], DEFAULT_PROFILE);
	return summariseActivities(days, courses, DEFAULT_PROFILE);
}

describe('activities', () => {
	it('gather the days of one kind of page in one course, the heaviest first', () => {
		const rows = summarise([
			dayTotal({ activity: 'page', traffic: videoTraffic(10e6), activeMs: 60_000 }),
			dayTotal({ activity: 'video', traffic: videoTraffic(100e6), visitCount: 2 }),
			dayTotal({ activity: 'video', day: '2026-11-24', traffic: videoTraffic(50e6) }),
			dayTotal({ activity: 'video', courseKey: '8', traffic: videoTraffic(400e6) }),
		]);
		expect(
			rows.map(({ course, activity, visitCount, traffic }) => [
				course.courseKey,
				activity,
				visitCount,
				sumTraffic(traffic).receivedBytes,
			]),
		).toEqual([
			['8', 'video', 1, 400e6],
			['7', 'video', 2 + 1, 150e6],
			['7', 'page', 1, 10e6],
		]);
		for (const row of rows) expect(row.estimate).toEqual(estimateUse(useOf(row), DEFAULT_PROFILE));
	});

	it('of equal size have a stable order', () => {
		const days = (['video', 'page'] as const).map((activity) => dayTotal({ activity, traffic: videoTraffic(1e6) }));
		const order = (all: readonly DayTotal[]) => summarise(all).map(({ activity }) => activity);
		expect(order(days)).toEqual(['page', 'video']);
		expect(order(days.toReversed())).toEqual(['page', 'video']);
	});

	it('of other courses are ignored', () => {
		expect(summariseActivities([dayTotal({})], [], DEFAULT_PROFILE)).toEqual([]);
	});
});
