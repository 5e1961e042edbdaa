import type { Range } from './range';

const BYTES_PER_MB = 1_000_000;
const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;
const STEP = 1_000;
const DIGITS = 2;

/**
 * Short figures for a notification in the language of a BCP 47 tag: two significant digits and the unit that `Intl` writes.
 * Apart from `createFormat`, which is too large for the background.
 */
export function briefFormat(locale: string) {
	const numberFormat = (unit: string) =>
		new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: DIGITS });
	/** An amount in the smaller unit; from `step` on, in the larger. */
	const scaled = (value: number, step: number, small: string, large: string) =>
		value < step ? numberFormat(small).format(value) : numberFormat(large).format(value / step);
	return {
		/** Bytes, `870 Mo` or `1,2 Go`. */
		bytes: (bytes: number) => scaled(bytes / BYTES_PER_MB, STEP, 'megabyte', 'gigabyte'),
		/** Milliseconds, `40 min` or `2,2 h`. */
		time: (ms: number) => scaled(ms / MINUTE_MS, MINUTES_PER_HOUR, 'minute', 'hour'),
		/** A range of grams without substance, `60–120 g`. */
		mass: ({ low, high }: Range) =>
			high < STEP
				? numberFormat('gram').formatRange(low, high)
				: numberFormat('kilogram').formatRange(low / STEP, high / STEP),
	};
}

/** Megabytes from which the figure would round to four digits; it is then written in thousands. */
const THOUSANDS_FROM = 999.5;
/** Figures below this are written with one decimal. */
const WHOLE_FROM = 9.95;
/** The smallest figure that one decimal can show, and the amount from which it is rounded up to it. */
const SMALLEST = 0.1;
const SMALLEST_FROM = 0.05;

/** Megabytes in at most four characters for the toolbar badge, without the unit: `0.4`, `12`, `1.2k`. Only 0 is written 0. */
export function shortMegabytes(bytes: number, locale: string): string {
	const format = (value: number) =>
		new Intl.NumberFormat(locale, { maximumFractionDigits: value < WHOLE_FROM ? 1 : 0, useGrouping: false }).format(
			value,
		);
	const megabytes = bytes / BYTES_PER_MB;
	if (megabytes >= THOUSANDS_FROM) return `${format(megabytes / STEP)}k`;
	return megabytes > 0 && megabytes < SMALLEST_FROM ? `<${format(SMALLEST)}` : format(megabytes);
}
