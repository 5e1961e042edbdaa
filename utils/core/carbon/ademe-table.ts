// Made by `node scripts/carbon-table.ts` from @incubateur-ademe/publicodes-acv-numerique 2.1.0: run it again rather than edit.

/** Version of the package that these figures come from. */
export const ADEME_VERSION = '2.1.0';

/** Grams of CO2e to make, ship and scrap a device; years of life; hours of use a day; watts in use. */
export const ADEME_DEVICES = {
	laptop: { madeGrams: 185090, lifeYears: 5, hoursPerDay: 3, activeWatts: 26.5 },
	tower: { madeGrams: 268550, lifeYears: 6, hoursPerDay: 4, activeWatts: 70 },
	monitor: { madeGrams: 69840, lifeYears: 6, hoursPerDay: 4, activeWatts: 50 },
	tablet: { madeGrams: 84294, lifeYears: 3, hoursPerDay: 2.5, activeWatts: 20 },
	phone: { madeGrams: 79516, lifeYears: 2.5, hoursPerDay: 3, activeWatts: 4.5 },
	tv: { madeGrams: 340160, lifeYears: 8, hoursPerDay: 3, activeWatts: 65 },
} as const;

/** Grams of CO2e per gigabyte over the network, in France and in Europe; "box" is the home router. */
export const ADEME_NETWORK_GRAMS_PER_GB = {
	FR: { fixed: 9.26935, fixedWithoutBox: 2.59, mobile: 24.6837 },
	EU: { fixed: 30.8082, fixedWithoutBox: 14.4, mobile: 96.0097 },
} as const;

/** Grams of CO2e per kilowatt-hour. */
export const ADEME_GRID_GRAMS_PER_KWH = {
	FR: 51.9,
	EU: 410.4,
	US: 547.2,
	CN: 871.2,
} as const;

/** Data centre: electricity per gigabyte served, and grams of CO2e of its making per hour of video. */
export const ADEME_DATA_CENTRE = {
	whPerGb: 1.94708,
	madeGramsPerHour: 0.236636,
} as const;
