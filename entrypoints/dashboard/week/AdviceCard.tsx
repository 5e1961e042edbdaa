import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { DownloadLink } from '@/entrypoints/dashboard/layout/DownloadLink';
import { ReferenceLinks } from '@/entrypoints/dashboard/layout/ReferenceLinks';
import type { CsvDialect } from '@/utils/core/export/csv';
import type { CourseSummary } from '@/utils/core/stats/week';
import type { Advice } from '@/utils/core/tips/trainer/advice';
import { checklistCsv, checklistMarkdown } from '@/utils/core/tips/trainer/checklist';
import { adviceItem, BYTES_PER_MB, checklistWords } from './advice-text';

interface AdviceCardProps {
	readonly advice: readonly Advice[];
	readonly courses: readonly CourseSummary[];
	/** ISO 8601 week. */
	readonly week: string;
	readonly dialect: CsvDialect;
}

/** Advice for course authors, and the same as a checklist to download. */
export function AdviceCard({ advice, courses, week, dialect }: AdviceCardProps) {
	const format = pageFormat();
	const items = advice.map((each) => adviceItem(each, courses, format));
	const words = checklistWords(week);
	const megabytesText = (megabytes: number) => format.bytes(megabytes * BYTES_PER_MB);
	const files = [
		{
			label: i18n.t('advice.markdown'),
			name: `sobrio-${week}.md`,
			type: 'text/markdown',
			text: () => checklistMarkdown(items, words, megabytesText),
		},
		{
			label: i18n.t('advice.csv'),
			name: `sobrio-${week}-${i18n.t('advice.file_name')}.csv`,
			type: 'text/csv',
			text: () => checklistCsv(items, words, dialect),
		},
	];
	return (
		<section class="card advice" aria-labelledby="advice-title">
			<h2 id="advice-title">{i18n.t('advice.title')}</h2>
			{items.length === 0 ? (
				<p class="soft">{i18n.t('advice.none')}</p>
			) : (
				<>
					<p class="soft">{i18n.t('advice.about')}</p>
					<ul>
						{items.map(({ course, activity, title, body, references, megabytesPerView }) => (
							<li key={`${course} ${activity} ${title}`}>
								<strong>{`${course} · ${activity}`}</strong>
								<p>{title}</p>
								<p class="soft">
									{body} {megabytesPerView !== null && i18n.t('advice.per_view', [megabytesText(megabytesPerView)])}
									<ReferenceLinks references={references} />
								</p>
							</li>
						))}
					</ul>
					<p class="actions">
						{files.map(({ label, text, ...file }) => (
							<DownloadLink key={file.name} file={{ ...file, text: text() }} label={label} />
						))}
					</p>
				</>
			)}
		</section>
	);
}
