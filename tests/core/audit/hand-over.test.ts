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
import type { AuditReport } from '@/utils/core/audit/report';
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
	rest: 'rest',
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

/** Kind, first visit, return, unknown requests, finding, at least and at most of each row. */
const figuresOf = (report: AuditReport) =>
	parseCsv(auditCsv(report, WORDS, SOFTWARE).slice(1), ',')
		.slice(1)
		.map((row) => [3, 5, 6, 7, 8, 10, 11].map((column) => row[column]));

it('the table has a row per file and further finding, a row for what is no file, and an empty cell for what is unknown', () => {
	expect(parseCsv(auditCsv(REPORT, WORDS, SOFTWARE).slice(1), ',')[0]).toEqual([...COLUMNS]);
	const low = (bytes: number) => String(Number((bytes / 1e6).toFixed(6)));
	expect(figuresOf(REPORT)).toEqual([
		['image', '0.4', '0', '0', 'image-size', low(400_000 * (1 - 0.25 ** 0.6)), '0.3'],
		['image', '', '', '', 'image-format', low(400_000 * 0.25), low(400_000 * 0.34)],
		['data', '', '', '1', '', '', ''],
		['', '', '', '', 'embed', '', ''],
	]);
	expect(auditCsv(REPORT, WORDS, FRENCH)).toContain(';0,4;');
});

it('the sizes of the table add up to those of the page, though one name has two kinds and a return has files of its own', () => {
	const page1 = page(
		load([file('a', 1_000), file('a', 20_000, { kind: 'data' })], {
			rest: { socket: { measuredBytes: 300_000, estimatedBytes: 0, unknownCount: 0, requestCount: 1 } },
		}),
		{ again: load([file('a', 7), file('late.js', 50, { kind: 'script' })]) },
	);
	expect(figuresOf(reportOf([page1])).map((row) => row.slice(0, 3))).toEqual([
		['image', '0.001', '0.000007'],
		['data', '0.02', ''],
		['script', '', '0.00005'],
		['', '0.3', '0'],
	]);
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
