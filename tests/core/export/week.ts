import type { WeekExport } from '@/utils/core/export/week-rows';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Scope } from '@/utils/core/schema/names';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { Course, DayTotal } from '@/utils/core/schema/visit';

/** A day with videos in a course whose name looks like a formula. */
export const LESSON: DayTotal = {
	day: '2026-11-24',
	host: 'moodle.example',
	platform: 'moodle',
	courseKey: '7',
	activity: 'video',
	visitCount: 2,
	activeMs: 90_000,
	traffic: {
		received: {
			video: {
				measuredBytes: 3_000_001,
				estimatedBytes: 1_000_000,
				unknownCount: 1,
				requestCount: 5,
				bounds: { lowBytes: 900_000, highBytes: 1_200_000, unboundedCount: 0 },
			},
			image: {
				measuredBytes: 500_000,
				estimatedBytes: 0,
				unknownCount: 2,
				requestCount: 9,
				bounds: { lowBytes: 0, highBytes: 40_000, unboundedCount: 0 },
			},
		},
		sentBytes: 1_200,
		sparedBytes: 250_000,
	},
	media: {
		...NO_MEDIA,
		videoMs: 75_000,
		audioMs: 6_000,
		hiddenMs: 15_000,
		oversizedMs: 30_000,
		videoMsByHeight: { '480': 75_000 },
	},
};

export const QUIZ: DayTotal = {
	...LESSON,
	activity: 'quiz',
	visitCount: 1,
	activeMs: 30_000,
	traffic: { received: {}, sentBytes: null, sparedBytes: 0 },
	media: NO_MEDIA,
};

export const COURSES: readonly Course[] = [
	{
		host: 'moodle.example',
		courseKey: '7',
		platform: 'moodle',
		label: '=Prévention; "module 3"',
		lastDay: '2026-11-24',
	},
];

const CODES = {
	source: 'abcdefghjkmn',
	courses: new Map([
		['moodle.example 7', 'zzzzzzzzzz'],
		['moodle.example 8', 'yyyyyyyyyy'],
		['a.example 7', 'xxxxxxxxxx'],
	]),
};

/** The export of week 48 with these days. */
export function week48(days: readonly DayTotal[], scope: Scope): WeekExport {
	return { week: '2026-W48', days, courses: COURSES, profile: DEFAULT_PROFILE, scope, codes: CODES };
}
