/** An estimate: the same quantity at its lower bound, at its main figure and at its upper bound, all in one unit. */
export interface Range {
	readonly low: number;
	readonly central: number;
	readonly high: number;
}

export const ZERO_RANGE: Range = { low: 0, central: 0, high: 0 };

/** The sum of ranges, bound by bound: bounds of one cause (a factor, a life time) move together, so they add up. */
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
