import type { Range } from '@/utils/core/units/range';
import { ADEME_GRID_GRAMS_PER_KWH } from './ademe-table';
import { between } from './bound';
import { EMBER_GRID, EMBER_WORLD_GRAMS_PER_KWH } from './grid-table';

const EMBER_BY_COUNTRY: ReadonlyMap<string, number> = new Map(
	Array.from(EMBER_GRID.matchAll(/([A-Z]{2})([\d.]+)/g), ([, country = '', grams]) => [country, Number(grams)]),
);

/** Countries whose electricity is known, ISO 3166-1 alpha-2, sorted by code. */
export const COUNTRIES: readonly string[] = [...EMBER_BY_COUNTRY.keys()];

/** Countries that ADEME's package has a figure of its own for. */
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
 * Grams of CO2e per kWh of a country's electricity: ADEME's where it publishes one, Ember's elsewhere. Where both do, they
 * are the two edges (France: Ember 44.18 in 2024, ADEME 51.9 over 2021 to 2024, with the making of the power stations).
 */
export function gridGramsPerKwh(country: string): Range {
	const ember = emberGramsPerKwh(country);
	return between(ADEME_COUNTRIES[country] ?? ember, ember);
}
