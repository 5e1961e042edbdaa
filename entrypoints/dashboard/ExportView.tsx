import { i18n } from '#i18n';
import { ExportLink } from '@/components/ExportLink';
import { errorText } from '@/components/error-text';
import { Notice } from '@/components/Notice';
import { WeekHeading } from '@/components/WeekHeading';
import { WeekSkeleton } from '@/components/WeekSkeleton';
import type { DashboardModel } from './model';

/** The week as a file: first the whole of what would leave, then the download. */
export function ExportView({ model }: { readonly model: DashboardModel }) {
	const { summary, exportFile, error } = model.weekView;
	const file = exportFile.value;
	return (
		<>
			<WeekHeading
				week={model.week.value}
				summary={summary.value}
				previousHref={model.previousHref.value}
				nextHref={model.nextHref.value}
			>
				{file && <ExportLink file={file} />}
			</WeekHeading>
			{error.value !== null ? (
				<Notice title={i18n.t('notice.error_title')} body={errorText(error.value)} isAlarm>
					<button type="button" class="main" onClick={model.refresh}>
						{i18n.t('action.retry')}
					</button>
				</Notice>
			) : file ? (
				<section class="card" aria-labelledby="preview-title">
					<h2 id="preview-title">{i18n.t('export.preview')}</h2>
					<p class="soft">{i18n.t('export.preview_body')}</p>
					<pre class="preview">{file.text}</pre>
				</section>
			) : summary.value ? (
				<Notice title={i18n.t('empty.title')} body={i18n.t('empty.body')} />
			) : (
				<WeekSkeleton />
			)}
		</>
	);
}
