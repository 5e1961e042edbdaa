import type { Range } from './range';

const MB = 1_000_000;
const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;
const STEP = 1_000;
const DIGITS = 2;

/** Writes a week's figures where a glance must do, as in a notification: two digits, in whole words of the browser's own. */
export interface BriefFormat {
	/** Bytes, `870 Mo` or `1,2 Go`. */
	bytes(bytes: number): string;
	/** Milliseconds, `40 min` or `2,2 h`. */
	time(ms: number): string;
	/** A range of grams without substance, `60–120 g`. */
	mass(grams: Range): string;
}

/** The writer for a BCP 47 language tag. It stands alone: the long one is too heavy for the background. */
export function briefFormat(locale: string): BriefFormat {
	const writer = (unit: string) =>
		new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: DIGITS });
	/** An amount in the smaller unit, or from `step` of them on in the larger. */
	const scaled = (value: number, step: number, small: string, large: string) =>
		value < step ? writer(small).format(value) : writer(large).format(value / step);
	return {
		bytes: (bytes) => scaled(bytes / MB, STEP, 'megabyte', 'gigabyte'),
		time: (ms) => scaled(ms / MINUTE_MS, MINUTES_PER_HOUR, 'minute', 'hour'),
		mass: ({ low, high }) =>
			high < STEP ? writer('gram').formatRange(low, high) : writer('kilogram').formatRange(low / STEP, high / STEP),
	};
}
