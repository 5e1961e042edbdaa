import { isDay, shiftDay, weekOf } from './day';

const MONTH_LENGTH = 'YYYY-MM'.length;

/** The month of a day, `2026-11`. */
export function monthOf(day: string): string {
	return day.slice(0, MONTH_LENGTH);
}

/** Whether a text (of an address) names a month. */
export function isMonth(text: string): boolean {
	return isDay(`${text}-01`);
}

/** The days of a month, the first of them first. Throws a RangeError for what is no month. */
export function daysOfMonth(month: string): readonly string[] {
	const days: string[] = [];
	for (let day = `${month}-01`; monthOf(day) === month; day = shiftDay(day, 1)) days.push(day);
	return days;
}

/** The month before. Throws a RangeError for what is no month. */
export function monthBefore(month: string): string {
	return monthOf(shiftDay(`${month}-01`, -1));
}

/** The month after. Throws a RangeError for what is no month. */
export function monthAfter(month: string): string {
	return monthOf(shiftDay(daysOfMonth(month).at(-1) as string, 1));
}

/** The ISO 8601 weeks that have a day in a month. */
export function weeksOfMonth(month: string): readonly string[] {
	return [...new Set(daysOfMonth(month).map(weekOf))];
}
