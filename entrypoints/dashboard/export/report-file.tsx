import { render } from 'preact';
import { i18n } from '#i18n';
import { weekFileName } from '@/utils/core/export/week-file';
import type { ExportFile } from '@/utils/core/schema/page-messages';
import { WeekReport, type WeekReportProps } from './WeekReport';

/** The file runs no script and sends no request, in any program. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The week as one HTML file: the report as shown, with the styles of this page. */
export function reportFile(report: WeekReportProps, language: string): ExportFile {
	const file = document.implementation.createHTMLDocument(`${i18n.t('extension.name')} ${report.summary.week}`);
	file.documentElement.lang = language;
	const styles = file.createElement('style');
	styles.textContent = [...document.styleSheets]
		.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
		.join('\n');
	const policy = file.createElement('meta');
	policy.httpEquiv = 'Content-Security-Policy';
	policy.content = POLICY;
	const charset = file.createElement('meta');
	charset.setAttribute('charset', 'utf-8');
	file.head.prepend(charset, policy, styles);
	const frame = file.createElement('div');
	frame.className = 'frame';
	file.body.append(frame);
	render(<WeekReport {...report} />, frame);
	// Nothing can be unfolded on paper.
	for (const details of file.querySelectorAll('details')) details.open = true;
	return {
		name: weekFileName(report.summary.week, 'report'),
		type: 'text/html;charset=utf-8',
		text: `<!doctype html>\n${file.documentElement.outerHTML}\n`,
	};
}
