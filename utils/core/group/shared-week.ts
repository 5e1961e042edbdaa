import { COLUMNS } from '@/utils/core/export/columns';
import { type Of, parserOf } from '@/utils/core/schema/values';
import { sharedRowSchema } from '@/utils/core/schema/week-file';

const SharedRowSchema = sharedRowSchema(Object.fromEntries(COLUMNS.map(({ name, unit }) => [name, unit])));

/** One row of a shareable export that was read back. */
export type SharedRow = Of<typeof SharedRowSchema>;

/** A row in a value of its shape; null for anything else. */
export const parseSharedRow = parserOf(SharedRowSchema, null);

/** What one learner shared of one week. */
export interface SharedWeek {
	/** Code of the learner's install. */
	readonly source: string;
	/** ISO 8601 week, `2026-W48`. */
	readonly week: string;
	/** Local day of the export; null where the file does not contain it, as a CSV of an earlier version. */
	readonly exportedOn: string | null;
	readonly rows: readonly SharedRow[];
}

/**
 * Why a file is not counted: not an export of Sobrio; cut off or changed; from a later version; with names in it; statements,
 * which a Learning Record Store adds up; without a row; with a day or an export after tomorrow. Of a table that was saved again:
 * without a needed column; with days of which day and month could be either way round, or that are none; with figures that are no
 * numbers, or whose decimal mark is not clear.
 */
export type SharedError =
	| 'not-an-export'
	| 'damaged'
	| 'newer'
	| 'personal'
	| 'xapi'
	| 'empty'
	| 'future'
	| 'columns'
	| 'dates'
	| 'numbers';

/** The weeks in a file, at least one, or why there are none. */
export type SharedFile =
	| { readonly ok: true; readonly weeks: readonly SharedWeek[] }
	| { readonly ok: false; readonly error: SharedError };

/** Whether each day, course and activity stands once among rows of one learner. */
export function areDistinct(rows: readonly SharedRow[]): boolean {
	return new Set(rows.map(({ day, courseCode, activity }) => `${day} ${courseCode} ${activity}`)).size === rows.length;
}
