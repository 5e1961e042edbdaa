import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { courseName } from '@/entrypoints/dashboard/period/course-name';
import { figureColumns, rowFigures } from '@/entrypoints/dashboard/period/figure-columns';
import { textColumn } from '@/entrypoints/dashboard/table/columns';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import { type ActivitySummary, activityId } from '@/utils/core/stats/activities';

/** The figures of each kind of page of each course, the heaviest first. */
export function ActivityTable({ activities }: { readonly activities: readonly ActivitySummary[] }) {
	const nameOf = ({ activity }: ActivitySummary) => i18n.t(`activity.${activity}`);
	return (
		<TableCard<ActivitySummary>
			id="activities-title"
			title={i18n.t('activities.title')}
			class="activities"
			columns={[
				textColumn(i18n.t('advice.activity'), nameOf),
				{
					...textColumn(i18n.t('courses.course'), ({ course }) => courseName(course)),
					titleOf: ({ course }) => course.host,
				},
				...figureColumns(pageFormat(), rowFigures),
			]}
			rows={activities}
			idOf={activityId}
			wordsOf={(row) => `${nameOf(row)} ${courseName(row.course)} ${row.course.host}`}
			orderedBy={i18n.t('week.data')}
		/>
	);
}
