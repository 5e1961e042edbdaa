import type { Range } from '@/utils/core/units/range';
import { ADEME_GRID_GRAMS_PER_KWH } from './ademe-table';
import { EMBER_GRID, EMBER_WORLD_GRAMS_PER_KWH } from './grid-table';

const EMBER_BY_COUNTRY: ReadonlyMap<string, number> = new Map(
	Array.from(EMBER_GRID.matchAll(/([A-Z]{2})([\d.]+)/g), ([, country = '', grams]) => [country, Number(grams)]),
);

/** Countries of known electricity, ISO 3166-1 alpha-2, sorted by code. */
export const COUNTRIES: readonly string[] = [...EMBER_BY_COUNTRY.keys()];

/** Countries for which ADEME's package has a figure. */
const ADEME_COUNTRIES: Readonly<Record<string, number>> = {
	FR: ADEME_GRID_GRAMS_PER_KWH.FR,
	US: ADEME_GRID_GRAMS_PER_KWH.US,
	CN: ADEME_GRID_GRAMS_PER_KWH.CN,
};

/** Grams of CO2e per kWh by Ember (see `grid-table.ts`); the world's mean for a country it does not know. */
export function emberGramsPerKwh(country: string): number {
	return EMBER_BY_COUNTRY.get(country) ?? EMBER_WORLD_GRAMS_PER_KWH;
}

/**
 * Grams of CO2e per kWh of a country's electricity: ADEME's figure if it publishes one, else Ember's. Where both exist, they are
 * the bounds (France: Ember 44.18 in 2024; ADEME 51.9 over 2021 to 2024, construction of the power stations included).
 */
export function gridGramsPerKwh(country: string): Range {
	const ember = emberGramsPerKwh(country);
	const central = ADEME_COUNTRIES[country] ?? ember;
	return { low: Math.min(central, ember), central, high: Math.max(central, ember) };
}
