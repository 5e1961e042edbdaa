import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { Column } from '@/entrypoints/dashboard/table/columns';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import type { PageReport } from '@/utils/core/audit/report';
import type { Format } from '@/utils/core/units/format';
import { pageName, stakeOfPage, weightText } from './page-text';

const ROWS_A_PAGE = 50;

interface PageTableProps {
	readonly pages: readonly PageReport[];
	/** Address of a page; absent on paper. */
	readonly hrefOf?: (page: number) => string;
}

/** The pages of an audit, the heaviest first visit first. */
export function PageTable({ pages, hrefOf }: PageTableProps) {
	return (
		<TableCard
			id="pages-title"
			class="audit-pages"
			title={i18n.t('audits.rank')}
			columns={columnsFor(pageFormat(), hrefOf)}
			rows={pages}
			idOf={({ page }) => String(page.number)}
			wordsOf={({ page }) => `${page.title} ${page.path}`}
			orderedBy={i18n.t('audits.first')}
			isStill={!hrefOf}
			rowsAtOnce={hrefOf ? ROWS_A_PAGE : undefined}
		/>
	);
}

function columnsFor(format: Format, hrefOf: PageTableProps['hrefOf']): readonly Column<PageReport>[] {
	return [
		{
			label: i18n.t('audits.page'),
			keyOf: ({ page }) => pageName(page),
			render: ({ page }) => (
				<>
					{hrefOf ? <a href={hrefOf(page.number)}>{pageName(page)}</a> : pageName(page)}
					<small class="soft">
						{i18n.t(`activity.${page.activity}`)} · {page.path}
					</small>
				</>
			),
		},
		{
			label: i18n.t('audits.first'),
			keyOf: ({ first }) => first?.receivedBytes ?? -1,
			render: ({ first }) => weightText(first, format),
		},
		{
			label: i18n.t('audits.again'),
			keyOf: ({ again }) => again?.receivedBytes ?? -1,
			render: ({ again }) => weightText(again, format),
		},
		{
			label: i18n.t('audits.requests'),
			keyOf: ({ first, again }) => (first ?? again)?.requestCount ?? 0,
			render: ({ first, again }) => format.count((first ?? again)?.requestCount ?? 0),
		},
		{
			label: i18n.t('audits.findings'),
			keyOf: ({ findings }) => findings.length,
			render: ({ findings }) => format.count(findings.length),
		},
		{
			label: i18n.t('audits.stake'),
			keyOf: ({ stakeBytes }) => stakeBytes.low,
			render: (page) => stakeOfPage(page, format),
		},
	];
}
