import { i18n } from '#i18n';
import { errorText } from '@/components/layout/error-text';
import { Notice } from '@/components/layout/Notice';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { ReadyWeeks } from '@/entrypoints/dashboard/period/ReadyWeeks';
import { WeekHeading } from '@/entrypoints/dashboard/period/WeekHeading';
import { WeekReport } from '@/entrypoints/dashboard/period/WeekReport';
import { WeekSkeleton } from '@/entrypoints/dashboard/period/WeekSkeleton';
import { ExportForm } from './ExportForm';
import type { createExportView } from './export-view';
import { FilePreview } from './FilePreview';
import { WeeklyCard } from './WeeklyCard';

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
			<WeeklyCard
				preference={weeklyView.preference.value}
				folder={weeklyView.folder.value}
				onChange={weeklyView.change}
			/>
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
