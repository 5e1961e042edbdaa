import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '@/tests/core/export/parse-csv';
import { LESSON, QUIZ } from '@/tests/core/export/week';
import { FRENCH, SOFTWARE } from '@/utils/core/export/csv';
import { decodeText } from '@/utils/core/group/decode';
import { readShared, sharedCsv, sharedJson } from './shared';

const CAMILLE = 'camille00000';
const TODAY = '2026-11-30';
const DAYS = [LESSON, QUIZ];
const PLAIN = sharedCsv(CAMILLE, DAYS, SOFTWARE);
const SEMICOLONS = sharedCsv(CAMILLE, DAYS, FRENCH);
const EXPECTED = readShared(PLAIN, TODAY);

/** Each cell of a CSV replaced, its line ends and separators as given. */
function saved(
	text: string,
	separator: string,
	cellOf: (cell: string, column: number) => string,
	end = '\r\n',
): string {
	const rows = parseCsv(text.slice(1), text.includes(';') ? ';' : ',');
	return rows.map((row) => row.map(cellOf).join(separator) + end).join('');
}
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const dated = (day: string) => (cell: string) => (cell === '2026-11-24' ? day : cell);

describe('an export that a spreadsheet has saved again', () => {
	it.each<[string, string]>([
		['with dates of a French spreadsheet', SEMICOLONS.replaceAll('2026-11-24', '24/11/2026')],
		['with short years', SEMICOLONS.replaceAll('2026-11-24', '24/11/26')],
		['with dots in its dates', SEMICOLONS.replaceAll('2026-11-24', '24.11.2026')],
		['with dashes in its dates', SEMICOLONS.replaceAll('2026-11-24', '24-11-2026')],
		['with American dates', PLAIN.replaceAll('2026-11-24', '11/24/2026')],
		['with slashes and the year first', PLAIN.replaceAll('2026-11-24', '2026/11/24')],
		['with midnight after each date', SEMICOLONS.replaceAll('2026-11-24', '24/11/2026 00:00')],
		// 46,350 days after 30 December 1899.
		['with dates as numbers', PLAIN.replaceAll('2026-11-24', '46350')],
		['with a first line that names the separator', `sep=;\r\n${SEMICOLONS.slice(1)}`],
		['with that line in quotes, after a byte order mark', `\uFEFF"sep=;"\r\n${SEMICOLONS.slice(1)}`],
		['with CR line ends', SEMICOLONS.replaceAll('\r\n', '\r')],
		['with LF line ends', PLAIN.replaceAll('\r\n', '\n')],
		['without a byte order mark', PLAIN.slice(1)],
		['with a separator at the end of each line', SEMICOLONS.replaceAll('\r\n', ';;;\r\n')],
		['with empty lines, some of separators', `${PLAIN.replaceAll('\r\n', '\r\n\r\n')}${','.repeat(40)}\r\n\r\n`],
		['with quotes around everything', saved(SEMICOLONS, ';', quoted)],
		['with decimal commas between commas', saved(SEMICOLONS, ',', quoted)],
		['with tabs', saved(SEMICOLONS, '\t', (cell) => cell)],
		['with each line as one cell', PLAIN.slice(1).split('\r\n').filter(Boolean).map(quoted).join('\r\n')],
		['with spaces around cells', saved(PLAIN, ',', (cell) => ` ${cell} `)],
		['with points between semicolons', saved(PLAIN, ';', (cell) => cell)],
		[
			'with its columns in another order',
			parseCsv(PLAIN.slice(1), ',')
				.map((row) => row.toReversed().join())
				.join('\n'),
		],
		[
			'with everything at once',
			`\uFEFFsep=;\r${saved(SEMICOLONS, ';', (cell) => quoted(dated('24/11/26')(cell)), ';;\r')}`,
		],
		[
			'as UTF-16',
			decodeText(new Uint8Array(Buffer.from(`\uFEFF${saved(SEMICOLONS, '\t', (cell) => cell)}`, 'utf16le'))),
		],
	])('is read %s', (_, text) => {
		expect(EXPECTED.ok).toBe(true);
		expect(readShared(text, TODAY)).toEqual(EXPECTED);
	});

	it.each([
		['a day and a month that may be swapped', PLAIN.replaceAll('2026-11-24', '07/09/2026'), 'dates'],
		['a day that does not exist', SEMICOLONS.replaceAll('2026-11-24', '30/02/2026'), 'dates'],
		['a word for a day', SEMICOLONS.replaceAll('2026-11-24', 'mardi'), 'dates'],
		['no column of bytes', saved(PLAIN, ',', (cell) => cell.replace(/^received_MB$/, '')), 'newer'],
		['commas and points in its figures', SEMICOLONS.replace('4,500001', '4.500001'), 'numbers'],
		['a word for a figure', SEMICOLONS.replace('4,500001', 'beaucoup'), 'numbers'],
		['a day in the future', PLAIN.replaceAll('2026-11-24', '9999-12-28'), 'future'],
		['a day of the first century', PLAIN.replaceAll('2026-11-24', '0050-01-01'), 'damaged'],
		['a JSON from the future', sharedJson(CAMILLE, DAYS, '9999-01-01'), 'future'],
		['a week 0', sharedJson(CAMILLE, DAYS).replace('"week": "2026-W48"', '"week": "0000-W01"'), 'damaged'],
		[
			'a day in a JSON of the first century',
			sharedJson(CAMILLE, DAYS).replaceAll('2026-11-24', '0050-01-01'),
			'damaged',
		],
	])('is refused with its reason: %s', (_, text, error) => {
		expect(readShared(text, TODAY)).toEqual({ ok: false, error });
	});

	it('is refused without a needed column', () => {
		const rows = parseCsv(PLAIN.slice(1), ',');
		const at = rows[0]?.indexOf('received_MB') ?? -1;
		const without = rows.map((row) => row.toSpliced(at, 1).join()).join('\n');
		expect(readShared(without, TODAY)).toEqual({ ok: false, error: 'columns' });
	});

	it('has a day first where the other order would be in the future, or would spread over the year', () => {
		const ofDay = PLAIN.replaceAll('2026-11-24', '01/12/2026');
		expect(readShared(ofDay, '2026-11-29')).toMatchObject({ ok: true, weeks: [{ week: '2026-W03' }] });
		expect(readShared(ofDay, '2026-12-05')).toEqual({ ok: false, error: 'dates' });
		const ofWeek = PLAIN.replace('2026-11-24', '08/09/2026').replace('2026-11-24', '09/09/2026');
		expect(readShared(ofWeek, TODAY)).toMatchObject({ ok: true, weeks: [{ week: '2026-W37' }] });
	});

	it('gives a result for every text, in time that grows with its length', () => {
		const texts = [PLAIN, SEMICOLONS, SEMICOLONS.replaceAll('2026-11-24', '24/11/2026')];
		fc.assert(
			fc.property(
				fc.constantFrom(...texts),
				fc.nat(1_500),
				fc.string({
					unit: fc.constantFrom('"', ';', ',', '\t', '\r', '\n', '1', '/', '-', 'sep=;', '\uFEFF', '\ud800'),
				}),
				(text, at, noise) => {
					expect(readShared(text.slice(0, at) + noise + text.slice(at + noise.length), TODAY).ok).toBeTypeOf('boolean');
				},
			),
			{ numRuns: 500 },
		);
		expect(readShared('"a"b"c;d"', TODAY)).toEqual({ ok: false, error: 'not-an-export' });
		for (const part of ['"', '""', ';', '\r', '"\r', '";"', 'sep=;\r', 'a;b\n']) {
			expect(readShared(PLAIN.slice(0, 600) + part.repeat(2_000_000), TODAY).ok).toBe(false);
		}
	}, 60_000);
});
