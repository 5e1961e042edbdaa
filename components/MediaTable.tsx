import { i18n } from '#i18n';
import type { MediaTotals } from '@/utils/measure/media';
import type { CourseSummary } from '@/utils/stats/week';
import { courseName } from './course-name';
import { useFormat } from './language';

/** Films, sounds and video classes of each course that played any; a part that is not known shows a dash. */
export function MediaTable({ courses }: { readonly courses: readonly CourseSummary[] }) {
	const format = useFormat();
	const played = courses.filter(({ media }) => media.videoMs + media.audioMs + media.classMs > 0);
	if (played.length === 0) return null;
	const unseenMs = ({ hiddenMs, offScreenMs }: MediaTotals) => hiddenMs + offScreenMs;
	return (
		<section class="card courses" aria-labelledby="media-title">
			<h2 id="media-title">{i18n.t('media.title')}</h2>
			<div class="wide">
				<table aria-labelledby="media-title">
					<thead>
						<tr>
							<th scope="col">{i18n.t('courses.course')}</th>
							<th scope="col">{i18n.t('media.film')}</th>
							<th scope="col">{i18n.t('media.unseen')}</th>
							<th scope="col">{i18n.t('media.oversized')}</th>
							<th scope="col">{i18n.t('media.watched')}</th>
							<th scope="col">{i18n.t('media.sound')}</th>
							<th scope="col">{i18n.t('media.class')}</th>
						</tr>
					</thead>
					<tbody>
						{played.map((course) => (
							<tr key={`${course.host} ${course.courseKey}`}>
								<th scope="row">{courseName(course)}</th>
								<td>{format.duration(course.media.videoMs)}</td>
								<td>{format.duration(unseenMs(course.media))}</td>
								<td>{format.duration(course.media.oversizedMs)}</td>
								<td>
									{course.media.durationMs > 0 ? format.share(course.media.distinctMs / course.media.durationMs) : '–'}
								</td>
								<td>{format.duration(course.media.audioMs)}</td>
								<td>{format.duration(course.media.classMs)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}
