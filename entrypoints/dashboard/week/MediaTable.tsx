import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { courseName } from '@/entrypoints/dashboard/period/course-name';
import { type Column, numberColumn, textColumn } from '@/entrypoints/dashboard/table/columns';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { courseId } from '@/utils/core/stats/grouping';
import type { CourseSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';

/** Videos, sounds and video classes of each course that played any; an unknown share is a dash. */
export function MediaTable({ courses }: { readonly courses: readonly CourseSummary[] }) {
	const played = courses.filter(({ media }) => media.videoMs + media.audioMs + media.classMs > 0);
	if (played.length === 0) return null;
	return (
		<TableCard
			id="media-title"
			title={i18n.t('media.title')}
			columns={columnsFor(pageFormat())}
			rows={played}
			idOf={courseId}
			wordsOf={(course) => `${courseName(course)} ${course.host}`}
		/>
	);
}

function columnsFor(format: Format): readonly Column<CourseSummary>[] {
	const duration = (label: string, msOf: (media: MediaTotals) => number) =>
		numberColumn<CourseSummary>(label, ({ media }) => msOf(media), format.duration);
	return [
		textColumn(i18n.t('courses.course'), courseName),
		duration(i18n.t('media.video'), ({ videoMs }) => videoMs),
		duration(i18n.t('media.unseen'), ({ hiddenMs, offScreenMs }) => hiddenMs + offScreenMs),
		duration(i18n.t('media.oversized'), ({ oversizedMs }) => oversizedMs),
		{
			label: i18n.t('media.watched'),
			// Unknown shares come last.
			keyOf: ({ media }) => watchedShare(media) ?? -1,
			render: ({ media }) => {
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
