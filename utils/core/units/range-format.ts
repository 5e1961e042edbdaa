import type { Range } from './range';
import { NBSP, type Wording } from './wording';

/** Digits of the upper bound that are kept: an order of magnitude with a second digit, no false precision. */
const SIGNIFICANT_DIGITS = 2;
const GRAMS_STEP = 1000;

/** More digits than are ever shown, fewer than binary fractions spoil (3 x 0.1). */
const CLEAN_DIGITS = 12;

/** Both bounds rounded to two significant digits of the upper one, which is above 0. */
function rounded(range: Range): { low: number; high: number } {
	const step = 10 ** (Math.floor(Math.log10(range.high)) - (SIGNIFICANT_DIGITS - 1));
	const roundToStep = (value: number) => Number((Math.round(value / step) * step).toPrecision(CLEAN_DIGITS));
	return { low: roundToStep(range.low), high: roundToStep(range.high) };
}

type WriteNumber = (value: number) => string;

/** Bounds in words; `last` writes the upper one, with its unit where it has one. */
function inWords(
	bounds: { low: number; high: number },
	number: WriteNumber,
	last: WriteNumber,
	words: Wording,
): string {
	if (bounds.high === bounds.low) return words.about + last(bounds.high);
	if (bounds.low <= 0) return words.upTo + last(bounds.high);
	return number(bounds.low) + words.to + last(bounds.high);
}

/** A writer of a range of plain numbers, for a text that adds the noun: `1,3 à 1,8`. */
export function spanFormat(locale: string, words: Wording): (range: Range) => string {
	const format = new Intl.NumberFormat(locale, { maximumFractionDigits: CLEAN_DIGITS });
	const number: WriteNumber = (value) => format.format(value);
	return (range) => (range.high > 0 ? inWords(rounded(range), number, number, words) : number(0));
}

/**
 * A writer of a range of grams: `16 à 21 g`, in mg, g or kg by the upper bound. Under a gram it goes down to
 * milligrams only when the lower bound can be told from zero there; else it says `moins de 1 g`.
 */
export function massFormat(locale: string, words: Wording): (range: Range) => string {
	const format = new Intl.NumberFormat(locale, { maximumFractionDigits: CLEAN_DIGITS });
	const number: WriteNumber = (value) => format.format(value);
	const unitFormat = (unit: string) =>
		new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: CLEAN_DIGITS });
	const [gram, kilogram] = [unitFormat('gram'), unitFormat('kilogram')];
	const grams: WriteNumber = (value) => gram.format(value);
	const kilograms: WriteNumber = (value) => kilogram.format(value);
	// Intl has no milligram: the unit is written in front of its gram.
	const milligrams: WriteNumber = (value) =>
		gram
			.formatToParts(value)
			.map((part) => (part.type === 'unit' ? `m${part.value}` : part.value))
			.join('');
	return (range) => {
		if (range.high <= 0) return grams(0);
		const inGrams = rounded(range);
		if (inGrams.high >= GRAMS_STEP) {
			return inWords({ low: inGrams.low / GRAMS_STEP, high: inGrams.high / GRAMS_STEP }, number, kilograms, words);
		}
		if (inGrams.high >= 1) return inWords(inGrams, number, grams, words);
		const inMilligrams = rounded({ ...range, low: range.low * GRAMS_STEP, high: range.high * GRAMS_STEP });
		if (inMilligrams.high < 1 || inMilligrams.low < 1) return words.lessThan + grams(1);
		return inWords(inMilligrams, number, milligrams, words);
	};
}

/** The substance after a mass: CO2 equivalent. */
export const CO2E = `${NBSP}CO₂e`;
