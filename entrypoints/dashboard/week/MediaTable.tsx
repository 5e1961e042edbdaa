import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { courseName } from '@/entrypoints/dashboard/period/course-name';
import { type Column, DataTable } from '@/entrypoints/dashboard/table/DataTable';
import { courseId } from '@/utils/core/stats/grouping';
import type { CourseSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';
import type { MediaTotals } from '@/utils/core/visit/media';

/** Videos, sounds and video classes of each course that played any; a part that is not known shows a dash. */
export function MediaTable({ courses }: { readonly courses: readonly CourseSummary[] }) {
	const format = useFormat();
	const played = courses.filter(({ media }) => media.videoMs + media.audioMs + media.classMs > 0);
	if (played.length === 0) return null;
	return (
		<section class="card courses" aria-labelledby="media-title">
			<h2 id="media-title">{i18n.t('media.title')}</h2>
			<DataTable
				titleId="media-title"
				columns={columnsFor(format)}
				rows={played}
				idOf={courseId}
				wordsOf={(course) => `${courseName(course)} ${course.host}`}
			/>
		</section>
	);
}

function columnsFor(format: Format): readonly Column<CourseSummary>[] {
	const duration = (label: string, msOf: (media: MediaTotals) => number): Column<CourseSummary> => ({
		label,
		keyOf: ({ media }) => msOf(media),
		draw: ({ media }) => format.duration(msOf(media)),
	});
	return [
		{ label: i18n.t('courses.course'), keyOf: courseName, draw: courseName },
		duration(i18n.t('media.video'), ({ videoMs }) => videoMs),
		duration(i18n.t('media.unseen'), ({ hiddenMs, offScreenMs }) => hiddenMs + offScreenMs),
		duration(i18n.t('media.oversized'), ({ oversizedMs }) => oversizedMs),
		{
			label: i18n.t('media.watched'),
			// What is not known comes after all that is.
			keyOf: ({ media }) => watchedShare(media) ?? -1,
			draw: ({ media }) => {
				const share = watchedShare(media);
				return share === null ? '–' : format.share(share);
			},
		},
		duration(i18n.t('media.sound'), ({ audioMs }) => audioMs),
		duration(i18n.t('media.class'), ({ classMs }) => classMs),
	];
}

/** Watched / length of the media, 0 to 1; null where no length is known. */
function watchedShare({ distinctMs, durationMs }: MediaTotals): number | null {
	return durationMs > 0 ? distinctMs / durationMs : null;
}
