import { COLUMNS } from './columns';
import { type Cell, type CsvDialect, writeCsv } from './csv';
import { csvCell, csvName, SHARED_PLACES } from './csv-column';
import { type WeekExport, weekRows } from './week-rows';

const PLACES = {
	shareable: SHARED_PLACES,
	personal: ['day', 'host', 'platform', 'course_key', 'course', 'activity'],
} as const;

/**
 * The week as CSV (RFC 4180, UTF-8 with byte order mark): one row per day, course and activity kind. Days outside the
 * week are left out. `exportedOn` is the local day of the export. Throws a RangeError for an invalid week.
 */
export function weekCsv(week: WeekExport, dialect: CsvDialect, exportedOn: string): string {
	const source = week.scope === 'shareable' ? [week.codes.source, exportedOn] : [];
	const rows = weekRows(week).map((row): readonly Cell[] => [
		...source,
		row.day,
		...Object.values(row.course),
		row.activity,
		...COLUMNS.map(({ unit, value }) => csvCell(unit, value(row.figures))),
	]);
	return writeCsv([[...PLACES[week.scope], ...COLUMNS.map(csvName)], ...rows], dialect);
}
