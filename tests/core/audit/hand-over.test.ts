import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { parseCsv } from '@/tests/core/export/parse-csv';
import { auditCsv } from '@/utils/core/audit/hand-over/audit-csv';
import { auditJson } from '@/utils/core/audit/hand-over/audit-json';
import { auditMarkdown } from '@/utils/core/audit/hand-over/audit-markdown';
import type { HandOverWords } from '@/utils/core/audit/hand-over/words';
import { FRENCH, SOFTWARE } from '@/utils/core/export/csv';
import { file, load, page, reportOf, shown, unsized, YOUTUBE } from './pages';

const COLUMNS = [
	'page',
	'title',
	'address',
	'kind',
	'file',
	'first',
	'again',
	'unknown',
	'findings',
	'advice',
	'low',
	'high',
	'per',
	'criteria',
	'done',
] as const;

const WORDS: HandOverWords = {
	title: 'Alléger le cours',
	about: 'Audit de Sobrio.',
	of: ({ rule, stake, per }) => ({
		title: rule,
		body: 'Pourquoi.',
		advice: 'Quoi faire.',
		stake: stake ? `${stake.lowBytes} octets.` : '',
		per,
	}),
	kind: (kind) => kind,
	columns: Object.fromEntries(COLUMNS.map((name) => [name, name])) as HandOverWords['columns'],
};

const ORIGIN = { version: '0.1.0', day: '2026-11-30' };
const PHOTO = file('photo.jpg', 400_000, { mimeType: 'image/jpeg' });
const FIRST = load([PHOTO, unsized('data.bin', { kind: 'data' })], {
	images: [shown(PHOTO, [1600, 1200], [800, 600])],
	embeds: [YOUTUBE],
});
const REPORT = reportOf([
	page(FIRST, { again: load([{ ...PHOTO, traffic: { ...PHOTO.traffic, measuredBytes: 0 } }]) }),
]);

it('the table has one row per file, a row for what is no file, and an empty cell for what is unknown', () => {
	const rows = parseCsv(auditCsv(REPORT, WORDS, SOFTWARE).slice(1), ',');
	expect(rows[0]).toEqual([...COLUMNS]);
	expect(rows.slice(1).map((row) => [row[3], row[5], row[6], row[7], row[8], row[10], row[11]])).toEqual([
		[
			'image',
			'0.4',
			'0',
			'0',
			'image-size / image-format',
			String(Number(((400_000 * (1 - 0.25 ** 0.6)) / 1e6).toFixed(6))),
			'0.3',
		],
		['data', '', '', '1', '', '', ''],
		['', '', '', '', 'embed', '0', ''],
	]);
	expect(auditCsv(REPORT, WORDS, FRENCH)).toContain(';0,4;');
});

it('the list has a box for each finding, with file, advice and linked criteria', () => {
	const text = auditMarkdown(REPORT, WORDS);
	expect(text).toContain('# Alléger le cours\n\nAudit de Sobrio.\n\n## Lifting loads\n\n- [ ] **image-size**');
	expect(text.match(/^- \[ \]/gm)).toHaveLength(3);
	expect(text).toContain('critere/6.4/)');
});

it('the JSON is as its published schema describes it', () => {
	const schema = JSON.parse(readFileSync(join(ROOT, 'public/schemas/sobrio-audit-1.schema.json'), 'utf8'));
	const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
	const json = JSON.parse(auditJson(REPORT, WORDS, ORIGIN));
	validate(json);
	expect(validate.errors).toBeNull();
	expect(json.$schema).toBe(schema.$id);
	expect(json.pages[0].findings).toHaveLength(3);
});

test.each([
	'=HYPERLINK("http://evil.example")',
	'+1',
	'@SUM(1)',
	'-2',
	'\t=1',
	'[x](javascript:alert(1))',
	'<img src=x>',
])('a page titled %j is text in every file', (title) => {
	const report = reportOf([page(FIRST, { title })]);
	const cell = parseCsv(auditCsv(report, WORDS, FRENCH).slice(1), ';')[1]?.[1] ?? '';
	expect(cell).not.toMatch(/^[\s]*[=+\-@]/);
	expect(auditMarkdown(report, WORDS)).not.toMatch(/javascript:|(?<!\\)<img|\]\(java/);
	expect(JSON.parse(auditJson(report, WORDS, ORIGIN)).pages[0].title).toBe(title);
});

it('whatever a page is titled, no cell is a formula and no link of it is live', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
			const report = reportOf([page(FIRST, { title })]);
			for (const cell of parseCsv(auditCsv(report, WORDS, FRENCH).slice(1), ';').flat()) {
				expect(cell).not.toMatch(/^\s*[=+@＝＋＠]/);
			}
			const links = auditMarkdown(report, WORDS).match(/(?<!\\)\]\((?<url>[^)]*)\)/g) ?? [];
			expect(links.filter((link) => !link.startsWith('](https://ecoresponsable.numerique.gouv.fr/'))).toEqual([]);
		}),
	);
});
