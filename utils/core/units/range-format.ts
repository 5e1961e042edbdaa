import { type Range, scaleRange } from './range';
import { NBSP, unbroken, type Wording, wordingFor } from './wording';

/** Significant digits of the upper bound: more would suggest a precision that an estimate does not have. */
const SIGNIFICANT_DIGITS = 2;
const UNIT_STEP = 1000;

/** More digits than are ever shown, few enough to hide the errors of binary fractions (3 x 0.1). */
const CLEAN_DIGITS = 12;

/** Both bounds rounded to two significant digits of the upper one, which is above 0. */
function rounded(range: Range): { low: number; high: number } {
	const step = 10 ** (Math.floor(Math.log10(range.high)) - (SIGNIFICANT_DIGITS - 1));
	const roundToStep = (value: number) => Number((Math.round(value / step) * step).toPrecision(CLEAN_DIGITS));
	return { low: roundToStep(range.low), high: roundToStep(range.high) };
}

type FormatNumber = (value: number) => string;

/** Bounds as text; `last` formats the upper one, with its unit if any. */
function rangeText(
	bounds: { low: number; high: number },
	number: FormatNumber,
	last: FormatNumber,
	words: Wording,
): string {
	if (bounds.high === bounds.low) return words.about + last(bounds.high);
	if (bounds.low <= 0) return words.upTo + last(bounds.high);
	return number(bounds.low) + words.to + last(bounds.high);
}

/** A formatter of ranges of plain numbers, for texts that add the noun: `1,3 à 1,8`. */
export function spanFormat(locale: string, words: Wording): (range: Range) => string {
	const format = new Intl.NumberFormat(locale, { maximumFractionDigits: CLEAN_DIGITS });
	const number: FormatNumber = (value) => format.format(value);
	return (range) => (range.high > 0 ? rangeText(rounded(range), number, number, words) : number(0));
}

/** A formatter of ranges of grams: `16 à 21 g`, in g or kg by the upper bound; below one gram `moins de 1 g`. */
export function massFormat(locale: string, words: Wording): (range: Range) => string {
	const format = new Intl.NumberFormat(locale, { maximumFractionDigits: CLEAN_DIGITS });
	const number: FormatNumber = (value) => format.format(value);
	const unitFormat = (unit: string) =>
		new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: CLEAN_DIGITS });
	const [gram, kilogram] = [unitFormat('gram'), unitFormat('kilogram')];
	const grams: FormatNumber = (value) => unbroken(gram.format(value));
	const kilograms: FormatNumber = (value) => unbroken(kilogram.format(value));
	return (range) => {
		if (range.high <= 0) return grams(0);
		const inGrams = rounded(range);
		if (inGrams.high >= UNIT_STEP) {
			return rangeText({ low: inGrams.low / UNIT_STEP, high: inGrams.high / UNIT_STEP }, number, kilograms, words);
		}
		return inGrams.high >= 1 ? rangeText(inGrams, number, grams, words) : words.lessThan + grams(1);
	};
}

/** Follows a mass: CO2 equivalent. */
export const CO2E = `${NBSP}CO₂e`;

/** A formatter of ranges of watt-hours: `36 à 45 Wh`, from a thousand on in kWh. `Intl` has neither unit. */
export function energyFormat(locale: string): (wattHours: Range) => string {
	const span = spanFormat(locale, wordingFor(locale));
	return (wattHours) =>
		wattHours.high < UNIT_STEP
			? `${span(wattHours)}${NBSP}Wh`
			: `${span(scaleRange(wattHours, 1 / UNIT_STEP))}${NBSP}kWh`;
}
