import type { Activity } from '@/utils/core/schema/names';
import type { Profile } from '@/utils/core/schema/profile';
import type { DayTotal } from '@/utils/core/schema/visit';
import { type Figures, figuresOf, receivedBytesOf } from './figures';
import { courseId } from './grouping';
import type { CourseSummary } from './week';

/** Figures of one kind of page of one course. */
export interface ActivitySummary extends Figures {
	readonly course: CourseSummary;
	readonly activity: Activity;
}

/** Key of a kind of page of a course; kinds contain no space. */
export function activityId({ course, activity }: Pick<ActivitySummary, 'course' | 'activity'>): string {
	return `${activity} ${courseId(course)}`;
}

/** Sums of days by course and kind of page, the most received bytes first. Days of other courses are ignored. */
export function summariseActivities(
	days: readonly DayTotal[],
	courses: readonly CourseSummary[],
	profile: Profile,
): readonly ActivitySummary[] {
	const known = new Map(courses.map((course) => [courseId(course), course]));
	const groups = Map.groupBy(days, (total) => `${total.activity} ${courseId(total)}`).values();
	return [...groups]
		.flatMap((group): ActivitySummary[] => {
			const { activity } = group[0] as DayTotal;
			const course = known.get(courseId(group[0] as DayTotal));
			return course ? [{ course, activity, ...figuresOf(group, profile) }] : [];
		})
		.sort((a, b) => receivedBytesOf(b) - receivedBytesOf(a) || (activityId(a) < activityId(b) ? -1 : 1));
}
