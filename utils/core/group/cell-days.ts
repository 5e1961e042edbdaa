import { isDay, isFuture, shiftDay, weekOf } from '@/utils/core/units/day';

/** Year first, as we write it; some programs add midnight. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]0?0:00(?::00)?)?$/;
/** Year last; the first number is the day or, in American settings, the month. */
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/;
/** A day as the number that spreadsheets count with, from 1982 to 2173. */
const SERIAL = /^[3-9]\d{4}$/;
const SERIAL_START = '1899-12-30';

/** What a table shows of the settings in which it was saved. */
export interface Settings {
	/** True where the table has decimal commas, or semicolons because commas are decimal marks: no American settings. */
	readonly isContinental: boolean;
	/** Local day of the reader. */
	readonly today: string;
}

type Order = 'day-first' | 'month-first';

/**
 * The days in a column as a spreadsheet may have rewritten them, one for each cell, and then those in other cells of the same table. Null
 * where a cell is no day, or where the day and the month could be either way round.
 */
export function readDays(
	cells: readonly string[],
	settings: Settings,
	otherCells: readonly string[] = [],
): readonly string[] | null {
	const orders = (['day-first', 'month-first'] as const)
		.map((order) => [...cells, ...otherCells].map((cell) => dayOfCell(cell, order, settings)))
		.filter((days): days is string[] => !days.includes(null));
	const [first, second] = orders;
	if (!first || !second || first.join() === second.join()) return first ?? null;
	const past = orders.filter((days) => !days.some((day) => isFuture(day, settings.today)));
	if (past.length === 1) return past[0] ?? null;
	// The export of a learner holds one week.
	const ofOneWeek = orders.filter((days) => new Set(days.slice(0, cells.length).map(weekOf)).size === 1);
	return ofOneWeek.length === 1 ? (ofOneWeek[0] ?? null) : null;
}

function dayOfCell(cell: string, order: Order, { isContinental }: Settings): string | null {
	if (SERIAL.test(cell)) return shiftDay(SERIAL_START, Number(cell));
	const [, year, month, date] = YEAR_FIRST.exec(cell) ?? [];
	if (year !== undefined) return existing(year, month, date);
	const [, one, mark, two, last = ''] = YEAR_LAST.exec(cell) ?? [];
	const isMonthFirst = order === 'month-first' && mark === '/' && !isContinental;
	return existing(last.padStart(4, '20'), isMonthFirst ? one : two, isMonthFirst ? two : one);
}

function existing(year: string, month = '', date = ''): string | null {
	const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	return isDay(day) ? day : null;
}
