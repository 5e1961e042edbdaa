import type { Profile } from '@/utils/core/carbon/profile';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { Activity, DayTotal } from '@/utils/core/visit/visit';
import { type Figures, figuresOf } from './figures';
import { courseId, groupBy } from './grouping';
import type { CourseSummary } from './week';

/** One kind of page of one course. */
export interface ActivitySummary extends Figures {
	readonly course: CourseSummary;
	readonly activity: Activity;
}

/** One key for a kind of page of a course; kinds hold no space. */
export function activityId({ course, activity }: Pick<ActivitySummary, 'course' | 'activity'>): string {
	return `${activity} ${courseId(course)}`;
}

/** Sums days up by kind of page within each of the courses, the one that received most bytes first; days of other courses are ignored. */
export function summariseActivities(
	days: readonly DayTotal[],
	courses: readonly CourseSummary[],
	profile: Profile,
): readonly ActivitySummary[] {
	const known = new Map(courses.map((course) => [courseId(course), course]));
	const groups = groupBy(days, (total) => `${total.activity} ${courseId(total)}`).values();
	return [...groups]
		.flatMap((group): ActivitySummary[] => {
			const { activity } = group[0] as DayTotal;
			const course = known.get(courseId(group[0] as DayTotal));
			return course ? [{ course, activity, ...figuresOf(group, profile) }] : [];
		})
		.sort((a, b) => receivedBytes(b) - receivedBytes(a) || (activityId(a) < activityId(b) ? -1 : 1));
}

function receivedBytes({ traffic }: Figures): number {
	return sumTraffic(traffic).receivedBytes;
}
