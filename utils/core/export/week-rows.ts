import type { Activity, Scope } from '@/utils/core/schema/names';
import type { Profile } from '@/utils/core/schema/profile';
import type { Course, DayTotal } from '@/utils/core/schema/visit';
import { courseId } from '@/utils/core/stats/grouping';
import { daysOfWeek } from '@/utils/core/units/day';
import { type ExportFigures, exportFigures } from './export-figures';
import { type CodedCourse, type Codes, courseNamer, type NamedCourse } from './scope';

/** The week to export, and its scope. */
export interface WeekExport {
	/** ISO 8601 week, `2026-W48`. */
	readonly week: string;
	/** Days of this week; those of others are left out. */
	readonly days: readonly DayTotal[];
	readonly courses: readonly Course[];
	readonly profile: Profile;
	readonly scope: Scope;
	readonly codes: Codes;
}

/** One row of every export format: a day, a course, an activity kind. */
export interface WeekRow {
	readonly day: string;
	readonly course: CodedCourse | NamedCourse;
	readonly activity: Activity;
	readonly figures: ExportFigures;
}

/** The rows of a week, by day, course and activity. Throws a RangeError for an invalid week. */
export function weekRows({ week, days, courses, profile, scope, codes }: WeekExport): readonly WeekRow[] {
	const weekDays = daysOfWeek(week);
	const nameOf = courseNamer(scope, courses, codes);
	const rows = days
		.filter(({ day }) => weekDays.includes(day))
		.map((total): WeekRow & { readonly place: string } => {
			const course = nameOf(total);
			// The order of a shareable export reveals no names either.
			const place = 'course_code' in course ? course.course_code : courseId(total);
			return {
				place,
				day: total.day,
				course,
				activity: total.activity,
				figures: exportFigures([total], profile),
			};
		});
	const keyOf = (row: (typeof rows)[number]) => `${row.day} ${row.place} ${row.activity}`;
	return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ place: _, ...row }) => row);
}
