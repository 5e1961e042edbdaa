import * as v from 'valibot';
import { DaySchema, FlagSchema, type Of, parserOf } from './values';

/** Why earlier figures are not there: a newer version stored them, they are damaged, or the browser has deleted them. */
export interface Loss {
	readonly why: 'newer' | 'damaged' | 'gone';
	/** Local day on which it was found, `YYYY-MM-DD`. */
	readonly day: string;
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
	loss: v.nullable(v.object({ why: v.picklist(LOSSES), day: DaySchema })),
});

/** What is known of the database outside of it. */
export type DatabaseRecord = Of<typeof DatabaseRecordSchema>;

/** Name of the first database; one that replaces another has a number after it. */
export const FIRST_NAME = 'sobrio';

export const parseDatabaseRecord = parserOf(DatabaseRecordSchema, { name: FIRST_NAME, isCreated: false, loss: null });
