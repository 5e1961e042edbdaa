import { i18n } from '#i18n';
import { KindBar } from '@/components/chart/KindBar';
import { groupTraffic } from '@/components/chart/kind-groups';
import { pageFormat } from '@/components/layout/page-format';
import type { Column } from '@/entrypoints/dashboard/table/columns';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import { courseId } from '@/utils/core/stats/grouping';
import type { CourseSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';
import { courseName } from './course-name';
import { figureColumns, rowFigures } from './figure-columns';

export interface CourseTableProps {
	readonly courses: readonly CourseSummary[];
	/** True for paper: no control. */
	readonly isStill?: boolean;
}

/** The figures of each course, the heaviest first. */
export function CourseTable({ courses, isStill = false }: CourseTableProps) {
	return (
		<TableCard
			id="courses-title"
			title={i18n.t('courses.title')}
			columns={columnsFor(pageFormat())}
			rows={courses}
			idOf={courseId}
			wordsOf={(course) => `${courseName(course)} ${course.host}`}
			orderedBy={i18n.t('week.data')}
			isStill={isStill}
		/>
	);
}

function columnsFor(format: Format): readonly Column<CourseSummary>[] {
	return [
		{
			label: i18n.t('courses.course'),
			keyOf: courseName,
			render: (course) => (
				<>
					{courseName(course)}
					<small class="soft">{course.host}</small>
				</>
			),
		},
		{
			label: i18n.t('courses.kinds'),
			titleOf: (course) => kindsText(course, format),
			render: (course) => (
				<>
					<KindBar traffic={course.traffic} />
					<span class="unseen">{kindsText(course, format)}</span>
				</>
			),
		},
		...figureColumns(format, rowFigures),
	];
}

function kindsText({ traffic }: CourseSummary, format: Format): string {
	return groupTraffic(traffic)
		.map(({ group, bytes }) => `${i18n.t(`kind.${group}`)} ${format.bytes(bytes)}`)
		.join(', ');
}
