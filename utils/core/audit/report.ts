import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { rgesn } from '@/utils/core/tips/rule';
import type { TrafficSum } from '@/utils/core/visit/traffic';
import { judgedPart, toolOf } from './authored';
import { weightOf } from './bytes';
import { type Finding, RULE_IDS } from './finding';
import { AUDIT_RULES } from './rules/all-rules';
import { pageStake } from './stakes';

/** A page of an audit with all that is computed of it. */
export interface PageReport {
	readonly page: AuditPage;
	/** Null where the page was not loaded that way. */
	readonly first: TrafficSum | null;
	readonly again: TrafficSum | null;
	/** What an author can change, the most bytes at stake first. */
	readonly findings: readonly Finding[];
	/** Bytes at stake in each view of it; what is only known for each return or each watching is not in it. */
	readonly stakeBytes: { readonly low: number; readonly high: number };
}

/** An audit with all that is computed of it. */
export interface AuditReport {
	readonly audit: Audit;
	/** The heaviest first visit first; pages without one at the end. */
	readonly pages: readonly PageReport[];
}

/** The load by which a page is judged: as a first visit, else as a return. */
export function judgedLoad({ first, again }: Pick<AuditPage, 'first' | 'again'>): AuditLoad | null {
	return first ?? again;
}

/** What the author of a page can change, by the figures of one load. */
export function findingsOf(page: AuditPage, audit: Pick<Audit, 'host' | 'platform'>): readonly Finding[] {
	const load = judgedLoad(page);
	if (!load) return [];
	return RULE_IDS.flatMap((id) => {
		const { criteria, judge } = AUDIT_RULES[id];
		return judge(judgedPart(load, audit, id)).map((found) => ({
			...found,
			page: page.number,
			tool: toolOf(found.file, page, audit),
			references: criteria.map(rgesn),
		}));
	});
}

function pageReport(page: AuditPage, audit: Audit): PageReport {
	const findings = findingsOf(page, audit).toSorted((a, b) => (b.stake?.lowBytes ?? -1) - (a.stake?.lowBytes ?? -1));
	const [first, again] = [weightOf(page.first), weightOf(page.again)];
	return { page, first, again, findings, stakeBytes: pageStake(findings) };
}

const weightIn = ({ first }: PageReport) => first?.receivedBytes ?? -1;

/** The report of an audit, computed from its records each time. */
export function auditReport(audit: Audit, pages: readonly AuditPage[]): AuditReport {
	const reports = pages.map((page) => pageReport(page, audit));
	return { audit, pages: reports.toSorted((a, b) => weightIn(b) - weightIn(a) || a.page.number - b.page.number) };
}
