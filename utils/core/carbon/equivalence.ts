import { type Range, scaleRange } from '@/utils/core/units/range';

/** Day on which the rows were read from ADEME's Impact CO2; `sources.ts` says where. */
export const EQUIVALENCES_READ_ON = '2026-11-23';

type EquivalenceUnit = 'km' | 'meal' | 'litre' | 'device';

/** Fewer grams have no everyday equivalent. */
const LEAST_GRAMS = 1;

interface Row {
	readonly id: string;
	readonly unit: EquivalenceUnit;
	readonly gramsPerUnit: number;
	/** Amounts that a reader can imagine: 100 m by car, not 3 mm. */
	readonly leastAmount: number;
	readonly mostAmount: number;
}

/**
 * Grams of CO2e per unit. Source: ADEME, Impact CO2, open data, read on {@link EQUIVALENCES_READ_ON} (the car was 217.6 g/km in older
 * tools). The best known come first and are preferred.
 */
export const EQUIVALENCES = [
	{ id: 'car', unit: 'km', gramsPerUnit: 142.3, leastAmount: 0.05, mostAmount: 5000 },
	{ id: 'tgv', unit: 'km', gramsPerUnit: 2.93, leastAmount: 0.2, mostAmount: 2000 },
	{ id: 'vegetarian-meal', unit: 'meal', gramsPerUnit: 850, leastAmount: 0.1, mostAmount: 100 },
	{ id: 'beef-meal', unit: 'meal', gramsPerUnit: 4970, leastAmount: 1, mostAmount: 100 },
	{ id: 'laptop', unit: 'device', gramsPerUnit: 192_600, leastAmount: 0.1, mostAmount: 1e6 },
	{ id: 'smartphone', unit: 'device', gramsPerUnit: 80_200, leastAmount: 0.1, mostAmount: 1e6 },
	{ id: 'tea', unit: 'litre', gramsPerUnit: 43.6, leastAmount: 0.1, mostAmount: 10 },
	{ id: 'metro', unit: 'km', gramsPerUnit: 4.44, leastAmount: 0.1, mostAmount: 50 },
	{ id: 'e-bike', unit: 'km', gramsPerUnit: 10.95, leastAmount: 0.05, mostAmount: 100 },
	{ id: 'electric-car', unit: 'km', gramsPerUnit: 67.4, leastAmount: 0.05, mostAmount: 5000 },
] as const satisfies readonly Row[];

export type EquivalenceId = (typeof EQUIVALENCES)[number]['id'];

/** Grams expressed as something familiar. */
export interface Equivalence {
	readonly id: EquivalenceId;
	readonly unit: EquivalenceUnit;
	/** In `unit`. */
	readonly amount: Range;
}

const MOST_SHOWN = 3;

/** Two or three equivalences that a reader can imagine at this size, the best known first; none below a gram. */
export function equivalencesFor(grams: Range): Equivalence[] {
	if (grams.central < LEAST_GRAMS) return [];
	return EQUIVALENCES.filter(({ gramsPerUnit, leastAmount, mostAmount }) => {
		const amount = grams.central / gramsPerUnit;
		return amount >= leastAmount && amount <= mostAmount;
	})
		.slice(0, MOST_SHOWN)
		.map(({ id, unit, gramsPerUnit }) => ({ id, unit, amount: scaleRange(grams, 1 / gramsPerUnit) }));
}
