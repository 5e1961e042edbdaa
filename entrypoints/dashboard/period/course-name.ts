import { i18n } from '#i18n';
import type { CourseSummary } from '@/utils/core/stats/week';

/** The course's label; a course that showed none is named by its key, and pages outside any course as such. */
export function courseName({ label, courseKey }: Pick<CourseSummary, 'label' | 'courseKey'>): string {
	if (label) return label;
	return courseKey ? i18n.t('courses.unnamed', [courseKey]) : i18n.t('courses.outside');
}
