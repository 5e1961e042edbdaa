import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { courseName } from '@/entrypoints/dashboard/period/course-name';
import { figureColumns } from '@/entrypoints/dashboard/period/figure-columns';
import { DataTable } from '@/entrypoints/dashboard/table/DataTable';
import { type ActivitySummary, activityId } from '@/utils/core/stats/activities';

/** What the kinds of page of each course weigh, the heaviest first. */
export function ActivityTable({ activities }: { readonly activities: readonly ActivitySummary[] }) {
	const nameOf = ({ activity }: ActivitySummary) => i18n.t(`activity.${activity}`);
	return (
		<section class="card courses activities" aria-labelledby="activities-title">
			<h2 id="activities-title">{i18n.t('activities.title')}</h2>
			<DataTable<ActivitySummary>
				titleId="activities-title"
				columns={[
					{ label: i18n.t('advice.activity'), keyOf: nameOf, draw: nameOf },
					{
						label: i18n.t('courses.course'),
						keyOf: ({ course }) => courseName(course),
						draw: ({ course }) => courseName(course),
						titleOf: ({ course }) => course.host,
					},
					...figureColumns(useFormat()),
				]}
				rows={activities}
				idOf={activityId}
				wordsOf={(row) => `${nameOf(row)} ${courseName(row.course)} ${row.course.host}`}
				orderedBy={i18n.t('week.data')}
			/>
		</section>
	);
}
