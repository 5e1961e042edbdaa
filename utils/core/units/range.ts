/** An estimate: lower bound, main figure and upper bound of a quantity, in one unit. */
export interface Range {
	readonly low: number;
	readonly central: number;
	readonly high: number;
}

/** One of the three figures of an estimate. */
export type Bound = keyof Range;

export const ZERO_RANGE: Range = { low: 0, central: 0, high: 0 };

/** A range from a function that gives the figure at each bound, e.g. grams under the low, central and high factors. */
export function rangeOf(at: (bound: Bound) => number): Range {
	return { low: at('low'), central: at('central'), high: at('high') };
}

/** A range of which only the bounds were published; nobody published its middle. */
export function rangeOfBounds(low: number, high: number): Range {
	return { low, central: (low + high) / 2, high };
}

/** The sum of ranges, bound by bound: bounds with one cause (a factor, a lifetime) vary together, so they add up. */
export function addRanges(...ranges: readonly Range[]): Range {
	return ranges.reduce(
		(sum, range) => ({ low: sum.low + range.low, central: sum.central + range.central, high: sum.high + range.high }),
		ZERO_RANGE,
	);
}

/** The range times a factor of at least 0 (a negative factor would swap the bounds). */
export function scaleRange(range: Range, factor: number): Range {
	return { low: range.low * factor, central: range.central * factor, high: range.high * factor };
}
