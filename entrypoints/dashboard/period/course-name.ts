import { i18n } from '#i18n';
import { OTHER_COURSES } from '@/utils/core/stats/other-courses';
import type { CourseSummary } from '@/utils/core/stats/week';

/** The course's label, or its key if it has none; words for pages outside any course, and for all courses beyond the limit of a day. */
export function courseName({ label, courseKey }: Pick<CourseSummary, 'label' | 'courseKey'>): string {
	if (label) return label;
	if (courseKey === OTHER_COURSES.courseKey) return i18n.t('courses.others');
	return courseKey ? i18n.t('courses.unnamed', [courseKey]) : i18n.t('courses.outside');
}
