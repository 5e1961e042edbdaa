import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { PERSONAL_CRITERIA } from '@/utils/core/audit/criteria';
import type { AuditReport } from '@/utils/core/audit/report';
import { type CriterionResult, rgesnSheet } from '@/utils/core/audit/sheet';
import { rgesn } from '@/utils/core/tips/rule';
import { criterionName } from './criterion-text';
import { fileName } from './finding-text';
import { pageName } from './page-text';

/** More evidence is in the files that hand the audit over. */
const MAX_EVIDENCE = 3;

interface SheetCardProps {
	readonly report: AuditReport;
	/** Address of a page; absent on paper. */
	readonly hrefOf?: ((page: number) => string) | undefined;
}

/** The criteria of the RGESN 2024: those measured with their evidence, the others by name. */
export function SheetCard({ report, hrefOf }: SheetCardProps) {
	const format = pageFormat();
	const results = useMemo(() => rgesnSheet(report), [report]);
	return (
		<section class="card courses rgesn" aria-labelledby="sheet-title">
			<h2 id="sheet-title">{i18n.t('audits.sheet')}</h2>
			<p class="soft">{i18n.t('audits.sheet_about')}</p>
			<div class="wide">
				<table aria-labelledby="sheet-title">
					<thead>
						<tr>
							<th scope="col">{i18n.t('audits.criterion')}</th>
							<th scope="col">{i18n.t('audits.verdict')}</th>
							<th scope="col">{i18n.t('audits.evidence')}</th>
						</tr>
					</thead>
					<tbody>
						{results.map((result) => (
							<Criterion key={result.criterion} result={result} report={report} hrefOf={hrefOf} />
						))}
					</tbody>
				</table>
			</div>
			<details>
				<summary>{i18n.t('audits.by_person', [format.count(PERSONAL_CRITERIA.length)])}</summary>
				<ul class="by-person">
					{PERSONAL_CRITERIA.map((criterion) => (
						<li key={criterion}>
							{criterion} {criterionName(criterion)}
						</li>
					))}
				</ul>
			</details>
		</section>
	);
}

interface CriterionProps extends SheetCardProps {
	readonly result: CriterionResult;
}

function Criterion({ result, report, hrefOf }: CriterionProps) {
	const { criterion, verdict, judgedCount, failedCount, evidence } = result;
	const { count } = pageFormat();
	return (
		<tr data-criterion={criterion} data-verdict={verdict}>
			<th scope="row">
				<a href={rgesn(criterion).url} target="_blank" rel="noreferrer">
					{criterion}
				</a>{' '}
				{criterionName(criterion)}
			</th>
			<td>{i18n.t(`audits.${verdict}`)}</td>
			<td class="evidence">
				{verdict === 'unseen' ? '–' : i18n.t('audits.counted', [count(failedCount), count(judgedCount)])}
				{evidence.slice(0, MAX_EVIDENCE).map(({ page, file }) => {
					const found = report.pages.find((each) => each.page.number === page);
					const name = found ? pageName(found.page) : String(page);
					return (
						<small key={`${page} ${file?.path}`} class="soft">
							{hrefOf ? <a href={hrefOf(page)}>{name}</a> : name}
							{file && ` · ${fileName(file.path)}`}
						</small>
					);
				})}
			</td>
		</tr>
	);
}
