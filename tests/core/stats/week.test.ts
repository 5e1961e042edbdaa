import { describe, expect, it } from 'vitest';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { Course, DayTotal } from '@/utils/core/schema/visit';
import { summariseWeek } from '@/utils/core/stats/week';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { dayTotal, videoTraffic } from './days';

const WEEK = '2026-W48';
const courses: readonly Course[] = [
	{ host: 'moodle.example', courseKey: '7', platform: 'moodle', label: 'Prévention', lastDay: '2026-11-25' },
	{ host: 'moodle.example', courseKey: '8', platform: 'moodle', label: '', lastDay: '2026-11-25' },
	{ host: 'other.example', courseKey: '7', platform: 'canvas', label: 'Anglais', lastDay: '2026-11-25' },
];

function summarise(days: readonly DayTotal[], week = WEEK) {
	return summariseWeek(week, days, courses, DEFAULT_PROFILE);
}

function bytesOf(figures: { traffic: DayTotal['traffic'] }) {
	return sumTraffic(figures.traffic).receivedBytes;
}

const days = [
	dayTotal({ day: '2026-11-22', traffic: videoTraffic(9e9) }), // Sunday before
	dayTotal({ day: '2026-11-23', traffic: videoTraffic(100e6, 20e6), activeMs: 600_000 }),
	dayTotal({ day: '2026-11-23', activity: 'video', traffic: videoTraffic(300e6), visitCount: 2, activeMs: 1_200_000 }),
	dayTotal({ day: '2026-11-23', courseKey: '8', traffic: videoTraffic(500e6) }),
	dayTotal({
		day: '2026-11-29',
		media: { ...NO_MEDIA, videoMs: 90_000, videoMsByHeight: { '480': 90_000 } },
		traffic: videoTraffic(200e6),
	}),
	dayTotal({ day: '2026-11-30', traffic: videoTraffic(9e9) }), // Monday after
];

describe('a week', () => {
	it('has seven days, Monday first, and counts nothing outside them', () => {
		const summary = summarise(days);
		expect(summary.days.map(({ day }) => day)).toEqual([
			'2026-11-23',
			'2026-11-24',
			'2026-11-25',
			'2026-11-26',
			'2026-11-27',
			'2026-11-28',
			'2026-11-29',
		]);
		expect(summary.days.map(bytesOf)).toEqual([100e6 + 20e6 + 300e6 + 500e6, 0, 0, 0, 0, 0, 200e6]);
		expect(bytesOf(summary.total)).toBe(920e6 + 200e6);
		expect(summary.total.visitCount).toBe(1 + 2 + 1 + 1);
		expect(summary.total.activeMs).toBe(600_000 + 1_200_000 + 60_000 + 60_000);
		expect(summary.total.media).toEqual({ ...NO_MEDIA, videoMs: 90_000, videoMsByHeight: { '480': 90_000 } });
	});

	it('gathers the activities of a course and puts the heaviest course first', () => {
		const { courses: summaries } = summarise(days);
		expect(summaries.map((course) => [course.courseKey, course.label, course.visitCount, bytesOf(course)])).toEqual([
			['7', 'Prévention', 1 + 2 + 1, 100e6 + 20e6 + 300e6 + 200e6],
			['8', null, 1, 500e6],
		]);
	});

	it('tells courses of the same key on two sites apart, and names none it does not know', () => {
		const { courses: summaries } = summarise([
			dayTotal({ host: 'other.example', platform: 'site' }),
			dayTotal({ host: 'third.example', platform: 'site', courseKey: '' }),
			dayTotal({}),
		]);
		expect(summaries.map(({ host, label, platform }) => [host, label, platform])).toEqual([
			['moodle.example', 'Prévention', 'moodle'],
			['other.example', 'Anglais', 'canvas'],
			['third.example', null, 'site'],
		]);
	});

	it('estimates from its own bytes and seconds, and its days add up to its total', () => {
		const { days: summaries, total } = summarise(days);
		expect(summaries[6]?.estimate).toEqual(
			estimateUse({ receivedBytes: 200e6, sentBytes: 0, activeMs: 60_000 }, DEFAULT_PROFILE),
		);
		for (const bound of ['low', 'central', 'high'] as const) {
			const sum = summaries.reduce((grams, day) => grams + day.estimate.co2eGrams[bound], 0);
			expect(total.estimate.co2eGrams[bound]).toBeGreaterThan(0);
			expect(sum).toBeCloseTo(total.estimate.co2eGrams[bound], 6);
		}
	});

	it('without visits is seven empty days', () => {
		const summary = summarise([]);
		expect(summary.days.map(bytesOf)).toEqual([0, 0, 0, 0, 0, 0, 0]);
		expect(summary.courses).toEqual([]);
		expect(summary.total.estimate.co2eGrams).toEqual({ low: 0, central: 0, high: 0 });
	});
});
