import type { Range } from '@/utils/core/units/range';
import { ADEME_DATA_CENTRE, ADEME_GRID_GRAMS_PER_KWH } from './ademe-table';
import { WH_PER_KWH } from './device';
import { gridGramsPerKwh } from './grid';

/** Electricity in data centres per gigabyte served, by ADEME's package (from Netflix's report for 2019). */
export const DATA_CENTRE_WH_PER_GB = ADEME_DATA_CENTRE.whPerGb;

/** Making of servers and their building, per hour of video served: g of CO2e, by ADEME's package. */
export const DATA_CENTRE_MADE_GRAMS_PER_HOUR = ADEME_DATA_CENTRE.madeGramsPerHour;

/**
 * Grams of CO2e per gigabyte served. Nobody knows where the server stands: in the learner's country in the main figure (as
 * ADEME does for France), on French electricity at the low edge and on ADEME's European mix at the high one.
 */
export function dataCentreGramsPerGb(country: string): Range {
	const grid = gridGramsPerKwh(country);
	const kwhPerGb = DATA_CENTRE_WH_PER_GB / WH_PER_KWH;
	return {
		low: kwhPerGb * Math.min(grid.low, ADEME_GRID_GRAMS_PER_KWH.FR),
		central: kwhPerGb * grid.central,
		high: kwhPerGb * Math.max(grid.high, ADEME_GRID_GRAMS_PER_KWH.EU),
	};
}
