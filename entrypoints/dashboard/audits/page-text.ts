import { i18n } from '#i18n';
import type { AuditReport, PageReport } from '@/utils/core/audit/report';
import { isOtherSite } from '@/utils/core/measure/trace/page-address';
import type { AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditFile } from '@/utils/core/schema/audit/audit-load';
import type { Format } from '@/utils/core/units/format';
import type { TrafficSum } from '@/utils/core/visit/traffic';
import { spanText } from './finding-text';

export function pageName({ title, path }: Pick<AuditPage, 'title' | 'path'>): string {
	return title === '' ? path : title;
}

/** The weight of a load in words: unknown requests make it a lower bound. */
export function weightText(weight: Pick<TrafficSum, 'receivedBytes' | 'unknownCount'> | null, format: Format): string {
	if (!weight) return i18n.t('audits.not_loaded');
	const bytes = format.bytes(weight.receivedBytes);
	if (weight.unknownCount === 0) return bytes;
	return weight.receivedBytes > 0 ? i18n.t('audits.at_least', [bytes]) : i18n.t('audits.unknown');
}

/** Bytes of one file in words, and how certain they are. */
export function fileTexts({ traffic, cachedCount }: AuditFile, format: Format) {
	const { measuredBytes, estimatedBytes, unknownCount, requestCount } = traffic;
	const bytes = measuredBytes + estimatedBytes;
	const isCached = requestCount > 0 && cachedCount === requestCount && bytes === 0 && unknownCount === 0;
	if (isCached) return { weight: format.bytes(0), quality: i18n.t('audits.from_cache') };
	const weight = weightText({ receivedBytes: bytes, unknownCount }, format);
	if (unknownCount > 0) return { weight, quality: i18n.t(bytes > 0 ? 'audits.partly' : 'audits.unknown') };
	return { weight, quality: i18n.t(estimatedBytes > 0 ? 'audits.estimated' : 'audits.measured') };
}

/** Bytes at stake in each view of a page, in words. */
export function stakeOfPage({ findings, stakeBytes }: PageReport, format: Format): string {
	if (findings.length === 0) return i18n.t('audits.clean');
	const isUnknown = stakeBytes.high === 0;
	return isUnknown ? '–' : spanText(stakeBytes.low, stakeBytes.high, format);
}

/** What may make sizes known; null where no file of another site is of unknown size. */
export function unknownHint({ audit, pages }: AuditReport): string | null {
	const loads = pages.flatMap(({ page: { first, again } }) => [first, again]);
	const isUnknown = loads.some((load) =>
		load?.files.some(({ host, traffic }) => traffic.unknownCount > 0 && isOtherSite(host, audit.host)),
	);
	return isUnknown ? i18n.t('audits.unknown_elsewhere', [i18n.t('exact.button')]) : null;
}

/** The day on which an audit began, in the page's language. */
export function auditDay(startedAtMs: number, format: Format): string {
	return new Intl.DateTimeFormat(format.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(startedAtMs);
}
