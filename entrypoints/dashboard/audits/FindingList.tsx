import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { ReferenceLinks } from '@/entrypoints/dashboard/layout/ReferenceLinks';
import type { Finding } from '@/utils/core/audit/finding';
import { findingTexts, subjectOf } from './finding-text';

/** What to change, each with its file, what it saves, how, and its criteria. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
	const format = pageFormat();
	if (findings.length === 0) return <p class="soft">{i18n.t('audits.none')}</p>;
	return (
		<ul class="findings">
			{findings.map((finding) => {
				const { title, body, advice, stake } = findingTexts(finding, format);
				return (
					<li
						key={`${finding.page} ${finding.rule} ${finding.file?.host} ${finding.file?.path ?? finding.part}`}
						data-rule={finding.rule}
					>
						<strong>{title}</strong>
						<p class="soft file-name">{subjectOf(finding)}</p>
						<p>
							{body} {advice}
						</p>
						<p class="soft">
							{stake}
							<ReferenceLinks references={finding.references} />
						</p>
					</li>
				);
			})}
		</ul>
	);
}
