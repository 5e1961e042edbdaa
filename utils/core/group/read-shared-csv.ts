import { COLUMNS } from '@/utils/core/export/columns';
import { csvName, figureOfCell, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { type FigureUnit, isSource } from '@/utils/core/schema/week-file';
import { weekOf } from '@/utils/core/units/day';
import { areDistinct, parseSharedRow, type SharedFile, type SharedRow } from './shared-week';

type Cells = ReadonlyMap<string, string>;

const NAMES: readonly string[] = [...SHARED_PLACES, ...COLUMNS.map(csvName)];

/** Neither codes nor figures hold a separator, so only enclosing quotes have to be removed. */
function cellsOf(line: string, separator: string): string[] {
	return line.split(separator).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
}

/** The weeks in a CSV that was made to be shared, of one learner or merged from several; null for other texts. */
export function readSharedCsv(text: string): SharedFile | null {
	const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	const separator = header.includes(';') ? ';' : ',';
	const names = cellsOf(header, separator);
	if (names[0] === 'day' && names[1] === 'host') return { ok: false, error: 'personal' };
	if (!SHARED_PLACES.every((name, index) => names[index] === name)) return null;
	// A program that saves the file keeps the names; only a later Sobrio has others.
	if (names.some((name) => !NAMES.includes(name))) return { ok: false, error: 'newer' };
	const mark = separator === ';' ? ',' : '.';
	const rows: (SharedRow & { readonly source: string; readonly week: string })[] = [];
	for (const line of lines.filter((each) => each !== '')) {
		const values = cellsOf(line, separator);
		const cells: Cells = new Map(names.map((name, index) => [name, values[index] ?? '']));
		const source = cells.get('source');
		const row = values.length === names.length ? parseRow(cells, mark) : null;
		if (!row || !isSource(source)) return { ok: false, error: 'damaged' };
		rows.push({ ...row, source, week: weekOf(row.day) });
	}
	const groups = [...Map.groupBy(rows, ({ source, week }) => `${source} ${week}`).values()];
	if (groups.length === 0) return { ok: false, error: 'empty' };
	if (!groups.every(areDistinct)) return { ok: false, error: 'damaged' };
	return {
		ok: true,
		weeks: groups.map((group) => ({
			source: group[0]?.source ?? '',
			week: group[0]?.week ?? '',
			exportedOn: null,
			rows: group.map(({ source: _, week: _week, ...row }) => row),
		})),
	};
}

function parseRow(cells: Cells, mark: string): SharedRow | null {
	const figures = COLUMNS.map((column) => [column.name, figureOf(cells.get(csvName(column)) ?? '', column.unit, mark)]);
	return parseSharedRow({
		day: cells.get('day'),
		courseCode: cells.get('course_code'),
		activity: cells.get('activity'),
		figures: Object.fromEntries(figures),
		traffic: null,
	});
}

/** The figure in a cell, in its column's unit; null for an empty cell, NaN for no number. */
function figureOf(cell: string, unit: FigureUnit, mark: string): number | null {
	const shown = numberOf(cell, mark);
	if (shown === null) return null;
	const figure = figureOfCell(unit, shown);
	// Binary fractions: 4.500001 MB are 4500001 bytes and a remainder.
	return unit === 'byte' || unit === 'ms' ? Math.round(figure) : figure;
}

/** The number in a cell; null for an empty one, NaN for anything else. */
function numberOf(cell: string, mark: string): number | null {
	if (cell === '') return null;
	return /^\d{1,16}(?:[.,]\d{1,6})?$/.test(cell) && !cell.includes(mark === ',' ? '.' : ',')
		? Number(cell.replace(mark, '.'))
		: Number.NaN;
}
