const DAY_MS = 86_400_000;
const DAYS_IN_WEEK = 7;
/** ISO 8601: a week belongs to the year of its Thursday, the fourth day. */
const THURSDAY = 3;

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const WEEK_SHAPE = /^(\d{4})-W(\d{2})$/;

/** The days that four digits of a year name, from a Monday on: those before and after have no text of this shape. */
const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9999-12-31';

/** Noon UTC of a day: UTC has no summer time, so whole days can be added safely. Null for anything that is no day. */
function momentOf(day: unknown): number | null {
	if (typeof day !== 'string' || !DAY_SHAPE.test(day) || day < FIRST_DAY) return null;
	// Not `Date.UTC`, which takes the year 50 for 1950.
	const ms = Date.parse(`${day}T12:00:00Z`);
	return Number.isNaN(ms) || dayAt(ms) !== day ? null : ms;
}

function noonMs(day: string): number {
	const ms = momentOf(day);
	if (ms === null) throw new RangeError(`not a day: ${day}`);
	return ms;
}

/** The day of a moment in UTC, the first or the last one where it is outside. */
function dayAt(ms: number): string {
	const date = new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS));
	return date.toISOString().slice(0, DAY_LENGTH);
}

const DAY_LENGTH = LAST_DAY.length;
const FIRST_MS = Date.parse(`${FIRST_DAY}T12:00:00Z`);
const LAST_MS = Date.parse(`${LAST_DAY}T12:00:00Z`);

/** Days since Monday, 0 to 6. */
function weekdayAt(ms: number): number {
	return (new Date(ms).getUTCDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK;
}

function pad(value: number, length: number): string {
	return String(value).padStart(length, '0');
}

/** The local day of a moment, `YYYY-MM-DD`, in the time zone of the machine. */
export function dayOf(date: Date): string {
	return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/**
 * The day `count` days later; earlier if it is negative. At most the first or last day of the calendar. Throws a RangeError for an
 * invalid day.
 */
export function shiftDay(day: string, count: number): string {
	return dayAt(noonMs(day) + count * DAY_MS);
}

/** Whether a value is an existing day, `YYYY-MM-DD` of the years 1 to 9999. Never throws. */
export function isDay(value: unknown): boolean {
	return momentOf(value) !== null;
}

/** Whether a day is after tomorrow: later than today anywhere on Earth, so that only a wrong clock or a forged file has it. */
export function isFuture(day: string, today: string): boolean {
	return day > shiftDay(today, 1);
}

/** The ISO 8601 week of a day, `2026-W48`. Throws a RangeError for an invalid day. */
export function weekOf(day: string): string {
	const ms = noonMs(day);
	const thursday = dayAt(ms + (THURSDAY - weekdayAt(ms)) * DAY_MS);
	const year = thursday.slice(0, 4);
	const dayOfYear = (noonMs(thursday) - noonMs(`${year}-01-01`)) / DAY_MS;
	return `${year}-W${pad(Math.floor(dayOfYear / DAYS_IN_WEEK) + 1, 2)}`;
}

/** Monday of a week; null for an invalid ISO 8601 week, such as week 53 of a year with 52. */
function mondayOf(week: unknown): string | null {
	if (typeof week !== 'string') return null;
	const [, year, number] = WEEK_SHAPE.exec(week) ?? [];
	if (!isDay(`${year}-01-04`)) return null;
	const january4 = noonMs(`${year}-01-04`); // always in week 1
	const monday = dayAt(january4 + ((Number(number) - 1) * DAYS_IN_WEEK - weekdayAt(january4)) * DAY_MS);
	return weekOf(monday) === week ? monday : null;
}

/** Whether a value is an existing ISO 8601 week, `2026-W48`. Never throws. */
export function isWeek(value: unknown): boolean {
	return mondayOf(value) !== null;
}

/** The seven days of a week, Monday first. Throws a RangeError for an invalid week. */
export function daysOfWeek(week: string): readonly string[] {
	const monday = mondayOf(week);
	if (monday === null) throw new RangeError(`not a week: ${week}`);
	return Array.from({ length: DAYS_IN_WEEK }, (_, index) => shiftDay(monday, index));
}

/** The week `count` weeks later; earlier if it is negative. Throws a RangeError for an invalid week. */
export function shiftWeek(week: string, count: number): string {
	const [monday = ''] = daysOfWeek(week);
	return weekOf(shiftDay(monday, count * DAYS_IN_WEEK));
}
