import { COLUMNS } from '@/utils/core/export/columns';
import { type Cell, type CsvDialect, csvLines, writeCsv } from '@/utils/core/export/csv';
import { csvCell, csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import type { SharedRow, SharedWeek } from './shared-week';

/**
 * The rows of several learners as one CSV with the columns of a shareable export, by learner, day, course and activity: the header, then
 * the lines of each learner. `weeks` has each learner once.
 */
export function* groupCsv(weeks: readonly SharedWeek[], dialect: CsvDialect): Generator<string> {
	yield writeCsv([[...SHARED_PLACES, ...COLUMNS.map(csvName)]], dialect);
	for (const week of weeks.toSorted((a, b) => (a.source < b.source ? -1 : 1))) yield csvLines(cellsOf(week), dialect);
}

function cellsOf({ source, exportedOn, rows }: SharedWeek): readonly (readonly Cell[])[] {
	const keyOf = ({ day, courseCode, activity }: SharedRow) => `${day} ${courseCode} ${activity}`;
	return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map((row) => [source, exportedOn, ...rowCells(row)]);
}

/** The cells of a row: its day, course and activity, and its figures in the order of `COLUMNS`. */
export function rowCells({ day, courseCode, activity, figures }: SharedRow): readonly Cell[] {
	return [day, courseCode, activity, ...COLUMNS.map(({ name, unit }) => csvCell(unit, figures[name] ?? null))];
}
