import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { Column } from '@/entrypoints/dashboard/table/columns';
import { DataTable } from '@/entrypoints/dashboard/table/DataTable';
import type { PagePair } from '@/utils/core/audit/compare';
import type { Finding } from '@/utils/core/audit/finding';
import type { Format } from '@/utils/core/units/format';
import { findingTexts, subjectOf } from './finding-text';
import { pageName, weightText } from './page-text';

const ROWS_A_PAGE = 50;

/** Each page that both audits have, before and after. */
interface ComparisonTableProps {
	readonly pairs: readonly PagePair[];
	readonly isStill: boolean;
}

export function ComparisonTable({ pairs, isStill }: ComparisonTableProps) {
	return (
		<DataTable
			titleId="compare-title"
			columns={columnsFor(pageFormat())}
			rows={pairs}
			idOf={({ after }) => String(after.page.number)}
			wordsOf={({ after }) => `${after.page.title} ${after.page.path}`}
			isStill={isStill}
			rowsAtOnce={isStill ? undefined : ROWS_A_PAGE}
		/>
	);
}

function wonText({ wonBytes }: PagePair, format: Format): string {
	if (wonBytes === null) return i18n.t('audits.unknown');
	return wonBytes < 0 ? `− ${format.bytes(-wonBytes)}` : format.bytes(wonBytes);
}

function columnsFor(format: Format): readonly Column<PagePair>[] {
	const changes = (label: string, findingsOf: (pair: PagePair) => readonly Finding[]): Column<PagePair> => ({
		label,
		keyOf: (pair) => findingsOf(pair).length,
		render: (pair) => <Changes findings={findingsOf(pair)} />,
	});
	return [
		{
			label: i18n.t('audits.page'),
			keyOf: ({ after }) => pageName(after.page),
			render: ({ after }) => pageName(after.page),
		},
		{
			label: i18n.t('audits.before'),
			keyOf: ({ before }) => before.first?.receivedBytes ?? -1,
			render: ({ before }) => weightText(before.first, format),
		},
		{
			label: i18n.t('audits.after'),
			keyOf: ({ after }) => after.first?.receivedBytes ?? -1,
			render: ({ after }) => weightText(after.first, format),
		},
		{
			label: i18n.t('audits.won_page'),
			keyOf: ({ wonBytes }) => wonBytes ?? Number.NEGATIVE_INFINITY,
			render: (pair) => wonText(pair, format),
		},
		changes(i18n.t('audits.closed'), ({ closed }) => closed),
		changes(i18n.t('audits.added'), ({ added }) => added),
		changes(i18n.t('audits.still_open'), ({ open }) => open),
		changes(i18n.t('audits.not_judged'), ({ unseen }) => unseen),
	];
}

/** How many findings, and which ones. */
function Changes({ findings }: { readonly findings: readonly Finding[] }) {
	const format = pageFormat();
	return (
		<>
			{format.count(findings.length)}
			{findings.map((finding) => (
				<small
					key={`${finding.rule} ${finding.file?.host} ${finding.file?.path ?? finding.part}`}
					class="soft"
					data-rule={finding.rule}
				>
					{findingTexts(finding, format).title} ({subjectOf(finding)})
				</small>
			))}
		</>
	);
}
