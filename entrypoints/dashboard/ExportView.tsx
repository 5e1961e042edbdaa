import { i18n } from '#i18n';
import { ExportForm } from '@/components/ExportForm';
import { errorText } from '@/components/error-text';
import { FilePreview } from '@/components/FilePreview';
import { Notice } from '@/components/Notice';
import { ReadyWeeks } from '@/components/ReadyWeeks';
import { WeekHeading } from '@/components/WeekHeading';
import { WeeklyCard } from '@/components/WeeklyCard';
import { WeekReport } from '@/components/WeekReport';
import { WeekSkeleton } from '@/components/WeekSkeleton';
import type { createExportView } from './export-view';
import type { DashboardModel } from './model';

export interface ExportViewProps {
	readonly model: DashboardModel;
	readonly exportView: ReturnType<typeof createExportView>;
}

/** The week as a file: for whom and in which form, the whole of what would leave, then the download. */
export function ExportView({ model, exportView }: ExportViewProps) {
	const { summary, error } = model.weekView;
	const { weeklyView } = model;
	return (
		<>
			<WeekHeading
				week={model.week.value}
				summary={summary.value}
				previousHref={model.previousHref.value}
				nextHref={model.nextHref.value}
			/>
			{error.value !== null ? (
				<Notice title={i18n.t('notice.error_title')} body={errorText(error.value)} isAlarm>
					<button type="button" class="main" onClick={model.refresh}>
						{i18n.t('action.retry')}
					</button>
				</Notice>
			) : !summary.value ? (
				<WeekSkeleton />
			) : summary.value.total.visitCount === 0 ? (
				<Notice title={i18n.t('empty.title')} body={i18n.t('empty.body')} />
			) : (
				<WeekFile model={exportView} />
			)}
			<ReadyWeeks
				weeks={weeklyView.state.value.ready}
				hasFailed={weeklyView.hasFailed.value}
				onTake={weeklyView.take}
			/>
			<WeeklyCard wish={weeklyView.wish.value} folder={weeklyView.folder.value} onChange={weeklyView.change} />
		</>
	);
}

function WeekFile({ model }: { readonly model: ExportViewProps['exportView'] }) {
	const { scope, form, report, file } = model;
	return (
		<>
			<ExportForm
				scope={scope.value}
				form={form.value}
				onScope={(chosen) => {
					scope.value = chosen;
				}}
				onForm={(chosen) => {
					form.value = chosen;
				}}
			/>
			{file.value && <FilePreview file={file.value}>{report.value && <WeekReport {...report.value} />}</FilePreview>}
		</>
	);
}
