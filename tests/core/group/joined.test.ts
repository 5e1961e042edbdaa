import { describe, expect, it } from 'vitest';
import { LESSON, QUIZ, week48 } from '@/tests/core/export/week';
import { FRENCH, SOFTWARE } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';
import { decodeText } from '@/utils/core/group/decode';
import { readSharedParts } from '@/utils/core/group/read-shared';
import { readShared, sharedCsv, sharedJson } from './shared';

const TODAY = '2026-11-30';
const DAYS = [LESSON, QUIZ];
const CAMILLE = sharedCsv('camille00000', DAYS, SOFTWARE);
const DOMINIQUE = sharedCsv('dominique000', [QUIZ], SOFTWARE);
const CLAUDE = sharedCsv('claude000000', DAYS, FRENCH);
const PERSONAL = weekCsv(week48(DAYS, 'personal'), SOFTWARE, TODAY);
const ALONE = [CAMILLE, DOMINIQUE, CLAUDE].map((text) => readShared(text, TODAY));

const plain = (text: string) => text.slice(1);
const withoutEnd = (text: string) => text.trimEnd();
const withoutDay = (text: string) => text.replaceAll('2026-11-30,', '').replace('exported_on,', '');
const quoted = (text: string) => text.replace(/[^;,\r\n]+/g, '"$&"');

describe('exports that were joined by hand', () => {
	it.each<[string, string]>([
		['as they are, with a byte order mark in the middle', CAMILLE + DOMINIQUE + CLAUDE],
		['without the marks', plain(CAMILLE) + plain(DOMINIQUE) + plain(CLAUDE)],
		['without the end of a last line', withoutEnd(CAMILLE) + withoutEnd(DOMINIQUE) + withoutEnd(CLAUDE)],
		['without it and without the marks', withoutEnd(CAMILLE) + plain(withoutEnd(DOMINIQUE)) + plain(CLAUDE)],
		['with empty lines between them', [CAMILLE, DOMINIQUE, CLAUDE].join('\r\n\r\n')],
		['with LF line ends', (CAMILLE + DOMINIQUE + CLAUDE).replaceAll('\r\n', '\n')],
		['with CR line ends', (CAMILLE + DOMINIQUE + CLAUDE).replaceAll('\r\n', '\r')],
		[
			'with lines that name the separator',
			`sep=,\r\n${plain(CAMILLE)}\uFEFFsep=,\r\n${plain(DOMINIQUE)}sep=;\r\n${plain(CLAUDE)}`,
		],
		['that a spreadsheet then saved with quotes', quoted(CAMILLE + DOMINIQUE) + CLAUDE],
		[
			'with each line as one cell',
			(CAMILLE + DOMINIQUE + CLAUDE)
				.replace(/\uFEFF/g, '')
				.split('\r\n')
				.filter(Boolean)
				.map((line) => `"${line}"`)
				.join('\r\n'),
		],
		['as UTF-16', decodeText(new Uint8Array(Buffer.from(CAMILLE + DOMINIQUE + CLAUDE, 'utf16le')))],
	])('are read as several files: %s', (_, text) => {
		expect(ALONE.every(({ ok }) => ok)).toBe(true);
		expect(readSharedParts(text, TODAY)).toEqual(ALONE);
	});

	it('may be of versions with other columns', () => {
		const [first, ...others] = readSharedParts(withoutDay(CAMILLE) + DOMINIQUE + withoutDay(CAMILLE), TODAY);
		expect([first, ...others].map((part) => part?.ok && part.weeks[0]?.exportedOn)).toEqual([null, TODAY, null]);
	});

	it.each<[string, string, readonly (string | null)[]]>([
		['one was cut off', CAMILLE.slice(0, -30) + DOMINIQUE + CLAUDE, ['damaged', null, null]],
		['one has names', CAMILLE + PERSONAL + CLAUDE, [null, 'personal', null]],
		['the first has names', PERSONAL + CAMILLE, ['personal', null]],
		['one has no row', CAMILLE + sharedCsv('claude000000', []) + DOMINIQUE, [null, 'empty', null]],
		['a JSON follows', CAMILLE + sharedJson('claude000000', DAYS), ['damaged']],
		['other lines precede', `Semaine 48\r\n${CAMILLE}`, ['not-an-export', null]],
		['JSON files are joined', sharedJson('claude000000', DAYS).repeat(2), ['damaged']],
		['a header is glued to a cell in quotes', quoted(withoutEnd(CAMILLE)) + quoted(plain(DOMINIQUE)), ['damaged']],
	])('have a reason for each that is not counted: %s', (_, text, reasons) => {
		expect(readSharedParts(text, TODAY).map((part) => (part.ok ? null : part.error))).toEqual(reasons);
	});

	it('take time in proportion to their number', () => {
		expect(readSharedParts(CAMILLE.repeat(5_000), TODAY)).toHaveLength(5_000);
		expect(readSharedParts(`${CAMILLE}\n${'\uFEFF"'.repeat(1_000_000)}`, TODAY)).toHaveLength(1);
		expect(readSharedParts(`${CAMILLE}\n${'sep=;\n'.repeat(1_000_000)}`, TODAY)).toHaveLength(1);
	});
});
