import * as v from 'valibot';
import { type DayRecord, readCourse, readDayRecord } from './backup-file';
import { DaySchema, FlagSchema, type Of, parserOf, StoredAmountSchema } from './values';
import type { Course } from './visit';

/** Why earlier figures are not there: a newer version stored them, they are damaged, or the browser has deleted them. */
export interface Loss {
	readonly why: 'newer' | 'damaged' | 'gone';
	/** Local day on which it was found, `YYYY-MM-DD`. */
	readonly day: string;
	/** They were taken from the copy of the day totals. Absent in what earlier versions stored. */
	readonly isRestored?: boolean;
}

/** What is wrong with the stored figures. */
export interface StoreState {
	/** Null where nothing was lost, and once the user has read of it. */
	readonly loss: Loss | null;
	/** The last write failed, as when the disk is full: its figures wait in memory. */
	readonly isFailing: boolean;
}

const LOSSES = ['newer', 'damaged', 'gone'] as const satisfies readonly Loss['why'][];

const DatabaseRecordSchema = v.object({
	/** Name of the database in use. A database cannot be renamed: one that is put aside stays under its own name. */
	name: v.pipe(v.string(), v.regex(/^sobrio(-\d+)?$/)),
	/** It was created before: where it has to be created again, the earlier one is gone. */
	isCreated: FlagSchema,
	/** The last loss, until the user has read of it. */
	loss: v.nullable(v.object({ why: v.picklist(LOSSES), day: DaySchema, isRestored: v.exactOptional(FlagSchema) })),
});

/** What is known of the database outside of it. */
export type DatabaseRecord = Of<typeof DatabaseRecordSchema>;

/** Name of the first database; one that replaces another has a number after it. */
export const FIRST_NAME = 'sobrio';

export const parseDatabaseRecord = parserOf(DatabaseRecordSchema, { name: FIRST_NAME, isCreated: false, loss: null });

/** The copied days, oldest first, each with the length of its copy as JSON, in UTF-16 units. */
export const parseCopiedDays = parserOf(v.array(v.strictObject({ day: DaySchema, length: StoredAmountSchema })), []);

/** One copied day: its totals, those of its visits that may still be saved again, and the names of its courses. */
export interface CopiedDay {
	readonly record: DayRecord;
	readonly courses: readonly Course[];
}

const CopiedDaySchema = v.object({ record: v.unknown(), courses: v.array(v.unknown()) });

const parseFields = parserOf(CopiedDaySchema, null);

/** A copied day as stored; null for anything else, course names that are none left out. */
export function parseCopiedDay(stored: unknown): CopiedDay | null {
	const fields = parseFields(stored);
	const record = fields && readDayRecord(fields.record);
	if (!record) return null;
	return { record, courses: fields.courses.map(readCourse).filter((course) => course !== null) };
}
