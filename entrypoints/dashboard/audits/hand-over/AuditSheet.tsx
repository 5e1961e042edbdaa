import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { ComparisonText } from '@/entrypoints/dashboard/audits/CompareCard';
import { FindingList } from '@/entrypoints/dashboard/audits/FindingList';
import { Treemap } from '@/entrypoints/dashboard/audits/map/Treemap';
import { courseMap } from '@/entrypoints/dashboard/audits/map/treemap-layout';
import { PageTable } from '@/entrypoints/dashboard/audits/PageTable';
import { auditDay, pageName } from '@/entrypoints/dashboard/audits/page-text';
import { reportCards, yearlyText } from '@/entrypoints/dashboard/audits/report-cards';
import { SheetCard } from '@/entrypoints/dashboard/audits/SheetCard';
import { htmlFile } from '@/entrypoints/dashboard/export/html-file';
import { FigureCards } from '@/entrypoints/dashboard/period/FigureCards';
import type { Comparison } from '@/utils/core/audit/compare';
import type { AuditReport } from '@/utils/core/audit/report';
import type { ExportFile } from '@/utils/core/schema/page-messages';

interface AuditSheetProps {
	readonly report: AuditReport;
	/** Null for none. */
	readonly comparison: Comparison | null;
	readonly learnerCount: number | null;
	/** Version of the extension. */
	readonly version: string;
	/** Local day of the file, `YYYY-MM-DD`. */
	readonly day: string;
}

/** An audit to print or hand over. It needs no script and no other file. */
function AuditSheet({ report, comparison, learnerCount, version, day }: AuditSheetProps) {
	const format = pageFormat();
	const { audit, pages } = report;
	const toMend = pages.filter(({ findings }) => findings.length > 0);
	return (
		<article class="report audit-sheet">
			<h1>{i18n.t('audits.file_title', [audit.name])}</h1>
			<p class="soft">{i18n.t('audits.file_about', [auditDay(audit.startedAtMs, format)])}</p>
			<FigureCards cards={reportCards(report, format)} />
			{learnerCount !== null && <p>{yearlyText(report, learnerCount, format)}</p>}
			<Treemap id="map" title={i18n.t('audits.map')} groups={courseMap(pages)} isStill />
			<PageTable pages={pages} />
			{comparison && (
				<section class="card courses compare">
					<h2 id="compare-title">{i18n.t('audits.compare')}</h2>
					<ComparisonText comparison={comparison} isStill />
				</section>
			)}
			{toMend.map(({ page, findings }) => (
				<section key={page.number} class="card">
					<h2>{pageName(page)}</h2>
					<FindingList findings={findings} />
				</section>
			))}
			<SheetCard report={report} />
			<p class="soft">{i18n.t('audits.made_by', [version, format.date(day)])}</p>
		</article>
	);
}

/** An audit as one HTML file of that name. */
export function auditFile(sheet: AuditSheetProps, name: string, language: string): ExportFile {
	return htmlFile(<AuditSheet {...sheet} />, i18n.t('audits.file_title', [sheet.report.audit.name]), name, language);
}
