import { COLUMNS } from '@/utils/core/export/columns';
import { csvName, figureOfCell, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { groupBy } from '@/utils/core/stats/grouping';
import { weekOf } from '@/utils/core/units/day';
import { areApart, isSource, type SharedFile, type SharedRow, sharedRow } from './shared-week';

type Cells = ReadonlyMap<string, string>;

const NAMES: readonly string[] = [...SHARED_PLACES, ...COLUMNS.map(csvName)];

/** Neither codes nor figures hold a separator, so that cells need no closer look than their quotes. */
function cellsOf(line: string, separator: string): string[] {
	return line.split(separator).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
}

/** The weeks of a CSV that was made to be shared, of one learner or merged of several; null for what is no CSV of ours. */
export function readSharedCsv(text: string): SharedFile | null {
	const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	const separator = header.includes(';') ? ';' : ',';
	const names = cellsOf(header, separator);
	if (names[0] === 'day' && names[1] === 'host') return { ok: false, error: 'personal' };
	if (!SHARED_PLACES.every((name, index) => names[index] === name)) return null;
	// A program that saves the file anew keeps the names; only a later Sobrio has others.
	if (names.some((name) => !NAMES.includes(name))) return { ok: false, error: 'newer' };
	const mark = separator === ';' ? ',' : '.';
	const rows: (SharedRow & { readonly source: string; readonly week: string })[] = [];
	for (const line of lines.filter((each) => each !== '')) {
		const values = cellsOf(line, separator);
		const cells: Cells = new Map(names.map((name, index) => [name, values[index] ?? '']));
		const source = cells.get('source');
		const row = values.length === names.length ? rowOf(cells, mark) : null;
		if (!row || !isSource(source)) return { ok: false, error: 'damaged' };
		rows.push({ ...row, source, week: weekOf(row.day) });
	}
	const groups = [...groupBy(rows, ({ source, week }) => `${source} ${week}`).values()];
	if (groups.length === 0) return { ok: false, error: 'empty' };
	if (!groups.every(areApart)) return { ok: false, error: 'damaged' };
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

function rowOf(cells: Cells, mark: string): SharedRow | null {
	const place = { day: cells.get('day'), courseCode: cells.get('course_code'), activity: cells.get('activity') };
	return sharedRow(
		place,
		({ unit, ...column }) => {
			const shown = numberOf(cells.get(csvName({ ...column, unit })) ?? '', mark);
			if (shown === null) return null;
			const figure = figureOfCell(unit, shown);
			// Binary fractions: 4.500001 MB are 4500001 bytes and a trace.
			return unit === 'byte' || unit === 'ms' ? Math.round(figure) : figure;
		},
		null,
	);
}

/** The number in a cell; null for an empty one, NaN for anything else. */
function numberOf(cell: string, mark: string): number | null {
	if (cell === '') return null;
	return /^\d{1,16}(?:[.,]\d{1,6})?$/.test(cell) && !cell.includes(mark === ',' ? '.' : ',')
		? Number(cell.replace(mark, '.'))
		: Number.NaN;
}
