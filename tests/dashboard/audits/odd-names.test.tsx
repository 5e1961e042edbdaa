// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageFormat } from '@/components/layout/page-format';
import { fileName } from '@/entrypoints/dashboard/audits/finding-text';
import { auditFile } from '@/entrypoints/dashboard/audits/hand-over/AuditSheet';
import { handOverWords } from '@/entrypoints/dashboard/audits/hand-over/hand-over-words';
import { startBrowser } from '@/tests/components/browser';
import { clear } from '@/tests/components/screen';
import { file, load, page, reportOf, shown } from '@/tests/core/audit/pages';
import { parseCsv } from '@/tests/core/export/parse-csv';
import { auditCsv } from '@/utils/core/audit/hand-over/audit-csv';
import { auditJson } from '@/utils/core/audit/hand-over/audit-json';
import { auditMarkdown } from '@/utils/core/audit/hand-over/audit-markdown';
import { FRENCH } from '@/utils/core/export/csv';

beforeEach(startBrowser);
afterEach(clear);

const ODD = [
	'<img src=x onerror=alert(1)>',
	'"><script>alert(1)</script>',
	'=HYPERLINK("http://evil.example";"x")',
	'| a | b | # c `d` **e** [f](http://evil.example)',
	'&lt;b&gt; &amp; ]]> -->',
	'שלום עולם',
	'x'.repeat(200),
];

/** An audit, a page and a file, all of this name; the file's as a browser codes it. */
function report(name: string) {
	const photo = file(encodeURIComponent(name).slice(0, 250), 400_000, { mimeType: 'image/jpeg' });
	const first = load([photo], { images: [shown(photo, [1_600, 1_200], [800, 600])] });
	return reportOf([page(first, { title: name }), page(first, { number: 2, code: 'b', title: name })], { name });
}

it.each(ODD)('%j as a name is text in all four files', (name) => {
	const audited = report(name);
	const words = handOverWords(audited.audit, pageFormat());
	const sheet = { report: audited, comparison: null, learnerCount: null, version: '1', day: '2026-11-30' };
	const html = new DOMParser().parseFromString(auditFile(sheet, 'a.html', 'fr').text, 'text/html');
	expect(html.querySelectorAll('script, img, b, [onerror], a[href*="evil"]')).toHaveLength(0);
	expect(html.querySelector('h1')?.textContent).toContain(name);
	expect([...html.querySelectorAll('.audit-pages tbody th, .audit-pages tbody td:first-child')].length).toBeGreaterThan(
		0,
	);

	const rows = parseCsv(auditCsv(audited, words, FRENCH).slice(1), ';');
	expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
	for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@]/);

	const markdown = auditMarkdown(audited, words);
	expect(markdown).not.toMatch(/(?<!\\)<(?:img|script|b)|\]\(http:\/\/evil/);
	expect(markdown.match(/^#+ /gm)).toHaveLength(3);

	const json = JSON.parse(auditJson(audited, words, { version: '1', day: '2026-11-30' }));
	expect([json.audit.name, json.pages[0].title, json.pages[1].title]).toEqual([name, name, name]);
});

it.each([
	['/a/%E2%80%AEgpj.exe', 'gpj.exe'],
	['/a/one%0Atwo.png', 'one two.png'],
	['/a/%00', '%00'],
	['/a/%zz.png', '%zz.png'],
	['/a/caf%C3%A9.pdf', 'café.pdf'],
	['/', '/'],
])('a file %s is shown as %s', (path, name) => {
	expect(fileName(path)).toBe(name);
});
