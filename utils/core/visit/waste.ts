import type { Waste } from '@/utils/core/schema/waste';
import { add, combineParts, subtract } from './parts';

export const NO_WASTE: Waste = {};

export function addWaste(a: Waste, b: Waste): Waste {
	return combineParts(a, b, add);
}

/** `a` without `b`, which was added to it before. */
export function subtractWaste(a: Waste, b: Waste): Waste {
	return combineParts(a, b, subtract);
}

/** The `waste` field of a record; absent where nothing was found. */
export function carryWaste(waste: Waste): { readonly waste?: Waste } {
	return Object.keys(waste).length > 0 ? { waste } : {};
}
