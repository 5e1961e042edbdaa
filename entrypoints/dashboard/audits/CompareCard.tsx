import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { pageFormat } from '@/components/layout/page-format';
import { hashOf } from '@/entrypoints/dashboard/context/route';
import type { Comparison } from '@/utils/core/audit/compare';
import type { AuditReport } from '@/utils/core/audit/report';
import type { Audit } from '@/utils/core/schema/audit/audit';
import type { Format } from '@/utils/core/units/format';
import type { AuditsModel } from './audits-model';
import { ComparisonTable } from './ComparisonTable';
import { auditDay } from './page-text';

interface CompareCardProps {
	readonly model: AuditsModel;
	readonly report: AuditReport;
}

/** Another audit of the same course beside this one. */
export function CompareCard({ model: { rivals, comparison, place }, report }: CompareCardProps) {
	const format = pageFormat();
	const { id } = report.audit;
	return (
		<section class="card courses compare" aria-labelledby="compare-title">
			<h2 id="compare-title">{i18n.t('audits.compare')}</h2>
			{rivals.value.length === 0 ? (
				<p class="soft">{i18n.t('audits.compare_empty')}</p>
			) : (
				<SelectField
					id="compare-with"
					label={i18n.t('audits.compare_with')}
					value={place.value?.other ?? ''}
					options={[
						['', i18n.t('audits.compare_none')],
						...rivals.value.map((audit): [string, string] => [
							audit.id,
							`${audit.name}, ${auditDay(audit.startedAtMs, format)}`,
						]),
					]}
					onChange={(other) => {
						location.hash = hashOf({ view: 'audits', audit: id, page: null, other: other === '' ? null : other });
					}}
				/>
			)}
			{comparison.value && <ComparisonText comparison={comparison.value} />}
		</section>
	);
}

/** Bytes won or lost over all pages, in words. */
function wonText(wonBytes: number | null, format: Format): string {
	if (wonBytes === null) return i18n.t('audits.won', [i18n.t('audits.unknown')]);
	return i18n.t(wonBytes >= 0 ? 'audits.won' : 'audits.lost', [format.bytes(Math.abs(wonBytes))]);
}

interface ComparisonTextProps {
	readonly comparison: Comparison;
	/** True for paper: no control. */
	readonly isStill?: boolean;
}

/** What changed between two audits, in words and page by page. */
export function ComparisonText({ comparison, isStill = false }: ComparisonTextProps) {
	const format = pageFormat();
	const { before, after, wonBytes, comparedCount, onlyBefore, onlyAfter } = comparison;
	const nameOf = ({ name, startedAtMs }: Audit) => `${name}, ${auditDay(startedAtMs, format)}`;
	return (
		<>
			<p>
				<strong>{wonText(wonBytes, format)}</strong>{' '}
				<span class="soft">
					{i18n.t('audits.compared', [format.count(comparedCount)])}
					{onlyBefore.length > 0 && ` · ${i18n.t('audits.only_before', [format.count(onlyBefore.length)])}`}
					{onlyAfter.length > 0 && ` · ${i18n.t('audits.only_after', [format.count(onlyAfter.length)])}`}
				</span>
			</p>
			<p class="soft">
				{i18n.t('audits.compared_audits', [nameOf(before), nameOf(after)])} {i18n.t('audits.compare_about')}
			</p>
			<ComparisonTable pairs={comparison.pairs} isStill={isStill} />
		</>
	);
}
