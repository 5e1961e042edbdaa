import { isDay, shiftDay, weekOf } from './day';

const MONTH_LENGTH = 'YYYY-MM'.length;

/** The month of a day, `2026-11`. */
export function monthOf(day: string): string {
	return day.slice(0, MONTH_LENGTH);
}

/** Whether a text is a month, `YYYY-MM`. */
export function isMonth(text: string): boolean {
	return isDay(`${text}-01`);
}

/** The days of a month in order. Throws a RangeError for an invalid month. */
export function daysOfMonth(month: string): readonly string[] {
	const days: string[] = [];
	for (let day = `${month}-01`; monthOf(day) === month; day = shiftDay(day, 1)) days.push(day);
	return days;
}

/** The month before. Throws a RangeError for an invalid month. */
export function monthBefore(month: string): string {
	return monthOf(shiftDay(`${month}-01`, -1));
}

/** The month after. Throws a RangeError for an invalid month. */
export function monthAfter(month: string): string {
	return monthOf(shiftDay(daysOfMonth(month).at(-1) as string, 1));
}

/** The ISO 8601 weeks with at least one day in a month. */
export function weeksOfMonth(month: string): readonly string[] {
	return [...new Set(daysOfMonth(month).map(weekOf))];
}
