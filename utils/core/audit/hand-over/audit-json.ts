import { PERSONAL_CRITERIA } from '@/utils/core/audit/criteria';
import type { Finding } from '@/utils/core/audit/finding';
import type { AuditReport } from '@/utils/core/audit/report';
import { rgesnSheet } from '@/utils/core/audit/sheet';
import type { Origin } from '@/utils/core/export/week-json';
import { PROJECT_SITE } from '@/utils/core/project';
import { AUDIT_FORMAT, AUDIT_VERSION } from '@/utils/core/schema/audit/audit-file';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import type { TrafficSum } from '@/utils/core/visit/traffic';
import type { HandOverWords } from './words';

/** Address of the file's JSON Schema, which `public/` holds. */
export const AUDIT_SCHEMA = `${PROJECT_SITE}schemas/sobrio-audit-${AUDIT_VERSION}.schema.json`;

function weight({ measuredBytes, estimatedBytes, unknownCount, requestCount }: KindTraffic) {
	return {
		measured_bytes: measuredBytes,
		estimated_bytes: estimatedBytes,
		unknown_requests: unknownCount,
		requests: requestCount,
	};
}

function loadOf(load: AuditLoad | null, sum: TrafficSum | null) {
	if (!load || !sum) return null;
	const files = load.files.map(({ host, path, kind, traffic, cachedCount }) => ({
		host,
		path,
		kind,
		...weight(traffic),
		cached_requests: cachedCount,
	}));
	return { ...weight(sum), files };
}

function findingOf(finding: Finding, words: HandOverWords) {
	const { rule, file, part, tool, stake, per, references } = finding;
	const { title, advice } = words.of(finding);
	return {
		rule,
		file,
		part,
		tool,
		title,
		advice,
		stake: stake && { low_bytes: stake.lowBytes, high_bytes: stake.highBytes, per },
		criteria: references.map(({ label }) => label),
	};
}

/** An audit as JSON, as its schema in `public/schemas` describes it. */
export function auditJson(report: AuditReport, words: HandOverWords, origin: Origin): string {
	const { name, host, platform, courseKey, startedAtMs, endedAtMs } = report.audit;
	const file = {
		$schema: AUDIT_SCHEMA,
		format: AUDIT_FORMAT,
		version: AUDIT_VERSION,
		exported_on: origin.day,
		sobrio_version: origin.version,
		audit: { name, host, platform, course_key: courseKey, started_at_ms: startedAtMs, ended_at_ms: endedAtMs },
		pages: report.pages.map(({ page, first, again, findings }) => ({
			number: page.number,
			title: page.title,
			path: page.path,
			activity: page.activity,
			first: loadOf(page.first, first),
			again: loadOf(page.again, again),
			findings: findings.map((finding) => findingOf(finding, words)),
		})),
		criteria: rgesnSheet(report).map(({ criterion, verdict, judgedCount, failedCount, evidence }) => ({
			criterion,
			verdict,
			judged: judgedCount,
			against: failedCount,
			evidence,
		})),
		criteria_by_person: PERSONAL_CRITERIA,
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}
