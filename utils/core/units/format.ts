import { dateFormat, monthFormat, weekdayFormat } from './day-format';
import type { Range } from './range';
import { CO2E, massFormat, spanFormat } from './range-format';
import { bytesFormat, durationFormat, shareFormat } from './scale-format';
import { wordingFor } from './wording';

/** Formats figures in a language. Spaces inside a figure are the (narrow) no-break ones of `Intl`. */
export type Format = Readonly<ReturnType<typeof createFormat>>;

/** The formatter for a BCP 47 language tag: the language of the page's texts, not always the browser's. */
export function createFormat(locale: string) {
	const words = wordingFor(locale);
	const mass = massFormat(locale, words);
	const oneMass = massFormat(locale, { ...words, about: '' });
	const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
	return {
		/** BCP 47 tag of the language. */
		locale,
		/** Bytes in decimal units, `1,8 Go`; only 0 is written 0. */
		bytes: bytesFormat(locale),
		/** A share, 0 to 1, `91 %`; only exactly 0 and 1 are written 0 % and 100 %. */
		share: shareFormat(locale),
		/** Milliseconds, `40 s`, `58 min`, `3 h 20`. */
		duration: durationFormat(locale, words.hasBareMinutes),
		/** A range of grams of CO2e, `16 à 21 g CO₂e`. */
		grams: (range: Range) => mass(range) + CO2E,
		/** The upper bound of such a range, `21 g CO₂e`. */
		mostGrams: ({ high }: Range) => oneMass({ low: high, central: high, high }) + CO2E,
		/** A range where a title already names CO2e, `16 à 21 g`. */
		mass,
		/** A range of plain numbers, `1,3 à 1,8`. */
		span: spanFormat(locale, words),
		/** An integer, `12 345`. */
		count: (value: number) => count.format(value),
		/** The weekday of a `YYYY-MM-DD`, `lun.` or `L`. */
		weekday: weekdayFormat(locale),
		/** A `YYYY-MM-DD` without its year, `lundi 23 novembre`. */
		date: dateFormat(locale, words),
		/** The month of a `YYYY-MM-DD`, `novembre 2026`. */
		month: monthFormat(locale),
	};
}
