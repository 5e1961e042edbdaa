const DAY_MS = 86_400_000;
const DAYS_IN_WEEK = 7;
/** ISO 8601: a week belongs to the year of its Thursday, the fourth day. */
const THURSDAY = 3;

const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const WEEK_SHAPE = /^(\d{4})-W(\d{2})$/;

/** Noon UTC of a day: UTC has no summer time, so whole days can be added safely. */
function noonMs(day: string): number {
	const [, year, month, date] = DAY_SHAPE.exec(day) ?? [];
	const ms = Date.UTC(Number(year), Number(month) - 1, Number(date), 12);
	if (Number.isNaN(ms) || dayAt(ms) !== day) throw new RangeError(`not a day: ${day}`);
	return ms;
}

function dayAt(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}

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

/** The day `count` days later; earlier if it is negative. Throws a RangeError for an invalid day. */
export function shiftDay(day: string, count: number): string {
	return dayAt(noonMs(day) + count * DAY_MS);
}

/** Whether a text is an existing day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
	const ms = Date.parse(`${text}T12:00:00Z`);
	return DAY_SHAPE.test(text) && !Number.isNaN(ms) && dayAt(ms) === text;
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
function mondayOf(week: string): string | null {
	const [, year, number] = WEEK_SHAPE.exec(week) ?? [];
	if (year === undefined) return null;
	const january4 = noonMs(`${year}-01-04`); // always in week 1
	const monday = dayAt(january4 + ((Number(number) - 1) * DAYS_IN_WEEK - weekdayAt(january4)) * DAY_MS);
	return weekOf(monday) === week ? monday : null;
}

/** Whether a text is an existing ISO 8601 week, `2026-W48`. */
export function isWeek(text: string): boolean {
	return mondayOf(text) !== null;
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
