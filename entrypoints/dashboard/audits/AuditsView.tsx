import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import { Notice } from '@/components/layout/Notice';
import { pageFormat } from '@/components/layout/page-format';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { hashOf } from '@/entrypoints/dashboard/context/route';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { AuditList } from './AuditList';
import { createAuditsModel } from './audits-model';
import { PageDetail } from './PageDetail';
import { ReportView } from './ReportView';
import './audits.css';

/** The view of the audits. */
export function openAudits(context: DashboardContext): View {
	const model = createAuditsModel(context);
	return { render: () => <AuditsView context={context} model={model} />, load: model.load };
}

interface AuditsViewProps {
	readonly context: DashboardContext;
	readonly model: ReturnType<typeof createAuditsModel>;
}

function AuditsView({ context, model }: AuditsViewProps) {
	const { place, audits, error, report } = model;
	if (error.value !== null) return <ErrorNotice error={error.value} onAction={() => void model.load()} />;
	if (!place.value?.audit) {
		return (
			<>
				<ViewHeading title={i18n.t('audits.title')} about={i18n.t('audits.about')} />
				{audits.value === null ? <Reading text={i18n.t('audits.loading')} /> : <AuditList model={model} />}
			</>
		);
	}
	if (report.value === 'missing') {
		return (
			<Notice title={i18n.t('audits.title')} body={i18n.t('audits.missing')}>
				<a class="button main" href={hashOf({ view: 'audits', audit: null, page: null, other: null })}>
					{i18n.t('audits.all')}
				</a>
			</Notice>
		);
	}
	if (report.value === null) return <Progress model={model} />;
	const wanted = place.value.page;
	const page = report.value.pages.find((each) => each.page.number === wanted);
	return page ? (
		<PageDetail key={wanted} report={report.value} page={page} />
	) : (
		<ReportView context={context} model={model} report={report.value} />
	);
}

function Reading({ text }: { readonly text: string }) {
	return (
		<p class="card notice appearing" role="status" aria-busy="true">
			{text}
		</p>
	);
}

/** How many pages of an audit were read so far. */
function Progress({ model: { audits, place, pageCount } }: Pick<AuditsViewProps, 'model'>) {
	const { count } = pageFormat();
	const audit = audits.value?.find(({ id }) => id === place.value?.audit);
	if (!audit) return <Reading text={i18n.t('audits.loading')} />;
	return <Reading text={i18n.t('audits.progress', [count(pageCount.value), count(audit.pageCount)])} />;
}
