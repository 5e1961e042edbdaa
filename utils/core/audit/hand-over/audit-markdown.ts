import type { Finding } from '@/utils/core/audit/finding';
import type { AuditReport } from '@/utils/core/audit/report';
import { escapeMarkup } from '@/utils/core/export/markup';
import type { HandOverWords } from './words';

function line(finding: Finding, words: HandOverWords): string {
	const { title, body, advice, stake } = words.of(finding);
	const name = finding.file ? `${finding.file.host}${finding.file.path}` : finding.part;
	const cited = finding.references.map(({ label, url }) => `[${label}](${url})`).join(', ');
	const parts = [
		`**${escapeMarkup(title)}**`,
		name === '' ? '' : `(${escapeMarkup(name)})`,
		escapeMarkup(body),
		escapeMarkup(advice),
		stake === '' ? '' : `**${escapeMarkup(stake)}**`,
		`(${cited})`,
	];
	return `- [ ] ${parts.filter((part) => part !== '').join(' ')}`;
}

/** What to change, page by page, as a Markdown list with check boxes. Pages without a finding are left out. */
export function auditMarkdown({ pages }: AuditReport, words: HandOverWords): string {
	const parts = pages
		.filter(({ findings }) => findings.length > 0)
		.map(({ page, findings }) => {
			const lines = findings.map((finding) => line(finding, words)).join('\n');
			return `## ${escapeMarkup(page.title === '' ? page.path : page.title)}\n\n${lines}\n`;
		});
	return `# ${escapeMarkup(words.title)}\n\n${escapeMarkup(words.about)}\n\n${parts.join('\n')}`;
}
