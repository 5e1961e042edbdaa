import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { AuditsModel } from '@/entrypoints/dashboard/audits/audits-model';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import { auditMark } from '@/utils/core/audit/audit-name';
import { auditCsv } from '@/utils/core/audit/hand-over/audit-csv';
import { auditJson } from '@/utils/core/audit/hand-over/audit-json';
import { auditMarkdown } from '@/utils/core/audit/hand-over/audit-markdown';
import type { AuditReport } from '@/utils/core/audit/report';
import { dialectOf } from '@/utils/core/export/week-file';
import { dayOf } from '@/utils/core/units/day';
import { auditFile } from './AuditSheet';
import { handOverWords } from './hand-over-words';

const FORMS = ['html', 'csv', 'markdown', 'json'] as const;

interface HandOverCardProps {
	readonly context: DashboardContext;
	readonly model: AuditsModel;
	readonly report: AuditReport;
}

/** The audit as files for people without the extension, each made when it is asked for. */
export function HandOverCard({ context, model, report }: HandOverCardProps) {
	const day = dayOf(context.now());
	const name = `sobrio-${i18n.t('audits.file_name')}-${auditMark(report.audit)}`;
	const words = () => handOverWords(report.audit, pageFormat());
	const makers: Readonly<Record<(typeof FORMS)[number], () => { name: string; type: string; text: string }>> = {
		html: () =>
			auditFile(
				{
					report,
					comparison: model.comparison.value,
					learnerCount: model.learnerCount.value,
					version: context.version,
					day,
				},
				`${name}.html`,
				context.locale,
			),
		csv: () => ({ name: `${name}.csv`, type: 'text/csv', text: auditCsv(report, words(), dialectOf(context.locale)) }),
		markdown: () => ({ name: `${name}.md`, type: 'text/markdown', text: auditMarkdown(report, words()) }),
		json: () => ({
			name: `${name}.json`,
			type: 'application/json',
			text: auditJson(report, words(), { version: context.version, day }),
		}),
	};
	return (
		<section class="card panel hand-over" aria-labelledby="hand-over-title">
			<h2 id="hand-over-title">{i18n.t('audits.hand_over')}</h2>
			<p class="soft">{i18n.t('audits.hand_over_about')}</p>
			<p class="actions">
				{FORMS.map((form) => (
					<button
						key={form}
						type="button"
						data-form={form}
						onClick={() => {
							const file = makers[form]();
							context.saveFile(new Blob([file.text], { type: file.type }), file.name);
						}}
					>
						{i18n.t(`audits.${form}`)}
					</button>
				))}
			</p>
		</section>
	);
}
