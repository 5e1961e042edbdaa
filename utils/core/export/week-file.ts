import { DATA_FORMS, type DataForm, type Scope } from '@/utils/core/schema/names';
import type { ExportFile } from '@/utils/core/schema/page-messages';
import { type CsvDialect, FRENCH, SOFTWARE } from './csv';
import { weekCsv } from './week-csv';
import { type Origin, weekJson } from './week-json';
import type { WeekExport } from './week-rows';
import { weekStatements } from './xapi';

/** All export formats of a week, in the order of display. */
export const FORMS = [...DATA_FORMS, 'report'] as const;

/** One of {@link FORMS}: `csv` is for a spreadsheet in the reader's language, `csv-software` for programs. */
export type Form = (typeof FORMS)[number];

/** Whether a scope has a format: what is shared gets collected, so its CSV has one dialect, that of programs. */
export function isOffered(scope: Scope, form: Form): boolean {
	return scope === 'personal' || form !== 'csv';
}

/** The format that a scope has in place of one. */
export function offeredForm<Chosen extends Form>(scope: Scope, form: Chosen): Chosen | 'csv-software' {
	return isOffered(scope, form) ? form : 'csv-software';
}

/** File extension and media type of each format. */
const KINDS: Readonly<Record<Form, readonly [extension: string, type: string]>> = {
	csv: ['csv', 'text/csv;charset=utf-8'],
	'csv-software': ['csv', 'text/csv;charset=utf-8'],
	json: ['json', 'application/json'],
	xapi: ['xapi.json', 'application/json'],
	report: ['html', 'text/html;charset=utf-8'],
};

/** The CSV dialect of spreadsheets in a language. */
export function dialectOf(language: string): CsvDialect {
	return language.startsWith('fr') ? FRENCH : SOFTWARE;
}

/** The name under which a week is saved; one to share holds the learner's code, so that those of a group can lie in one folder. */
export function weekFileName({ week, scope, codes }: Pick<WeekExport, 'week' | 'scope' | 'codes'>, form: Form): string {
	return `sobrio-${week}${scope === 'shareable' ? `-${codes.source}` : ''}.${KINDS[form][0]}`;
}

/** The input of all formats. */
export interface WeekSource extends WeekExport, Origin {
	/** The reader's language, BCP 47. */
	readonly language: string;
	/** UUIDs of the xAPI statements, by `statementKey`. */
	readonly ids: ReadonlyMap<string, string>;
}

const WRITERS: Readonly<Record<DataForm, (week: WeekSource) => string>> = {
	csv: (week) => weekCsv(week, dialectOf(week.language), week.day),
	'csv-software': (week) => weekCsv(week, SOFTWARE, week.day),
	json: (week) => weekJson(week, week),
	xapi: (week) => `${JSON.stringify(weekStatements({ ...week, today: week.day }), null, '\t')}\n`,
};

/** The week in a format. Throws a RangeError for an invalid week. */
export function weekFile(week: WeekSource, chosen: DataForm): ExportFile {
	const form = offeredForm(week.scope, chosen);
	return { name: weekFileName(week, form), type: KINDS[form][1], text: WRITERS[form](week) };
}
