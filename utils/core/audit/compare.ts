import type { Audit } from '@/utils/core/schema/audit/audit';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { judgedParts } from './authored';
import { findFile, isSameFile } from './bytes';
import { comparableBytes } from './comparable';
import type { Finding } from './finding';
import { type AuditReport, judgedLoad, type PageReport } from './report';
import { AUDIT_RULES } from './rules/all-rules';

/** A page that two audits have. */
export interface PagePair {
	readonly before: PageReport;
	readonly after: PageReport;
	/** Bytes that a first visit lost (more: below 0), of what can be compared; null where either is unknown. */
	readonly wonBytes: number | null;
	readonly closed: readonly Finding[];
	readonly added: readonly Finding[];
	readonly open: readonly Finding[];
	/** Findings of the first audit of which the second one showed too little to judge. */
	readonly unseen: readonly Finding[];
}

/** Two audits of a course side by side. */
export interface Comparison {
	readonly before: Audit;
	readonly after: Audit;
	readonly pairs: readonly PagePair[];
	/** Pages that only one of them has: nothing of them is closed or new. */
	readonly onlyBefore: readonly PageReport[];
	readonly onlyAfter: readonly PageReport[];
	/** Over the pairs of which both first visits are known; null where there is none. */
	readonly wonBytes: number | null;
	readonly comparedCount: number;
}

/** Tells findings of one page apart. */
function findingKey({ rule, file, part }: Finding): string {
	return JSON.stringify([rule, file?.host ?? '', file?.path ?? '', part]);
}

/** Address of a page, which is the same in each audit of this install. */
const pageKey = ({ page }: PageReport) => `${page.path} ${page.code}`;

/** Whether what was found before and is not found any more is mended, or the later load may only not have shown it. */
function closedBy(before: AuditLoad | null, after: AuditLoad | null, audit: Audit): (finding: Finding) => boolean {
	if (!after || after.isUninspected || after.isPartial) return () => false;
	const partFor = judgedParts(after, audit);
	return (finding) => {
		const { file } = finding;
		const isThere = !file || findFile(after, file) !== null;
		if (!isThere && after.droppedFileCount > 0) return false;
		// Further down a page, an image loads only where somebody scrolls to it.
		const isLazy = before?.images.some((image) => image.isLazy && file && isSameFile(image, file));
		if (!isThere && isLazy && after.images.length < (before?.images.length ?? 0)) return false;
		return AUDIT_RULES[finding.rule].canJudge(partFor(finding.rule), finding);
	};
}

function comparePages(before: PageReport, after: PageReport, { audit }: AuditReport): PagePair {
	const afterKeys = new Set(after.findings.map(findingKey));
	const beforeKeys = new Set(before.findings.map(findingKey));
	const gone = before.findings.filter((finding) => !afterKeys.has(findingKey(finding)));
	const isClosed = closedBy(judgedLoad(before.page), judgedLoad(after.page), audit);
	const [first, second] = [before.page.first, after.page.first];
	const bytes = first && second && comparableBytes(first, second);
	return {
		before,
		after,
		wonBytes: bytes && bytes[0] - bytes[1],
		closed: gone.filter(isClosed),
		unseen: gone.filter((finding) => !isClosed(finding)),
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
		before: before.audit,
		after: after.audit,
		pairs,
		onlyBefore: before.pages.filter((page) => !paired.has(page)),
		onlyAfter: after.pages.filter((page) => !paired.has(page)),
		wonBytes: compared.length === 0 ? null : compared.reduce((sum, { wonBytes }) => sum + (wonBytes ?? 0), 0),
		comparedCount: compared.length,
	};
}
