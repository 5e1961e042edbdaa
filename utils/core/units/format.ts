import { dateFormat, monthFormat, weekdayFormat } from './day-format';
import type { Range } from './range';
import { CO2E, massFormat, spanFormat } from './range-format';
import { bytesFormat, durationFormat, shareFormat } from './scale-format';
import { wordingFor } from './wording';

/** Formats figures in a language. Spaces inside a figure are the (narrow) no-break ones of `Intl`. */
export interface Format {
	/** BCP 47 tag of the language. */
	readonly locale: string;
	/** Bytes in decimal units, `1,8 Go`; only 0 is written 0. */
	bytes(bytes: number): string;
	/** A share, 0 to 1, `91 %`; only exactly 0 and 1 are written 0 % and 100 %. */
	share(share: number): string;
	/** Milliseconds, `40 s`, `58 min`, `3 h 20`. */
	duration(ms: number): string;
	/** A range of grams of CO2e, `16 à 21 g CO₂e`. */
	grams(grams: Range): string;
	/** The same where a title already names CO2e, `16 à 21 g`. */
	mass(grams: Range): string;
	/** A range of plain numbers, `1,3 à 1,8`. */
	span(range: Range): string;
	/** A whole number, `12 345`. */
	count(count: number): string;
	/** The weekday of a `YYYY-MM-DD`, `lun.` or `L`. */
	weekday(day: string, style: 'short' | 'narrow'): string;
	/** A `YYYY-MM-DD` in full, `lundi 23 novembre`. */
	date(day: string): string;
	/** The month of a `YYYY-MM-DD`, `novembre 2026`. */
	month(day: string): string;
}

/** The formatter for a BCP 47 language tag: the language of the page's texts, not always the browser's. */
export function createFormat(locale: string): Format {
	const words = wordingFor(locale);
	const mass = massFormat(locale, words);
	const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
	return {
		locale,
		bytes: bytesFormat(locale),
		share: shareFormat(locale),
		duration: durationFormat(locale, words.hasBareMinutes),
		grams: (range) => mass(range) + CO2E,
		mass,
		span: spanFormat(locale, words),
		count: (value) => count.format(value),
		weekday: weekdayFormat(locale),
		date: dateFormat(locale, words),
		month: monthFormat(locale),
	};
}
