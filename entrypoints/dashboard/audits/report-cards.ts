import { i18n } from '#i18n';
import type { FigureCardProps } from '@/entrypoints/dashboard/period/FigureCards';
import type { AuditReport, PageReport } from '@/utils/core/audit/report';
import { yearlyBytes } from '@/utils/core/audit/stakes';
import type { Format } from '@/utils/core/units/format';
import { spanText } from './finding-text';
import { weightText } from './page-text';

/** Bytes of the pages of which that load is known, and what is unknown of them. */
function sumOf(pages: readonly PageReport[], load: 'first' | 'again') {
	const weights = pages.flatMap((page) => page[load] ?? []);
	return {
		bytes: weights.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0),
		unknownCount: weights.reduce((sum, { unknownCount }) => sum + unknownCount, 0),
		pageCount: weights.length,
	};
}

function loadCard(
	label: string,
	pages: readonly PageReport[],
	load: 'first' | 'again',
	format: Format,
): FigureCardProps {
	const { bytes, unknownCount, pageCount } = sumOf(pages, load);
	return {
		label,
		value: pageCount === 0 ? i18n.t('audits.unknown') : weightText({ receivedBytes: bytes, unknownCount }, format),
		notes: [
			i18n.t('audits.page_count', pageCount, [format.count(pageCount)]),
			...(pageCount > 0 ? [i18n.t('audits.unknown_count', unknownCount, [format.count(unknownCount)])] : []),
		],
	};
}

/** The figures of an audit: both loads of all pages, what to change, and what that saves. */
export function reportCards({ pages }: AuditReport, format: Format): readonly FigureCardProps[] {
	const findings = pages.flatMap((page) => page.findings);
	const low = pages.reduce((sum, { stakeBytes }) => sum + stakeBytes.low, 0);
	const high = pages.reduce((sum, { stakeBytes }) => sum + stakeBytes.high, 0);
	const cleanCount = pages.filter((page) => page.findings.length === 0).length;
	return [
		loadCard(i18n.t('audits.total'), pages, 'first', format),
		loadCard(i18n.t('audits.total_again'), pages, 'again', format),
		{
			label: i18n.t('audits.findings'),
			value: format.count(findings.length),
			notes: [i18n.t('audits.clean_count', cleanCount, [format.count(cleanCount)])],
		},
		{
			label: i18n.t('audits.stake'),
			value: high > 0 ? spanText(low, high, format) : '–',
			notes: [i18n.t('audits.stake_about')],
		},
	];
}

/** What all first visits load in a year, by the number that the trainer entered. */
export function yearlyText({ pages }: AuditReport, learnerCount: number, format: Format): string {
	const { bytes, unknownCount, pageCount } = sumOf(pages, 'first');
	const isWhole = unknownCount === 0 && pageCount === pages.length;
	const figures = [format.count(learnerCount), format.bytes(yearlyBytes(bytes, learnerCount))] as const;
	return isWhole ? i18n.t('audits.yearly', [...figures]) : i18n.t('audits.yearly_least', [...figures]);
}
