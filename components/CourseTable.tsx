import { i18n } from '#i18n';
import { sumTraffic } from '@/utils/measure/traffic';
import { courseId } from '@/utils/stats/grouping';
import type { CourseSummary } from '@/utils/stats/week';
import type { Format } from '@/utils/units/format';
import { courseName } from './course-name';
import { type Column, DataTable } from './DataTable';
import { KindBar } from './KindBar';
import { groupTraffic } from './kind-groups';
import { useFormat } from './language';

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
	const receivedBytes = ({ traffic }: CourseSummary) => sumTraffic(traffic).receivedBytes;
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
		{
			label: i18n.t('courses.visits'),
			keyOf: ({ visitCount }) => visitCount,
			draw: ({ visitCount }) => format.count(visitCount),
		},
		{
			label: i18n.t('cards.time'),
			keyOf: ({ activeMs }) => activeMs,
			draw: ({ activeMs }) => format.duration(activeMs),
		},
		{
			label: i18n.t('cards.films'),
			keyOf: ({ media }) => media.videoMs,
			draw: ({ media }) => format.duration(media.videoMs),
		},
		{ label: i18n.t('week.data'), keyOf: receivedBytes, draw: (course) => format.bytes(receivedBytes(course)) },
		{
			label: 'CO₂e',
			keyOf: ({ estimate }) => estimate.co2eGrams.central,
			draw: ({ estimate }) => format.mass(estimate.co2eGrams),
		},
	];
}

function kindsText({ traffic }: CourseSummary, format: Format): string {
	return groupTraffic(traffic)
		.map(({ group, bytes }) => `${i18n.t(`kind.${group}`)} ${format.bytes(bytes)}`)
		.join(', ');
}
