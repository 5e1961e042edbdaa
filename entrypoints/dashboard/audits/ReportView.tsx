import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { NumberField } from '@/components/form/NumberField';
import { pageFormat } from '@/components/layout/page-format';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import { hashOf } from '@/entrypoints/dashboard/context/route';
import { FigureCards } from '@/entrypoints/dashboard/period/FigureCards';
import type { AuditReport } from '@/utils/core/audit/report';
import type { AuditsModel } from './audits-model';
import { CompareCard } from './CompareCard';
import { HandOverCard } from './hand-over/HandOverCard';
import { Treemap } from './map/Treemap';
import { courseMap } from './map/treemap-layout';
import { PageTable } from './PageTable';
import { auditDay, unknownHint } from './page-text';
import { reportCards, yearlyText } from './report-cards';
import { SheetCard } from './SheetCard';

const MAX_LEARNERS = 10_000_000;

interface ReportViewProps {
	readonly context: DashboardContext;
	readonly model: AuditsModel;
	readonly report: AuditReport;
}

/** The report of an audit: its pages by weight, the map, the criteria, another audit beside it, and its files. */
export function ReportView({ context, model, report }: ReportViewProps) {
	const { audit, pages } = report;
	const format = pageFormat();
	const groups = useMemo(() => courseMap(pages), [pages]);
	const hrefOf = (page: number) => hashOf({ view: 'audits', audit: audit.id, page, other: null });
	const hint = unknownHint(report);
	const { droppedPageCount, droppedFileCount, personalPageCount } = audit;
	return (
		<>
			<div class="heading">
				<div>
					<p>
						<a href={hashOf({ view: 'audits', audit: null, page: null, other: null })}>{i18n.t('audits.all')}</a>
					</p>
					<h1>{audit.name}</h1>
					<p class="soft">
						{audit.host} · {auditDay(audit.startedAtMs, format)}
					</p>
				</div>
			</div>
			<FigureCards cards={reportCards(report, format)} />
			{(droppedPageCount > 0 || droppedFileCount > 0) && (
				<p class="soft">{i18n.t('audits.dropped', [format.count(droppedPageCount), format.count(droppedFileCount)])}</p>
			)}
			{personalPageCount > 0 && <p class="soft">{i18n.t('audits.personal', [format.count(personalPageCount)])}</p>}
			{hint !== null && <p class="soft">{hint}</p>}
			<Treemap id="map" title={i18n.t('audits.map')} groups={groups} hrefOf={hrefOf} />
			<PageTable pages={pages} hrefOf={hrefOf} />
			<CompareCard model={model} report={report} />
			<SheetCard report={report} hrefOf={hrefOf} />
			<section class="card panel yearly">
				<Yearly model={model} report={report} />
			</section>
			<HandOverCard context={context} model={model} report={report} />
		</>
	);
}

/** A yearly figure by a number that the trainer enters. */
function Yearly({ model: { learnerCount }, report }: Pick<ReportViewProps, 'model' | 'report'>) {
	return (
		<>
			<NumberField
				id="learners"
				label={i18n.t('audits.learners')}
				hint={i18n.t('audits.learners_hint')}
				value={learnerCount.value}
				min={1}
				max={MAX_LEARNERS}
				onChange={(value) => {
					learnerCount.value = value;
				}}
			/>
			<p role="status">{learnerCount.value !== null && yearlyText(report, learnerCount.value, pageFormat())}</p>
		</>
	);
}
