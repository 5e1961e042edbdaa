import { daysOfWeek } from './day';
import type { Wording } from './wording';

/** Days are written from their noon in UTC, so that no time zone moves them. */
function noon(day: string): Date {
	return new Date(`${day}T12:00:00Z`);
}

/** A writer of weekdays: `lun.` or `L`. */
export function weekdayFormat(locale: string): (day: string, style: 'short' | 'narrow') => string {
	const formats = {
		short: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
		narrow: new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' }),
	};
	return (day, style) => formats[style].format(noon(day));
}

function isFirst(part: { type: string; value: string }): boolean {
	return part.type === 'day' && part.value === '1';
}

/** A writer of a day in full, without its year: `lundi 23 novembre`. */
export function dateFormat(locale: string, words: Wording): (day: string) => string {
	const format = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
	return (day) =>
		format
			.formatToParts(noon(day))
			.map((part) => (words.hasOrdinalFirst && isFirst(part) ? '1er' : part.value))
			.join('');
}

/** A writer of months with their year: `novembre 2026`. */
export function monthFormat(locale: string): (day: string) => string {
	const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return (day) => format.format(noon(day));
}

/** A writer of weeks by their first and last day: `23 au 29 novembre 2026`. */
export function weekSpanFormat(locale: string, words: Wording): (week: string) => string {
	const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
	return (week) => {
		const days = daysOfWeek(week);
		const parts = format.formatRangeToParts(noon(days.at(0) as string), noon(days.at(-1) as string));
		const separator = parts.findIndex((_, index) => parts[index + 1]?.source === 'endRange');
		return parts
			.map((part, index) => {
				if (index === separator && words.toDay !== null) return words.toDay;
				return words.hasOrdinalFirst && isFirst(part) ? '1er' : part.value;
			})
			.join('');
	};
}
