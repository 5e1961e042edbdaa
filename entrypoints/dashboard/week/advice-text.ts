import { i18n } from '#i18n';
import { figureText } from '@/components/card/tip-text';
import { textKey } from '@/components/layout/text-key';
import { courseName } from '@/entrypoints/dashboard/period/course-name';
import type { CourseSummary } from '@/utils/core/stats/week';
import { figureTexts } from '@/utils/core/tips/rule';
import type { Advice } from '@/utils/core/tips/trainer/advice';
import type { ChecklistItem, ChecklistWords } from '@/utils/core/tips/trainer/checklist';
import type { Format } from '@/utils/core/units/format';

/** As checklists count. */
export const BYTES_PER_MB = 1_000_000;

/** Advice in words, for the dashboard and the checklist. */
export function adviceItem(advice: Advice, courses: readonly CourseSummary[], format: Format): ChecklistItem {
	const { id, lesson, references, stakeBytesPerView } = advice;
	const { host, courseKey, activity } = lesson;
	const words = figureTexts(advice, format);
	const key = textKey(id);
	const course = courses.find((each) => each.host === host && each.courseKey === courseKey);
	return {
		course: course ? courseName(course) : host,
		activity: i18n.t(`activity.${activity}`),
		title: figureText(`advice.${key}.title`, words),
		body: figureText(`advice.${key}.body`, words),
		references,
		megabytesPerView: stakeBytesPerView > 0 ? stakeBytesPerView / BYTES_PER_MB : null,
	};
}

/** The other words of a checklist for a week. */
export function checklistWords(week: string): ChecklistWords {
	return {
		title: i18n.t('advice.file_title'),
		about: i18n.t('advice.file_about', [week]),
		columns: [
			i18n.t('courses.course'),
			i18n.t('advice.activity'),
			i18n.t('advice.what'),
			i18n.t('advice.why'),
			i18n.t('advice.criteria'),
			i18n.t('advice.megabytes'),
			i18n.t('advice.done'),
		],
		perView: (megabytes) => i18n.t('advice.per_view', [megabytes]),
	};
}
