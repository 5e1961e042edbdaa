import { COLUMNS } from '@/utils/core/export/columns';
import { csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { NEEDED_FIGURES } from '@/utils/core/schema/week-file';
import { isFuture } from '@/utils/core/units/day';
import { readDays } from './cell-days';
import { decimalMark } from './cell-numbers';
import type { SharedError } from './shared-week';
import type { Table, TableRow } from './table';

const NAMES: readonly string[] = [...SHARED_PLACES, ...COLUMNS.map(csvName)];
const NEEDED_NAMES = COLUMNS.filter(({ name }) => NEEDED_FIGURES.includes(name)).map(csvName);
/** What stood before the figures in every version. */
const NEEDED_PLACES = SHARED_PLACES.filter((name) => name !== 'exported_on');

/** Rows between two steps of a long reading. */
export const ROWS_A_STEP = 2_000;

/** How a table was saved, which only all of its rows show. */
export interface Survey {
	/** The names in its header, in their order. */
	readonly names: readonly string[];
	readonly mark: '.' | ',';
	/** The day in each cell of `day` and `exported_on`. */
	readonly days: ReadonlyMap<string, string>;
}

/** The names of a header, null where it is not that of an export to share, or what is wrong with it. */
export function headerNames(header: TableRow | null | undefined): readonly string[] | SharedError | null {
	if (!header) return null;
	const names = header.slice(0, header.findLastIndex((name) => name !== '') + 1);
	if (names.includes('host') && names.includes('course_key')) return 'personal';
	if (!NEEDED_PLACES.every((name) => names.includes(name))) return null;
	// A program that saves the file keeps the names; only a later Sobrio has others.
	if (names.some((name) => !NAMES.includes(name))) return 'newer';
	if (!NEEDED_NAMES.every((name) => names.includes(name))) return 'columns';
	return new Set(names).size < names.length ? 'damaged' : names;
}

/** Reads the whole table once, and returns how it was saved, or what is wrong with it. Yields after each step. */
export function* surveyTable(
	table: Table,
	names: readonly string[],
	today: string,
): Generator<undefined, Survey | SharedError> {
	const figuresAt = COLUMNS.map((column) => names.indexOf(csvName(column))).filter((at) => at >= 0);
	const [dayAt, exportAt] = [names.indexOf('day'), names.indexOf('exported_on')];
	const [dayCells, exportCells] = [new Set<string>(), new Set<string>()];
	let [hasComma, hasDot, lineCount] = [false, false, 0];
	const rows = table.rows();
	rows.next();
	for (const line of rows) {
		// A line of another length was cut off, or belongs to something else.
		if (!line || line.length < names.length) return 'damaged';
		for (let at = names.length; at < line.length; at++) if (line[at] !== '') return 'damaged';
		for (const at of figuresAt) {
			hasComma ||= line[at]?.includes(',') ?? false;
			hasDot ||= line[at]?.includes('.') ?? false;
		}
		dayCells.add(line[dayAt] ?? '');
		exportCells.add(line[exportAt] ?? '');
		lineCount += 1;
		if (lineCount % ROWS_A_STEP === 0) yield;
	}
	if (lineCount === 0) return 'empty';
	const mark = decimalMark({ hasComma, hasDot });
	if (mark === null) return 'numbers';
	exportCells.delete('');
	const cells = [...dayCells, ...exportCells];
	const isContinental = mark === ',' || table.separator === ';';
	const days = readDays([...dayCells], { isContinental, today }, [...exportCells]);
	if (days === null) return 'dates';
	if (days.some((day) => isFuture(day, today))) return 'future';
	return { names, mark, days: new Map(cells.map((cell, index) => [cell, days[index] ?? ''])) };
}
