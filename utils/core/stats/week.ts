import type { Profile } from '@/utils/core/schema/profile';
import type { Course, DayTotal } from '@/utils/core/schema/visit';
import { daysOfWeek } from '@/utils/core/units/day';
import { type Figures, figuresOf, receivedBytesOf } from './figures';
import { courseId } from './grouping';

export interface DaySummary extends Figures {
	/** Local day, `YYYY-MM-DD`. */
	readonly day: string;
}

export interface CourseSummary extends Figures {
	readonly host: string;
	/** The platform's key of the course; '' for the pages of a site outside any course. */
	readonly courseKey: string;
	readonly platform: string;
	/** The course's last known name; null when none was seen. */
	readonly label: string | null;
}

export interface PeriodSummary {
	/** All its days in order, those without a visit included. */
	readonly days: readonly DaySummary[];
	/** The visited courses, the most received bytes first. */
	readonly courses: readonly CourseSummary[];
	readonly total: Figures;
}

export interface WeekSummary extends PeriodSummary {
	/** ISO 8601 week, `2026-W48`. */
	readonly week: string;
}

function byBytes(a: CourseSummary, b: CourseSummary): number {
	// Equal sizes are ordered by id, so that the order is stable in any language.
	return receivedBytesOf(b) - receivedBytesOf(a) || (courseId(a) < courseId(b) ? -1 : 1);
}

/** Sums of a week by day and by course. Days outside the week are ignored. Throws a RangeError for an invalid week. */
export function summariseWeek(
	week: string,
	days: readonly DayTotal[],
	courses: readonly Course[],
	profile: Profile,
): WeekSummary {
	return { week, ...summariseDays(daysOfWeek(week), days, courses, profile) };
}

/** Sums of a period of whole days by day and by course. Days outside it are ignored. */
export function summariseDays(
	periodDays: readonly string[],
	days: readonly DayTotal[],
	courses: readonly Course[],
	profile: Profile,
): PeriodSummary {
	const totals = days.filter((total) => periodDays.includes(total.day));
	const byDay = Map.groupBy(totals, (total) => total.day);
	const known = new Map(courses.map((course) => [courseId(course), course]));
	const summaries = [...Map.groupBy(totals, courseId)].map(([id, group]): CourseSummary => {
		const { host, courseKey, platform } = group.at(-1) as DayTotal;
		const course = known.get(id);
		return {
			host,
			courseKey,
			platform: course?.platform ?? platform,
			label: course?.label || null,
			...figuresOf(group, profile),
		};
	});
	const summed = periodDays.map((day) => ({ day, ...figuresOf(byDay.get(day) ?? [], profile) }));
	return { days: summed, courses: summaries.sort(byBytes), total: figuresOf(summed, profile) };
}
