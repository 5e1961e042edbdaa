import { COLUMNS } from '@/utils/core/export/columns';
import { ACTIVITIES, type Activity } from '@/utils/core/schema/names';
import type { Traffic } from '@/utils/core/schema/traffic';
import { isDay } from '@/utils/core/units/day';

/** One row of a shareable export that was read back. */
export interface SharedRow {
	readonly day: string;
	/** Random code of the course, known to one install alone. */
	readonly courseCode: string;
	readonly activity: Activity;
	/** By the column's name without its unit, in the column's unit; null for what is unknown. */
	readonly figures: Readonly<Record<string, number | null>>;
	/** Bytes by kind; null where the file does not tell them, as a CSV. */
	readonly traffic: Traffic | null;
}

/** What one learner shared of one week. */
export interface SharedWeek {
	/** Code of the learner's install. */
	readonly source: string;
	/** ISO 8601 week, `2026-W48`. */
	readonly week: string;
	/** Local day of the export; null where the file does not tell it. */
	readonly exportedOn: string | null;
	readonly rows: readonly SharedRow[];
}

/**
 * Why a file is not counted: no export of ours; cut off or changed; from a version to come; with names in it; statements,
 * which a Learning Record Store adds up; without a row.
 */
export type SharedError = 'not-an-export' | 'damaged' | 'newer' | 'personal' | 'xapi' | 'empty';

/** The weeks in a file, at least one, or why there are none. */
export type SharedFile =
	| { readonly ok: true; readonly weeks: readonly SharedWeek[] }
	| { readonly ok: false; readonly error: SharedError };

/** Figures without which a row cannot be added up. */
const NEEDED = [
	'visits',
	'received',
	'unknown_requests',
	'active',
	'video',
	'co2e_g_low',
	'co2e_g_central',
	'co2e_g_high',
];
/** More than any week holds, and far from where sums lose their units. */
const MAX_AMOUNT = 2 ** 50;
/** What binary fractions leave when a part is taken out of a sum. */
const DUST = 1e-6;

/** Whether a text is the code of an install. */
export function isSource(value: unknown): value is string {
	return typeof value === 'string' && /^[0-9a-z]{12}$/.test(value);
}

/** A row from what a file says of it, `figureOf` giving each column's figure; null for what is none. */
export function sharedRow(
	place: { readonly day: unknown; readonly courseCode: unknown; readonly activity: unknown },
	figureOf: (column: (typeof COLUMNS)[number]) => unknown,
	traffic: Traffic | null,
): SharedRow | null {
	const { day, courseCode } = place;
	const activity = ACTIVITIES.find((known) => known === place.activity);
	if (typeof day !== 'string' || !isDay(day) || activity === undefined) return null;
	if (typeof courseCode !== 'string' || !/^[0-9a-z]{10}$/.test(courseCode)) return null;
	const figures: Record<string, number | null> = {};
	for (const column of COLUMNS) {
		const figure = figureOf(column) ?? null;
		if (!isFigure(figure, column.unit) || (figure === null && NEEDED.includes(column.name))) return null;
		figures[column.name] = figure;
	}
	return { day, courseCode, activity, figures, traffic };
}

function isFigure(value: unknown, unit: (typeof COLUMNS)[number]['unit']): value is number | null {
	if (value === null) return true;
	if (typeof value !== 'number' || !(value >= -DUST && value <= (unit === 'share' ? 1 : MAX_AMOUNT))) return false;
	return unit !== 'count' || Number.isInteger(value);
}

/** Whether no day, course and activity stands twice among rows of one learner. */
export function areApart(rows: readonly SharedRow[]): boolean {
	return new Set(rows.map(({ day, courseCode, activity }) => `${day} ${courseCode} ${activity}`)).size === rows.length;
}
