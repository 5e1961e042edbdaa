import { i18n } from '#i18n';
import type { CourseSummary } from '@/utils/core/stats/week';

/** The course's label, or its key if it has none; words for pages outside any course. */
export function courseName({ label, courseKey }: Pick<CourseSummary, 'label' | 'courseKey'>): string {
	if (label) return label;
	return courseKey ? i18n.t('courses.unnamed', [courseKey]) : i18n.t('courses.outside');
}
