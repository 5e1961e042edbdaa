/**
 * Writes the table of the accuracy bench into docs/accuracy.md, from lines of its `--json`. A row that ran several times shows the
 * median of each figure; rows of cases that did not run stay as they are. `node scripts/accuracy-table.ts runs.jsonl more.jsonl`.
 */
import './setup/imports.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Result } from '@/tests/bench/accuracy/result';

const { medianOutcome, ratioOf } = await import('@/tests/bench/accuracy/result');
const { isWithinLimit } = await import('@/tests/bench/accuracy/limits');
const { ALL_CASES } = await import('@/tests/bench/accuracy/all-cases');

const BEGIN = '<!-- accuracy: node scripts/accuracy-table.ts -->';
const END = '<!-- /accuracy -->';
const COLUMNS = [
	{ title: 'Chromium, all hosts', browser: 'chromium', grant: 'wide' },
	{ title: 'Chromium, one host', browser: 'chromium', grant: 'host' },
	{ title: 'Firefox, all hosts', browser: 'firefox', grant: 'wide' },
	{ title: 'Firefox, one host', browser: 'firefox', grant: 'host' },
] as const;
/** From this measured share on no note is written: the rest is rounding. */
const ALL_MEASURED = 0.995;

const PAGE = new URL('../docs/accuracy.md', import.meta.url);
const files = process.argv.slice(2);
const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((line) => line.startsWith('{'));
const results = lines.map((line): Result => JSON.parse(line));

function cell(rows: readonly Result[]): string {
	const [first] = rows;
	const limit = ALL_CASES.find(({ name }) => name === first?.case)?.limit;
	if (!first || !limit) return '';
	const result = medianOutcome(rows);
	const share = result.measuredShare ?? 1;
	const notes = [
		share < ALL_MEASURED ? `${Math.round(share * 100)} % meas.` : '',
		result.unknownCount > 0 ? `${result.unknownCount} unkn.` : '',
	].filter(Boolean);
	const ratio = ratioOf(result).toFixed(result.trueBytes > 0 ? 3 : 0);
	const shown = isWithinLimit(first.browser, first.grant, limit, result) ? ratio : `**${ratio}**`;
	return notes.length > 0 ? `${shown} (${notes.join(', ')})` : shown;
}

const before = readFileSync(PAGE, 'utf8');
const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
if (from < 0 || to < from) throw new Error(`docs/accuracy.md lacks ${BEGIN} or ${END}.`);
const known = new Map(
	before
		.slice(from, to)
		.split('\n')
		.map((line) => line.split('|').slice(1, -1))
		.map((cells) => cells.map((each) => each.trim()))
		.map((cells) => [cells[0], cells]),
);

function rowOf(name: string): readonly string[] | undefined {
	const ofCase = results.filter((result) => result.case === name);
	if (ofCase.length === 0) return known.get(name);
	const cells = COLUMNS.map(({ browser, grant }) =>
		cell(ofCase.filter((result) => result.browser === browser && result.grant === grant)),
	);
	return [name, ...cells];
}

const rows = ALL_CASES.map(({ name }) => rowOf(name)).filter((row) => row !== undefined);
const head = ['reported / true', ...COLUMNS.map(({ title }) => title)];
const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
const line = (cells: readonly string[]) =>
	`| ${cells.map((each, column) => each.padEnd(widths[column] ?? 0)).join(' | ')} |`;
const table = [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
writeFileSync(PAGE, `${before.slice(0, from + BEGIN.length)}\n\n${table.join('\n')}\n\n${before.slice(to)}`);
