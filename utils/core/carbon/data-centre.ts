import type { Range } from '@/utils/core/units/range';
import { ADEME_DATA_CENTRE, ADEME_GRID_GRAMS_PER_KWH } from './ademe-table';
import { gridGramsPerKwh } from './grid';
import { WH_PER_KWH } from './use';

/**
 * Grams of CO2e per gigabyte served. The server's location is unknown: the main figure assumes the learner's country (as ADEME
 * does for France), the lower bound French electricity, and the upper bound ADEME's European mix.
 */
export function dataCentreGramsPerGb(country: string): Range {
	const grid = gridGramsPerKwh(country);
	const kwhPerGb = ADEME_DATA_CENTRE.whPerGb / WH_PER_KWH;
	return {
		low: kwhPerGb * Math.min(grid.low, ADEME_GRID_GRAMS_PER_KWH.FR),
		central: kwhPerGb * grid.central,
		high: kwhPerGb * Math.max(grid.high, ADEME_GRID_GRAMS_PER_KWH.EU),
	};
}
