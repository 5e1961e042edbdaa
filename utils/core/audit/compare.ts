import { authoredPart } from './authored';
import type { Finding } from './finding';
import { type AuditReport, judgedLoad, type PageReport } from './report';
import { AUDIT_RULES } from './rules/all-rules';

/** A page that two audits have. */
export interface PagePair {
	readonly before: PageReport;
	readonly after: PageReport;
	/** Bytes that a first visit lost (more: below 0); null where either is unknown. */
	readonly wonBytes: number | null;
	readonly closed: readonly Finding[];
	readonly added: readonly Finding[];
	readonly open: readonly Finding[];
	/** Findings of the first audit of which the second one showed too little to judge. */
	readonly unseen: readonly Finding[];
}

/** Two audits of a course side by side. */
export interface Comparison {
	readonly pairs: readonly PagePair[];
	/** Pages that only one of them has: nothing of them is closed or new. */
	readonly onlyBefore: readonly PageReport[];
	readonly onlyAfter: readonly PageReport[];
	/** Over the pairs of which both first visits are known. */
	readonly wonBytes: number;
	readonly comparedCount: number;
}

/** Tells findings of one page apart. */
function findingKey({ rule, file, part }: Finding): string {
	return JSON.stringify([rule, file?.host ?? '', file?.path ?? '', part]);
}

/** Address of a page, which is the same in each audit of this install. */
const pageKey = ({ page }: PageReport) => `${page.path} ${page.code}`;

function comparePages(before: PageReport, after: PageReport, { audit }: AuditReport): PagePair {
	const afterKeys = new Set(after.findings.map(findingKey));
	const beforeKeys = new Set(before.findings.map(findingKey));
	const load = judgedLoad(after.page);
	const judged = load && authoredPart(load, audit);
	const gone = before.findings.filter((finding) => !afterKeys.has(findingKey(finding)));
	const canJudge = (finding: Finding) =>
		judged !== null && !judged.isUninspected && AUDIT_RULES[finding.rule].canJudge(judged, finding);
	const [first, second] = [before.first, after.first];
	const isKnown = first?.unknownCount === 0 && second?.unknownCount === 0;
	return {
		before,
		after,
		wonBytes: isKnown ? (first?.receivedBytes ?? 0) - (second?.receivedBytes ?? 0) : null,
		closed: gone.filter(canJudge),
		unseen: gone.filter((finding) => !canJudge(finding)),
		open: before.findings.filter((finding) => afterKeys.has(findingKey(finding))),
		added: after.findings.filter((finding) => !beforeKeys.has(findingKey(finding))),
	};
}

/** Two audits of one course, page by page. */
export function compareAudits(before: AuditReport, after: AuditReport): Comparison {
	const later = new Map(after.pages.map((page) => [pageKey(page), page]));
	const pairs = before.pages.flatMap((page) => {
		const same = later.get(pageKey(page));
		return same ? comparePages(page, same, after) : [];
	});
	const paired = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
	const compared = pairs.filter(({ wonBytes }) => wonBytes !== null);
	return {
		pairs,
		onlyBefore: before.pages.filter((page) => !paired.has(page)),
		onlyAfter: after.pages.filter((page) => !paired.has(page)),
		wonBytes: compared.reduce((sum, { wonBytes }) => sum + (wonBytes ?? 0), 0),
		comparedCount: compared.length,
	};
}
