import { daysOfWeek } from './day';
import { type Wording, wordingFor } from './wording';

/** Noon UTC of a day: formatted in UTC, it is the same day in every time zone. */
function noon(day: string): Date {
	return new Date(`${day}T12:00:00Z`);
}

/** A formatter of weekdays: `lun.` or `L`. */
export function weekdayFormat(locale: string): (day: string, style: 'short' | 'narrow') => string {
	const formats = {
		short: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
		narrow: new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' }),
	};
	return (day, style) => formats[style].format(noon(day));
}

/** The text of a part of a formatted date; in French the first of a month is an ordinal. */
function partText(part: Intl.DateTimeFormatPart, words: Wording): string {
	return words.hasOrdinalFirst && part.type === 'day' && part.value === '1' ? '1er' : part.value;
}

/** A formatter of full dates without their year: `lundi 23 novembre`. */
export function dateFormat(locale: string, words: Wording): (day: string) => string {
	const format = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
	return (day) =>
		format
			.formatToParts(noon(day))
			.map((part) => partText(part, words))
			.join('');
}

/** A formatter of months with their year: `novembre 2026`. */
export function monthFormat(locale: string): (day: string) => string {
	const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return (day) => format.format(noon(day));
}

/** A formatter of months as within a sentence, without their year: `novembre`. */
export function monthNameFormat(locale: string): (day: string) => string {
	const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
	return (day) => format.format(noon(day));
}

/** A formatter of ISO 8601 weeks by their first and last day: `23 au 29 novembre 2026`. */
export function weekSpanFormat(locale: string): (week: string) => string {
	const words = wordingFor(locale);
	const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
	return (week) => {
		const days = daysOfWeek(week);
		const parts = format.formatRangeToParts(noon(days.at(0) as string), noon(days.at(-1) as string));
		const separator = parts.findIndex((_, index) => parts[index + 1]?.source === 'endRange');
		return parts
			.map((part, index) => (index === separator && words.toDay !== null ? words.toDay : partText(part, words)))
			.join('');
	};
}
