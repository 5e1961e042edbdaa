import { COLUMNS, type Column, type ColumnUnit } from './columns';
import { type Cell, type CsvDialect, writeCsv } from './csv';
import { type WeekExport, type WeekRow, weekRows } from './week-rows';

/** How a CSV shows each unit: suffix of the name, what 1 is, and the decimals that keep the single byte and a tenth of a second. */
const SHOWN: Readonly<
	Record<ColumnUnit, { readonly suffix: string; readonly one: number; readonly decimals: number }>
> = {
	count: { suffix: '', one: 1, decimals: 0 },
	share: { suffix: '', one: 1, decimals: 4 },
	// MB is 1,000,000 bytes.
	byte: { suffix: '_MB', one: 1_000_000, decimals: 6 },
	ms: { suffix: '_min', one: 60_000, decimals: 3 },
	gram: { suffix: '', one: 1, decimals: 3 },
};

function cellOf({ unit, value }: Column<WeekRow['figures']>, { figures }: WeekRow): Cell {
	const known = value(figures);
	const { one, decimals } = SHOWN[unit];
	return known === null ? null : { value: known / one, decimals };
}

const FIGURES: readonly string[] = COLUMNS.map(({ name, unit }) => name + SHOWN[unit].suffix);

const PLACES = {
	shareable: ['source', 'day', 'course_code'],
	personal: ['day', 'host', 'platform', 'course_key', 'course'],
} as const;

/**
 * The week as CSV (RFC 4180, UTF-8 with byte order mark): one row per day, course and activity kind. Days outside the
 * week are left out. Throws a RangeError for what is no week.
 */
export function weekCsv(week: WeekExport, dialect: CsvDialect): string {
	const source = week.scope === 'shareable' ? [week.codes.source] : [];
	const rows = weekRows(week).map((row): readonly Cell[] => [
		...source,
		row.day,
		...Object.values(row.course),
		row.activity,
		...COLUMNS.map((column) => cellOf(column, row)),
	]);
	return writeCsv([[...PLACES[week.scope], 'activity', ...FIGURES], ...rows], dialect);
}
