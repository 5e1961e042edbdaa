import * as v from 'valibot';
import { AssistantsSchema } from './assistants';
import { courseLabelOf, MAX_STORED_LABEL_LENGTH, printable } from './label';
import { MediaTotalsSchema } from './media';
import { MAX_PARTS, MAX_STORED } from './names';
import { KindTrafficSchema, TrafficSchema } from './traffic';
import { DaySchema, isShallow, type Of, parserOf, StoredAmountSchema } from './values';
import { type Course, CourseSchema, DayTotalSchema, VisitSchema } from './visit';
import { WasteSchema } from './waste';

/** First field of every backup. */
export const BACKUP_FORMAT = 'sobrio-backup';
/** Goes up by one with each change of the records' shape; a newer one is refused. */
export const BACKUP_VERSION = 5;

/** Most totals, and most visits, of one day. */
export const MAX_RECORDS = 10_000;

/** One key for the course and activity of a total or visit within its day. */
export function contextKey(context: {
	readonly host: string;
	readonly courseKey: string;
	readonly activity: string;
}): string {
	return `${context.host} ${context.activity} ${context.courseKey}`;
}

/** Whether totals and visits are of the record's day, none is there twice, and each visit is counted by a total. */
function isConsistent({ day, totals, visits }: DayRecord): boolean {
	if ([...totals, ...visits].some((each) => each.day !== day)) return false;
	const left = new Map(totals.map((total) => [contextKey(total), total.visitCount]));
	if (left.size < totals.length || new Set(visits.map(({ id }) => id)).size < visits.length) return false;
	return visits.every((visit) => {
		const count = left.get(contextKey(visit)) ?? 0;
		left.set(contextKey(visit), count - 1);
		return count > 0;
	});
}

const DayFieldsSchema = v.strictObject({
	day: DaySchema,
	totals: v.pipe(v.array(DayTotalSchema), v.minLength(1), v.maxLength(MAX_RECORDS)),
	/** Empty once they are older than 90 days. */
	visits: v.pipe(v.array(VisitSchema), v.maxLength(MAX_RECORDS)),
});

/** One day of the history: its totals, and those of its visits that are still stored one by one. */
export type DayRecord = Of<typeof DayFieldsSchema>;

const DayRecordSchema = v.pipe(
	DayFieldsSchema,
	v.check((record) => isConsistent(record)),
);

/** Whether a value is a day, or a course, as stored. */
export const isDayRecord = (value: unknown): value is DayRecord => v.is(DayRecordSchema, value);
export const isCourse = (value: unknown): value is Course => v.is(CourseSchema, value);

/** A day in a value of a file; null for anything else. What is stored is read back as it is: a new backup of it is the same byte for byte. */
export function readDayRecord(value: unknown): DayRecord | null {
	if (isDayRecord(value)) return value;
	const cleaned = withinBounds(value);
	return isDayRecord(cleaned) ? cleaned : null;
}

/** A course in a value of a file, its name without what names a person; null for anything else. */
export function readCourse(value: unknown): Course | null {
	const { label } = (value ?? {}) as Partial<Course>;
	if (typeof label !== 'string') return null;
	const course = { ...(value as Course), label: courseLabelOf(label, [], MAX_STORED_LABEL_LENGTH) ?? '' };
	return isCourse(course) ? course : null;
}

/** Larger than any sum of what a frame may report: not even a forged report leads to such an amount. */
const MAX_FORGED = 2 ** 80;
/** A record has fewer levels. */
const MAX_DEPTH = 8;

/** A value whose amounts and their names end at the bounds that stored ones have, as earlier versions did not make sure, and whose keys are printable. */
function withinBounds(value: unknown, depth = 0): unknown {
	if (typeof value === 'number') return value > MAX_STORED && value <= MAX_FORGED ? MAX_STORED : value;
	if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
	// Not `map`, which asks the list itself for its kind.
	if (Array.isArray(value)) return Array.from(value, (each) => withinBounds(each, depth + 1));
	// No other object of a record has as many fields.
	return Object.fromEntries(
		Object.entries(value)
			.slice(0, MAX_PARTS)
			.map(([name, each]) => [
				name,
				name === 'courseKey' && typeof each === 'string' ? printable(each) : withinBounds(each, depth + 1),
			]),
	);
}

/** A thousand followed sites with the longest hosts are shorter. */
const MAX_SETTING_LENGTH = 500_000;
const MAX_SETTINGS = 100;

/** Length of a value as JSON; infinite where it has none, or is nested too deep. */
function lengthOf(value: unknown): number {
	try {
		return JSON.stringify(value).length;
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}

/** What precedes the days in a backup, its courses unchecked. */
const BackupHeadSchema = v.object({
	/** Settings as stored, by their key; those larger than any that Sobrio writes are left out. */
	settings: v.pipe(
		v.record(v.string(), v.unknown()),
		v.transform((settings) => {
			const entries = Object.entries(settings).filter(([, value]) => lengthOf(value) <= MAX_SETTING_LENGTH);
			return Object.fromEntries(entries.slice(0, MAX_SETTINGS)) as Record<string, unknown>;
		}),
	),
	courses: v.pipe(
		v.array(v.unknown()),
		v.check((courses) => isShallow(courses)),
	),
});

export type BackupHead = Of<typeof BackupHeadSchema>;

export const parseBackupHead = parserOf(BackupHeadSchema, null);

/** The whole file as published in `public/schemas`, and the parts that its schema names once. */
export const BackupFileSchema = v.pipe(
	v.strictObject({
		format: v.literal(BACKUP_FORMAT),
		version: v.literal(BACKUP_VERSION),
		settings: v.record(v.string(), v.unknown()),
		courses: v.array(CourseSchema),
		days: v.array(DayRecordSchema),
	}),
	v.title('A backup of Sobrio'),
	v.description(
		'Everything that Sobrio stores on one machine. Times are milliseconds, sizes are bytes, days are local; null is unknown. Only measurements are stored: grams are computed when they are shown.',
	),
);
export const BACKUP_DEFINITIONS = {
	day: DaySchema,
	amount: StoredAmountSchema,
	kind: KindTrafficSchema,
	traffic: TrafficSchema,
	media: MediaTotalsSchema,
	waste: WasteSchema,
	assistants: AssistantsSchema,
};

/** What the background answers about the history first. Null days: there is none. */
export interface HistoryHead {
	readonly courses: readonly Course[];
	readonly firstDay: string | null;
	readonly lastDay: string | null;
}
