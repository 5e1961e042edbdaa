import * as v from 'valibot';
import { IdSchema, type Of, PlainSchema, parserOf } from './values';
import type { Course, DayTotal, Visit } from './visit';

/** One record that a restoration changes: as it was before, and as it is since; null where there was, or is, none. */
interface ChangeOf<Store extends string, Stored> {
	readonly store: Store;
	readonly before: Stored | null;
	readonly after: Stored | null;
}

export type Change = ChangeOf<'visits', Visit> | ChangeOf<'days', DayTotal> | ChangeOf<'courses', Course>;

/** The records came from the store itself, whose older ones need not fit today's bounds. */
const ChangeSchema = v.object({
	store: v.picklist(['visits', 'days', 'courses']),
	before: v.nullable(PlainSchema),
	after: v.nullable(PlainSchema),
});

/** Changes that a page sends back to undo them; null when they are none. */
export const parseChanges = parserOf(
	v.array(ChangeSchema as v.GenericSchema<unknown, Of<typeof ChangeSchema>>),
	null,
) as (value: unknown) => readonly Change[] | null;

/** What a day's records hold that a restoration changes. */
export interface DayFigures {
	readonly receivedBytes: number;
	readonly activeMs: number;
}

/** What a restoration would change in the history. Days are local, `YYYY-MM-DD`; the lists name the first ones only. */
export interface HistoryPreview {
	/** How many records change. */
	readonly changedCount: number;
	/** Days that have no figures of these courses yet; null for none. */
	readonly added: (DayFigures & { readonly count: number; readonly firstDay: string; readonly lastDay: string }) | null;
	readonly replacedCount: number;
	readonly replaced: readonly { readonly day: string; readonly before: DayFigures; readonly after: DayFigures }[];
	readonly courseCount: number;
	readonly courses: readonly string[];
	readonly renamedCount: number;
	readonly renamed: readonly { readonly before: string; readonly after: string }[];
	/** Day totals that differ and stay as they are: nobody can tell which visits both count. */
	readonly unchangedCount: number;
	/** Days in the future, which are left out. */
	readonly futureCount: number;
}

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the dashboard requests to restore a backup, and to undo that. */
export const RESTORE_REQUESTS = {
	/** Prepares for a backup, under an id of the page. */
	'restore/begin': v.object({ id: IdSchema }),
	/** Some days of it, in order. Nothing is stored yet. */
	'restore/add': v.object({ id: IdSchema, days: v.array(v.unknown()) }),
	/** What storing it would change. Nothing is stored, and the days have to be added again. */
	'restore/preview': v.object({ id: IdSchema, courses: v.array(v.unknown()) }),
	/** Stores all of it or nothing. */
	'restore/finish': v.object({ id: IdSchema, courses: v.array(v.unknown()) }),
	/** Some of the records that this changed, from an index on. */
	'restore/changes': v.object({ id: IdSchema, from: CountSchema }),
	/** Follows those sites of a backup to which the user has granted access. */
	'restore/follow': v.object({ sites: v.array(v.unknown()) }),
	/** Some of the changes that are to be undone, after `restore/begin`. */
	'undo/add': v.object({ id: IdSchema, changes: v.array(v.unknown()) }),
	/** Undoes all of them or none. */
	'undo/finish': v.object({ id: IdSchema }),
};
