import { i18n } from '#i18n';
import { kindGroupOf } from '@/components/chart/kind-groups';
import { findingTexts } from '@/entrypoints/dashboard/audits/finding-text';
import { auditDay } from '@/entrypoints/dashboard/audits/page-text';
import type { HandOverWords } from '@/utils/core/audit/hand-over/words';
import type { Audit } from '@/utils/core/schema/audit/audit';
import type { Kind } from '@/utils/core/schema/names';
import type { Format } from '@/utils/core/units/format';

/** The words of the files that hand an audit over. */
export function handOverWords(audit: Audit, format: Format): HandOverWords {
	const inMegabytes = (label: string) => `${label} (${i18n.t('audits.megabytes')})`;
	return {
		title: i18n.t('audits.file_title', [audit.name]),
		about: i18n.t('audits.file_about', [auditDay(audit.startedAtMs, format)]),
		of: (finding) => findingTexts(finding, format),
		kind: (kind) => i18n.t(`kind.${kindGroupOf(kind as Kind)}`),
		rest: i18n.t('audits.map_rest_files'),
		columns: {
			page: '#',
			title: i18n.t('audits.page'),
			address: i18n.t('audits.address'),
			kind: i18n.t('audits.kind'),
			file: i18n.t('audits.file'),
			first: inMegabytes(i18n.t('audits.first')),
			again: inMegabytes(i18n.t('audits.again')),
			unknown: i18n.t('audits.unknown_requests'),
			findings: i18n.t('audits.findings'),
			advice: i18n.t('audits.what_to_do'),
			low: i18n.t('audits.low'),
			high: i18n.t('audits.high'),
			per: i18n.t('audits.per'),
			criteria: i18n.t('audits.criteria'),
			done: i18n.t('audits.done'),
		},
	};
}
