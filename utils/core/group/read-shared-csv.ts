import { COLUMNS } from '@/utils/core/export/columns';
import { csvName, figureOfCell, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { type FigureUnit, isSource, NEEDED_FIGURES } from '@/utils/core/schema/week-file';
import { isFuture, weekOf } from '@/utils/core/units/day';
import { readDays } from './cell-days';
import { decimalMark, numberOfCell } from './cell-numbers';
import {
	areDistinct,
	parseSharedRow,
	type SharedError,
	type SharedFile,
	type SharedRow,
	type SharedWeek,
} from './shared-week';
import { readTable, type Table } from './table';

const NAMES: readonly string[] = [...SHARED_PLACES, ...COLUMNS.map(csvName)];
const NEEDED_NAMES = COLUMNS.filter(({ name }) => NEEDED_FIGURES.includes(name)).map(csvName);
/** What stood before the figures in every version. */
const NEEDED_PLACES = SHARED_PLACES.filter((name) => name !== 'exported_on');
const SOURCE_LENGTH = 12;
const COURSE_CODE_LENGTH = 10;

type Row = SharedRow & Omit<SharedWeek, 'rows'>;

const refusal = (error: SharedError): SharedFile => ({ ok: false, error });

/**
 * The weeks in a CSV that was made to be shared, of one learner or merged from several, also after a spreadsheet has saved it again; null
 * for other texts. `today` is the reader's local day.
 */
export function readSharedCsv(text: string, today: string): SharedFile | null {
	const table = readTable(text);
	const [header = [], ...lines] = table?.rows ?? [];
	const names = header.slice(0, header.findLastIndex((name) => name !== '') + 1);
	if (names.includes('host') && names.includes('course_key')) return refusal('personal');
	if (!table || !NEEDED_PLACES.every((name) => names.includes(name))) return null;
	// A program that saves the file keeps the names; only a later Sobrio has others.
	if (names.some((name) => !NAMES.includes(name))) return refusal('newer');
	if (!NEEDED_NAMES.every((name) => names.includes(name))) return refusal('columns');
	if (new Set(names).size < names.length) return refusal('damaged');
	if (lines.length === 0) return refusal('empty');
	// A line of another length was cut off, or belongs to something else.
	const isWhole = (line: readonly string[]) =>
		line.length >= names.length && line.slice(names.length).every((cell) => cell === '');
	if (!lines.every(isWhole)) return refusal('damaged');
	const rows = readRows(names, lines, table, today);
	return typeof rows === 'string' ? refusal(rows) : weeksOf(rows);
}

function weeksOf(rows: readonly Row[]): SharedFile {
	const groups = [...Map.groupBy(rows, ({ source, week, exportedOn }) => `${source} ${week} ${exportedOn}`).values()];
	if (!groups.every(areDistinct)) return refusal('damaged');
	return {
		ok: true,
		weeks: groups.map((group) => ({
			source: group[0]?.source ?? '',
			week: group[0]?.week ?? '',
			exportedOn: group[0]?.exportedOn ?? null,
			rows: group.map(({ source: _, week: _week, exportedOn: _day, ...row }) => row),
		})),
	};
}

/** The rows of a table, or what is wrong with it. */
function readRows(
	names: readonly string[],
	lines: readonly (readonly string[])[],
	{ separator }: Table,
	today: string,
): readonly Row[] | SharedError {
	const columnOf = (name: string) => names.indexOf(name);
	const figures = COLUMNS.map((column) => ({ ...column, at: columnOf(csvName(column)) }));
	const mark = decimalMark(lines.flatMap((line) => figures.map(({ at }) => line[at] ?? '')));
	if (mark === null) return 'numbers';
	const isContinental = mark === ',' || separator === ';';
	const exportCells = lines.map((line) => line[columnOf('exported_on')] ?? '');
	const exports = [...new Set(exportCells)].filter((cell) => cell !== '');
	const days = readDays(
		lines.map((line) => line[columnOf('day')] ?? ''),
		{ isContinental, today },
		exports,
	);
	if (days === null) return 'dates';
	const exportDays = new Map(exports.map((cell, index) => [cell, days[lines.length + index] ?? null]));
	if (days.some((day) => isFuture(day, today))) return 'future';
	const rows: Row[] = [];
	for (const [index, line] of lines.entries()) {
		const cell = (name: string) => line[columnOf(name)] ?? '';
		const read = figures.map(({ name, unit, at }) => [name, figureOf(line[at] ?? '', unit, mark)] as const);
		if (read.some(([, figure]) => Number.isNaN(figure))) return 'numbers';
		const source = codeOf(cell('source'), SOURCE_LENGTH);
		const row = parseSharedRow({
			day: days[index],
			courseCode: codeOf(cell('course_code'), COURSE_CODE_LENGTH),
			activity: cell('activity'),
			figures: Object.fromEntries(read),
			traffic: null,
		});
		if (!row || !isSource(source)) return 'damaged';
		const exportedOn = exportDays.get(exportCells[index] ?? '') ?? null;
		rows.push({ ...row, source, week: weekOf(row.day), exportedOn });
	}
	return rows;
}

/** A code of digits only, which a spreadsheet takes for a number, has lost its zeros. */
function codeOf(cell: string, length: number): string {
	return /^\d+$/.test(cell) ? cell.padStart(length, '0') : cell;
}

/** The figure in a cell, in its column's unit; null for an empty cell, NaN for no number. */
function figureOf(cell: string, unit: FigureUnit, mark: '.' | ','): number | null {
	const shown = numberOfCell(cell, mark);
	if (shown === null) return null;
	const figure = figureOfCell(unit, shown);
	// Binary fractions: 4.500001 MB are 4500001 bytes and a remainder.
	return unit === 'byte' || unit === 'ms' ? Math.round(figure) : figure;
}
