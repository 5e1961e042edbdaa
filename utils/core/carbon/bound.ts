import type { Range } from '@/utils/core/units/range';

/** Which edge of an estimate a factor is for. */
export type Bound = keyof Range;

/** A range from a figure at each bound, e.g. grams under the low, the central and the high factors. */
export function rangeOf(at: (bound: Bound) => number): Range {
	return { low: at('low'), central: at('central'), high: at('high') };
}

/** The central figure and one published beside it, in order: the edges are the smaller and the larger of the two. */
export function between(central: number, other: number): Range {
	return { low: Math.min(central, other), central, high: Math.max(central, other) };
}
