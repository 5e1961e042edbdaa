import { noon } from './day-format';

/** A writer of months without their year, as they stand in a sentence: `novembre`. */
export function monthNameFormat(locale: string): (day: string) => string {
	const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
	return (day) => format.format(noon(day));
}
