import { daysOfWeek } from './day';
import { isFirst, noon } from './day-format';
import { wordingFor } from './wording';

/** A writer of ISO 8601 weeks by their first and last day: `23 au 29 novembre 2026`. Apart from `Format`, which the popup pays for too. */
export function weekSpanFormat(locale: string): (week: string) => string {
	const words = wordingFor(locale);
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
