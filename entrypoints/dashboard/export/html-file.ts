import { type ComponentChild, render } from 'preact';
import type { ExportFile } from '@/utils/core/schema/page-messages';

/** The file runs no script and sends no request, in any program. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** What is shown, as one HTML file of that name and title: with the styles of this page, and without scripts. */
export function htmlFile(shown: ComponentChild, title: string, name: string, language: string): ExportFile {
	const file = document.implementation.createHTMLDocument(title);
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
	frame.setAttribute('role', 'main');
	file.body.append(frame);
	render(shown, frame);
	// Nothing can be unfolded on paper.
	for (const details of file.querySelectorAll('details')) details.open = true;
	// On a phone a table scrolls, by the keyboard too: its buttons to sort are not in the file.
	for (const area of file.querySelectorAll<HTMLElement>('.wide')) {
		area.tabIndex = 0;
		area.setAttribute('role', 'group');
		const labelledBy = area.querySelector('table')?.getAttribute('aria-labelledby');
		if (labelledBy) area.setAttribute('aria-labelledby', labelledBy);
		else area.setAttribute('aria-label', area.querySelector('caption')?.textContent ?? title);
	}
	return {
		name,
		type: 'text/html;charset=utf-8',
		text: `<!doctype html>\n${file.documentElement.outerHTML}\n`,
	};
}
