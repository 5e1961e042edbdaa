import type { Wording } from './wording';

/** Days are written from their noon in UTC, so that no time zone moves them. */
export function noon(day: string): Date {
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

/** Whether a part of a written date is the first of a month. */
export function isFirst(part: { type: string; value: string }): boolean {
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
