import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRENCH, SOFTWARE, writeCsv } from '@/utils/core/export/csv';
import { parseCsv } from './parse-csv';

const MARK = '\uFEFF';
const dialect = fc.constantFrom(FRENCH, SOFTWARE);
/** Texts with many characters that are special in CSV and in spreadsheets. */
const hostileText = fc
	.array(fc.oneof(fc.constantFrom(...'=+-@＝＋－＠\t\r\n",; \'0A'), fc.string({ unit: 'grapheme', maxLength: 3 })), {
		maxLength: 12,
	})
	.map((pieces) => pieces.join(''));

const withoutGuards = (text: string) => text.replaceAll("'", '');

describe('a CSV file', () => {
	it('begins with the byte order mark and ends each line with CR LF', () => {
		expect(
			writeCsv(
				[
					['a', 'b'],
					['c', null],
				],
				SOFTWARE,
			),
		).toBe(`${MARK}a,b\r\nc,\r\n`);
		expect(
			writeCsv(
				[
					['a', 'b'],
					['c', null],
				],
				FRENCH,
			),
		).toBe(`${MARK}a;b\r\nc;\r\n`);
	});

	it.each([
		[1.5, 6, '1.5', '1,5'],
		[1234567.891, 2, '1234567.89', '1234567,89'],
		[-1, 3, '-1', '-1'],
		[100, 0, '100', '100'],
		[0.0000001, 6, '0', '0'],
		[-0.0000001, 6, '0', '0'],
		[1e-6, 6, '0.000001', '0,000001'],
		[10, 6, '10', '10'],
	])('writes %d with at most %d decimals as %s or %s', (value, decimals, software, french) => {
		expect(writeCsv([[{ value, decimals }]], SOFTWARE)).toBe(`${MARK}${software}\r\n`);
		expect(writeCsv([[{ value, decimals }]], FRENCH)).toBe(`${MARK}${french}\r\n`);
	});

	it.each([
		['Prévention des risques', 'Prévention des risques'],
		['say "yes"', '"say ""yes"""'],
		['a,b', '"a,b"'],
		['a;b', '"a;b"'],
		['two\r\nlines', '"two\r\nlines"'],
		['=1+1', "'=1+1"],
		['+33', "'+33"],
		['-2', "'-2"],
		['@SUM(A1)', "'@SUM(A1)"],
		['  =1+1', "'  =1+1"],
		['＝1+1', "'＝1+1"],
		['＠SUM(A1)', "'＠SUM(A1)"],
		['\t=1', `"'\t'=1"`],
		['\rx', `"'\rx"`],
		[`=HYPERLINK("https://evil.example","x")`, `"'=HYPERLINK(""https://evil.example"",""x"")"`],
		["x;=cmd|'/C calc'!A0", `"x;'=cmd|'/C calc'!A0"`],
		['C++ = fun - a@b', 'C++ = fun - a@b'],
		["l'été", "l'été"],
	])('writes the text %j as %j', (text, written) => {
		expect(writeCsv([[text]], SOFTWARE)).toBe(`${MARK}${written}\r\n`);
	});

	it('contains every text unchanged except for the guards', () => {
		const rows = fc.array(fc.array(hostileText, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(rows, dialect, (texts, written) => {
				const file = writeCsv(texts, written);
				expect(file.startsWith(MARK)).toBe(true);
				const parsed = parseCsv(file.slice(MARK.length), written.separator);
				expect(parsed.map((row) => row.map(withoutGuards))).toEqual(texts.map((row) => row.map(withoutGuards)));
			}),
			{ numRuns: 1000 },
		);
	});

	it('contains a text without special characters unchanged', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9 .:!?’'()/]*$/), dialect, (text, written) => {
				expect(writeCsv([[text]], written)).toBe(`${MARK}${text}\r\n`);
			}),
		);
	});

	it('has no cell that a spreadsheet would execute, even with the other separator', () => {
		fc.assert(
			fc.property(hostileText, dialect, fc.constantFrom(FRENCH, SOFTWARE), (text, written, reader) => {
				const file = writeCsv([['day', text, 'host']], written).slice(MARK.length);
				const naive = file.split(/\r\n|[\r\n\t"]/).flatMap((piece) => piece.split(reader.separator));
				for (const cell of [...naive, ...parseCsv(file, written.separator).flat()]) {
					expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
				}
			}),
			{ numRuns: 1000 },
		);
	});
});
