import { COLUMNS } from '@/utils/core/export/columns';
import { csvName, figureOfCell } from '@/utils/core/export/csv-column';
import { type FigureUnit, isSource } from '@/utils/core/schema/week-file';
import { weekOf } from '@/utils/core/units/day';
import { numberOfCell } from './cell-numbers';
import { headerNames, ROWS_A_STEP, type Survey, surveyTable } from './csv-survey';
import {
	areDistinct,
	parseSharedRow,
	type SharedError,
	type SharedFile,
	type SharedRow,
	type SharedWeek,
} from './shared-week';
import { finish } from './steps';
import { readTable, type Table, type TableRow } from './table';

const SOURCE_LENGTH = 12;
const COURSE_CODE_LENGTH = 10;

/** Figures are read after a first pass over the table. */
const PASS_COUNT = 2;

type OpenWeek = SharedWeek & { readonly rows: SharedRow[] };

const refusal = (error: SharedError): SharedFile => ({ ok: false, error });

/**
 * The weeks in a CSV that was made to be shared, of one learner or merged from several, also after a spreadsheet has saved it again; null
 * for other texts. `today` is the reader's local day.
 */
export function readSharedCsv(text: string, today: string): SharedFile | null {
	return finish(sharedCsvSteps(text, today));
}

/** The same in steps of a few milliseconds, each with the share that is done, 0 to 1. */
export function* sharedCsvSteps(text: string, today: string): Generator<number, SharedFile | null> {
	const table = readTable(text);
	const names = headerNames(table.rows().next().value);
	if (names === null) return null;
	if (typeof names === 'string') return refusal(names);
	const survey = yield* shareOf(surveyTable(table, names, today), table, 0);
	if (typeof survey === 'string') return refusal(survey);
	const weeks = yield* shareOf(readWeeks(table, survey), table, 1);
	if (typeof weeks === 'string') return refusal(weeks);
	return weeks.every(({ rows }) => areDistinct(rows)) ? { ok: true, weeks } : refusal('damaged');
}

/** The steps of one pass over a table as the share that is done of all. */
function* shareOf<Result>(steps: Generator<undefined, Result>, table: Table, pass: number): Generator<number, Result> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		yield (pass + table.readShare()) / PASS_COUNT;
	}
}

/** The weeks in the rows of a table, or what is wrong with one. Yields after each step. */
function* readWeeks(table: Table, survey: Survey): Generator<undefined, readonly SharedWeek[] | SharedError> {
	const readRow = rowReader(survey);
	const weeks = new Map<string, OpenWeek>();
	const rows = table.rows();
	rows.next();
	let lineCount = 0;
	for (const line of rows) {
		const read = readRow(line ?? []);
		if (typeof read === 'string') return read;
		const { source, week, exportedOn, row } = read;
		const key = `${source} ${week} ${exportedOn}`;
		const open = weeks.get(key) ?? { source, week, exportedOn, rows: [] };
		open.rows.push(row);
		weeks.set(key, open);
		lineCount += 1;
		if (lineCount % ROWS_A_STEP === 0) yield;
	}
	return [...weeks.values()];
}

/** A function that reads one line of a table: its row with what names its week, or what is wrong with it. */
function rowReader({ names, mark, days }: Survey) {
	const [sourceAt, exportAt, dayAt, courseAt, activityAt] = (
		['source', 'exported_on', 'day', 'course_code', 'activity'] as const
	).map((name) => names.indexOf(name));
	const figures = COLUMNS.map((column) => ({ ...column, at: names.indexOf(csvName(column)) }));
	/** A group's table has few days and many rows. */
	const weekByDay = new Map([...days.values()].map((day) => [day, weekOf(day)]));
	return (line: TableRow) => {
		const cell = (at = -1) => line[at] ?? '';
		const read: Record<string, number | null> = {};
		for (const { name, unit, at } of figures) {
			const figure = figureOf(cell(at), unit, mark);
			if (Number.isNaN(figure)) return 'numbers';
			read[name] = figure;
		}
		const source = codeOf(cell(sourceAt), SOURCE_LENGTH);
		const row = parseSharedRow({
			day: days.get(cell(dayAt)),
			courseCode: codeOf(cell(courseAt), COURSE_CODE_LENGTH),
			activity: cell(activityAt),
			figures: read,
			traffic: null,
		});
		if (!row || !isSource(source)) return 'damaged';
		return { source, week: weekByDay.get(row.day) ?? '', exportedOn: days.get(cell(exportAt)) ?? null, row };
	};
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
