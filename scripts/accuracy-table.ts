/**
 * Writes the table of the accuracy bench into docs/accuracy.md, from lines of its `--json`. A row that ran several times shows the
 * median of each figure. `node scripts/accuracy-table.ts runs.jsonl more.jsonl`, then `npm run format`.
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

const names = [...new Set(results.map((result) => result.case))];
const rows = names.map((name) => {
	const ofCase = results.filter((result) => result.case === name);
	const cells = COLUMNS.map(({ browser, grant }) =>
		cell(ofCase.filter((result) => result.browser === browser && result.grant === grant)),
	);
	return `| ${[name, ...cells].join(' | ')} |`;
});
const table = [
	`| reported / true | ${COLUMNS.map(({ title }) => title).join(' | ')} |`,
	`| --- ${COLUMNS.map(() => '| --- ').join('')}|`,
	...rows,
];

const before = readFileSync(PAGE, 'utf8');
const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
if (from < 0 || to < from) throw new Error(`docs/accuracy.md lacks ${BEGIN} or ${END}.`);
writeFileSync(PAGE, `${before.slice(0, from + BEGIN.length)}\n\n${table.join('\n')}\n\n${before.slice(to)}`);
