import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { Notice } from '@/components/layout/Notice';
import { pageFormat } from '@/components/layout/page-format';
import { textKey } from '@/components/layout/text-key';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { DownloadLink } from '@/entrypoints/dashboard/layout/DownloadLink';
import { PeriodBody } from '@/entrypoints/dashboard/period/PeriodBody';
import { WeekHeading } from '@/entrypoints/dashboard/period/WeekHeading';
import type { WeekModel } from '@/entrypoints/dashboard/week/week-model';
import { ReadyWeeks } from '@/entrypoints/dashboard/weekly/ReadyWeeks';
import { WeeklyCard } from '@/entrypoints/dashboard/weekly/WeeklyCard';
import type { WeeklyModel } from '@/entrypoints/dashboard/weekly/weekly-model';
import { FORMS, isOffered, offeredForm } from '@/utils/core/export/week-file';
import { SCOPES } from '@/utils/core/schema/names';
import type { ExportFile } from '@/utils/core/schema/page-messages';
import { ClassCodeCard } from './ClassCodeCard';
import { type ClassCodeModel, createClassCodeModel } from './class-code-model';
import { createExportModel } from './export-model';
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
	const classCode = createClassCodeModel(model.load);
	const load = async () => {
		await Promise.all([shared.week.load(), shared.weekly.load(), classCode.load()]);
		await model.load();
	};
	return { render: () => <ExportView {...shared} model={model} classCode={classCode} onRetry={load} />, load };
}

interface ExportViewProps extends Shared {
	readonly model: ExportModel;
	readonly classCode: ClassCodeModel;
	readonly onRetry: () => void;
}

function ExportView({ context, week, weekly, model, classCode, onRetry }: ExportViewProps) {
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
			<ClassCodeCard model={classCode} isOverruled={model.commonCodes.value === 'organisation'} />
		</>
	);
}

function WeekFile({ model }: { readonly model: ExportModel }) {
	const { report, file, isTooEarly } = model;
	return (
		<>
			<ExportForm {...model} />
			{isTooEarly.value && <Notice title={i18n.t('export.early_title')} body={i18n.t('export.early_body')} />}
			{file.value && !isTooEarly.value && (
				<FilePreview file={file.value}>{report.value && <WeekReport {...report.value} />}</FilePreview>
			)}
		</>
	);
}

/** The file's recipient and format. */
function ExportForm({ scope, form, commonCodes }: Pick<ExportModel, 'scope' | 'form' | 'commonCodes'>) {
	const about = (scope.value === 'shareable' && commonCodes.value) || scope.value;
	return (
		<form class="card profile" aria-labelledby="export-title" onSubmit={(event) => event.preventDefault()}>
			<h2 id="export-title">{i18n.t('export.title')}</h2>
			<SelectField
				id="export-scope"
				label={i18n.t('export.scope')}
				value={scope.value}
				options={SCOPES.map((each) => [each, i18n.t(`export.scopes.${each}`)])}
				hint={i18n.t(`export.about.${about}`)}
				onChange={(chosen) => {
					scope.value = chosen;
				}}
			/>
			<SelectField
				id="export-form"
				label={i18n.t('export.form')}
				value={offeredForm(scope.value, form.value)}
				options={FORMS.filter((each) => isOffered(scope.value, each)).map((each) => [
					each,
					i18n.t(`export.forms.${textKey(each)}`),
				])}
				onChange={(chosen) => {
					form.value = chosen;
				}}
			/>
		</form>
	);
}

interface FilePreviewProps {
	readonly file: ExportFile;
	/** What the file looks like, if not its text. */
	readonly children?: ComponentChildren;
}

/** All of the file's content, then its download. */
function FilePreview({ file, children }: FilePreviewProps) {
	const format = pageFormat();
	const size = new TextEncoder().encode(file.text).length;
	return (
		<section class="card panel" aria-labelledby="preview-title">
			<h2 id="preview-title">{i18n.t('export.preview', [file.name, format.bytes(size)])}</h2>
			<p class="soft">{i18n.t('export.preview_body')}</p>
			{children ?? (
				<textarea class="preview" readOnly spellcheck={false} aria-labelledby="preview-title">
					{file.text}
				</textarea>
			)}
			<div class="actions">
				<DownloadLink file={file} />
			</div>
		</section>
	);
}
