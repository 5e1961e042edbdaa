import { render } from 'preact';
import { i18n } from '#i18n';
import { WeekReport, type WeekReportProps } from '@/entrypoints/dashboard/period/WeekReport';
import { type ExportFile, weekFileName } from '@/utils/core/export/week-file';

/** Whatever opens the file: it runs nothing and asks nobody for anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The week as one HTML file: the report as it is shown, with the styles of this page. */
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
	// A folded table cannot be unfolded on paper.
	for (const details of file.querySelectorAll('details')) details.open = true;
	return {
		name: weekFileName(report.summary.week, 'report'),
		type: 'text/html;charset=utf-8',
		text: `<!doctype html>\n${file.documentElement.outerHTML}\n`,
	};
}
