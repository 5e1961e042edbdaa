import { i18n } from '#i18n';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { PeriodBody } from '@/entrypoints/dashboard/period/PeriodBody';
import { WeekHeading } from '@/entrypoints/dashboard/period/WeekHeading';
import type { WeekModel } from '@/entrypoints/dashboard/week/week-model';
import { ReadyWeeks } from '@/entrypoints/dashboard/weekly/ReadyWeeks';
import { WeeklyCard } from '@/entrypoints/dashboard/weekly/WeeklyCard';
import type { WeeklyModel } from '@/entrypoints/dashboard/weekly/weekly-model';
import { ExportForm } from './ExportForm';
import { createExportModel } from './export-model';
import { FilePreview } from './FilePreview';
import { WeekReport } from './WeekReport';

interface Shared {
	readonly context: DashboardContext;
	readonly week: WeekModel;
	readonly weekly: WeeklyModel;
}

type ExportModel = ReturnType<typeof createExportModel>;

/** The view of a week as a file: its recipient and format, all of its content, then the download. */
export function openExport(shared: Shared): View {
	const model = createExportModel(shared.context, shared.week);
	const load = async () => {
		await Promise.all([shared.week.load(), shared.weekly.load()]);
		await model.load();
	};
	return { render: () => <ExportView {...shared} model={model} onRetry={load} />, load };
}

interface ExportViewProps extends Shared {
	readonly model: ExportModel;
	readonly onRetry: () => void;
}

function ExportView({ context, week, weekly, model, onRetry }: ExportViewProps) {
	const { summary, error } = week;
	const empty = { title: i18n.t('empty.title'), body: i18n.t('empty.body') };
	return (
		<>
			<WeekHeading context={context} summary={summary.value} />
			<PeriodBody error={error.value} summary={summary.value} empty={empty} onRetry={onRetry}>
				{() => <WeekFile model={model} />}
			</PeriodBody>
			<ReadyWeeks model={weekly} />
			<WeeklyCard preference={weekly.preference.value} folder={weekly.folder.value} onChange={weekly.change} />
		</>
	);
}

function WeekFile({ model }: { readonly model: ExportModel }) {
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
