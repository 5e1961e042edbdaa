/**
 * Opens the weekly CSV in a real LibreOffice, as a spreadsheet in French and one in English do, and compares every cell
 * with what was exported; ends with 1 when one differs. It stands here and not in `npm test` because LibreOffice is 400 MB.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOOLS } from '@/scripts/setup/browsers.mjs';
import { findCommand } from '@/scripts/setup/paths.mjs';
import { LESSON, QUIZ, week48 } from '@/tests/core/export/week';
import { type Cell, type CsvDialect, FRENCH, SOFTWARE, writeCsv } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';

/** Texts that a spreadsheet would like to run, or to cut. */
const HOSTILE = [
	'=1+1',
	'+33 6',
	'-2+3',
	'@SUM(1)',
	'\t=1+1',
	'\r=1+1',
	'a;b,c',
	'dit "non"',
	'deux\nlignes',
	'＝1+1',
	'Évaluation',
];

/** The separators and locales with which each spreadsheet opens a file; LibreOffice takes codes of characters and of languages. */
const READERS: readonly { readonly name: string; readonly dialect: CsvDialect; readonly filter: string }[] = [
	{ name: 'French', dialect: FRENCH, filter: 'CSV:59,34,UTF8,1,,1036,false,true' },
	{ name: 'English', dialect: SOFTWARE, filter: 'CSV:44,34,UTF8,1,,1033,false,true' },
];

const office = findCommand(TOOLS.libreoffice.commands);
if (!office) throw new Error('no LibreOffice');
const folder = mkdtempSync(join(tmpdir(), 'sobrio-office-'));
try {
	for (const { name, dialect, filter } of READERS) {
		const numbers: readonly Cell[] = [4_500_001 / 1e6, 0.5, 0, 12_345.678].map((value) => ({ value, decimals: 6 }));
		const hostile = writeCsv(
			[
				['text', ...HOSTILE],
				['number', ...numbers],
			],
			dialect,
		);
		const [texts = [], values = []] = open(`hostile-${name}`, hostile, filter);
		// What comes back is the text itself, maybe behind its apostrophe: never a number, a formula's result or a cut piece.
		const wrong = HOSTILE.filter((text, index) => !sameText(texts[index + 1], text));
		if (wrong.length > 0) fail(name, `texts ${JSON.stringify(wrong)} came back as ${JSON.stringify(texts)}`);
		const read = values.slice(1, numbers.length + 1);
		if (read.join() !== [4.500001, 0.5, 0, 12_345.678].join()) fail(name, `numbers came back as ${read.join(' ')}`);
		const rows = open(`week-${name}`, weekCsv(week48([LESSON, QUIZ], 'personal'), dialect, '2026-11-30'), filter);
		const [header = [], ...days] = rows;
		const cell = (row: number, column: string) => days[row]?.[header.indexOf(column)];
		const facts = [cell(1, 'received_MB'), cell(1, 'active_min'), cell(0, 'sent_MB'), cell(1, 'day'), days.length];
		if (facts.join() !== [4.500001, 1.5, '', '2026-11-24', 2].join())
			fail(name, `the week came back as ${facts.join(' ')}`);
		console.log(
			`${name}: ${HOSTILE.length} dangerous texts, ${numbers.length} numbers and a week of 2 rows came back as they left.`,
		);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function fail(name: string, what: string): void {
	console.error(`${name}: ${what}`);
	process.exitCode = 1;
}

function sameText(found: string | number | undefined, sent: string): boolean {
	const plain = (text: string) => text.replaceAll("'", '').replace(/\s+/g, ' ').trim();
	return typeof found === 'string' && plain(found) === plain(sent);
}

/** The cells of a CSV as LibreOffice understands them: numbers as numbers, everything else as its text. Throws at a formula. */
function open(name: string, text: string, filter: string): (string | number)[][] {
	const path = join(folder, `${name}.csv`);
	writeFileSync(path, text);
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const args = [profile, '--headless', `--infilter=${filter}`, '--convert-to', 'fods', '--outdir', folder, path];
	execFileSync(office as string, args, { stdio: ['ignore', 'ignore', 'inherit'] });
	const sheet = readFileSync(join(folder, `${name}.fods`), 'utf8');
	if (sheet.includes('table:formula')) fail(name, 'a formula came to be');
	return [...sheet.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map((row) =>
		[...(row[1] as string).matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(cellsOf),
	);
}

/** One cell, or several that are alike. */
function cellsOf([, attributes = '', content = '']: RegExpMatchArray): (string | number)[] {
	const repeated = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
	const date = /office:date-value="([^"]+)"/.exec(attributes)?.[1];
	const number = /value-type="float" office:value="([^"]+)"/.exec(attributes)?.[1];
	const words = [...content.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map((line) => textOf(line[1] as string)).join('\n');
	return Array.from({ length: Math.min(repeated, 50) }, () => date ?? (number === undefined ? words : Number(number)));
}

function textOf(xml: string): string {
	const entities = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" } as const;
	return xml
		.replace(/<[^>]+>/g, ' ')
		.replace(/&\w+;/g, (entity) => entities[entity as keyof typeof entities] ?? entity);
}
