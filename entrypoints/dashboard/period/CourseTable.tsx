import { i18n } from '#i18n';
import { KindBar } from '@/components/chart/KindBar';
import { groupTraffic } from '@/components/chart/kind-groups';
import { useFormat } from '@/components/layout/language';
import { type Column, DataTable } from '@/entrypoints/dashboard/table/DataTable';
import { courseId } from '@/utils/core/stats/grouping';
import type { CourseSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';
import { courseName } from './course-name';
import { figureColumns } from './figure-columns';

export interface CourseTableProps {
	readonly courses: readonly CourseSummary[];
	/** True where nothing can be clicked, as on paper. */
	readonly isStill?: boolean;
}

/** What each course weighs, the heaviest first. */
export function CourseTable({ courses, isStill = false }: CourseTableProps) {
	const format = useFormat();
	return (
		<section class="card courses" aria-labelledby="courses-title">
			<h2 id="courses-title">{i18n.t('courses.title')}</h2>
			<DataTable
				titleId="courses-title"
				columns={columnsFor(format)}
				rows={courses}
				idOf={courseId}
				wordsOf={(course) => `${courseName(course)} ${course.host}`}
				orderedBy={i18n.t('week.data')}
				isStill={isStill}
			/>
		</section>
	);
}

function columnsFor(format: Format): readonly Column<CourseSummary>[] {
	return [
		{
			label: i18n.t('courses.course'),
			keyOf: courseName,
			draw: (course) => (
				<>
					{courseName(course)}
					<small class="soft">{course.host}</small>
				</>
			),
		},
		{
			label: i18n.t('courses.kinds'),
			titleOf: (course) => kindsText(course, format),
			draw: (course) => (
				<>
					<KindBar traffic={course.traffic} />
					<span class="unseen">{kindsText(course, format)}</span>
				</>
			),
		},
		...figureColumns(format),
	];
}

function kindsText({ traffic }: CourseSummary, format: Format): string {
	return groupTraffic(traffic)
		.map(({ group, bytes }) => `${i18n.t(`kind.${group}`)} ${format.bytes(bytes)}`)
		.join(', ');
}
