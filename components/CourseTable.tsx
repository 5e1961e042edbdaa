import { i18n } from '#i18n';
import { sumTraffic } from '@/utils/measure/traffic';
import type { CourseSummary } from '@/utils/stats/week';
import { courseName } from './course-name';
import { KindBar } from './KindBar';
import { groupTraffic } from './kind-groups';
import { useFormat } from './language';

/** What each course weighs, the heaviest first. */
export function CourseTable({ courses }: { readonly courses: readonly CourseSummary[] }) {
	const format = useFormat();
	return (
		<section class="card courses" aria-labelledby="courses-title">
			<h2 id="courses-title">{i18n.t('courses.title')}</h2>
			<div class="wide">
				<table aria-labelledby="courses-title">
					<thead>
						<tr>
							<th scope="col">{i18n.t('courses.course')}</th>
							<th scope="col">{i18n.t('courses.kinds')}</th>
							<th scope="col">{i18n.t('courses.visits')}</th>
							<th scope="col">{i18n.t('cards.time')}</th>
							<th scope="col">{i18n.t('cards.films')}</th>
							<th scope="col">{i18n.t('week.data')}</th>
							<th scope="col">CO₂e</th>
						</tr>
					</thead>
					<tbody>
						{courses.map((course) => (
							<tr key={`${course.host} ${course.courseKey}`}>
								<th scope="row">
									{courseName(course)}
									<small class="soft">{course.host}</small>
								</th>
								<td title={kindsText(course, format)}>
									<KindBar traffic={course.traffic} />
									<span class="unseen">{kindsText(course, format)}</span>
								</td>
								<td>{format.count(course.visitCount)}</td>
								<td>{format.duration(course.activeMs)}</td>
								<td>{format.duration(course.media.videoMs)}</td>
								<td>{format.bytes(sumTraffic(course.traffic).receivedBytes)}</td>
								<td>{format.mass(course.estimate.co2eGrams)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

function kindsText({ traffic }: CourseSummary, format: ReturnType<typeof useFormat>): string {
	return groupTraffic(traffic)
		.map(({ group, bytes }) => `${i18n.t(`kind.${group}`)} ${format.bytes(bytes)}`)
		.join(', ');
}
