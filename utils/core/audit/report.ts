import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { Traffic } from '@/utils/core/schema/traffic';
import { rgesn } from '@/utils/core/tips/rule';
import { sumTraffic, type TrafficSum } from '@/utils/core/visit/traffic';
import { judgedParts, toolOf } from './authored';
import { trafficOfLoad, weightOf } from './bytes';
import { type Finding, RULE_IDS } from './finding';
import { AUDIT_RULES } from './rules/all-rules';
import { pageStake } from './stakes';

/** A page of an audit with all that is computed of it. */
export interface PageReport {
	readonly page: AuditPage;
	/** Null where the page was not loaded that way. By kind too for a first visit, of which the map is made. */
	readonly firstTraffic: Traffic | null;
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
	const partFor = judgedParts(load, audit);
	return RULE_IDS.flatMap((id) => {
		const { criteria, judge } = AUDIT_RULES[id];
		return judge(partFor(id)).map((found) => ({
			...found,
			page: page.number,
			tool: toolOf(found.file, page, audit),
			references: criteria.map(rgesn),
		}));
	});
}

/** All that is computed of one page of an audit. */
export function pageReport(page: AuditPage, audit: Audit): PageReport {
	const findings = findingsOf(page, audit).toSorted((a, b) => (b.stake?.lowBytes ?? -1) - (a.stake?.lowBytes ?? -1));
	const firstTraffic = page.first && trafficOfLoad(page.first);
	const first = firstTraffic && sumTraffic(firstTraffic);
	return { page, firstTraffic, first, again: weightOf(page.again), findings, stakeBytes: pageStake(findings) };
}

const weightIn = ({ first }: PageReport) => first?.receivedBytes ?? -1;

/** The report of an audit, computed from its records each time. */
export function auditReport(audit: Audit, reports: readonly PageReport[]): AuditReport {
	return { audit, pages: reports.toSorted((a, b) => weightIn(b) - weightIn(a) || a.page.number - b.page.number) };
}
