import type { Profile } from '@/utils/core/schema/profile';
import { type Bound, type Range, rangeOfBounds } from '@/utils/core/units/range';
import { ADEME_DEVICES } from './ademe-table';

/**
 * Years of use beyond ADEME's mean life in the low bound: the gain of the scenario "écoconception généralisée".
 * Source: ADEME and Arcep, digital footprint of France to 2030 and 2050, part 3, March 2023 (life of devices + 1 to 2 years); link in
 * `sources.ts`.
 */
export const LONGER_LIFE_YEARS = 2;

/**
 * Life in the high bound / ADEME's mean life: manufacturers count 4 years for a laptop where ADEME counts 5.
 * Source: Dell, Carbon footprint of a typical business laptop, 2010 (the paper behind it: O’Connell and Stutz, Product carbon
 * footprint assessment of Dell laptop); link in `sources.ts`. The same ratio is used for the other devices.
 */
export const SHORTER_LIFE_RATIO = 0.8;

/** Days of use a year in ADEME's package (rule `publicodes-commun . jours par an`). */
const DAYS_PER_YEAR = 365;

type Equipment = (typeof ADEME_DEVICES)[keyof typeof ADEME_DEVICES];

/** Years over which to spread the manufacture: ADEME's mean life, or the device's age if that is more. */
function lifeYears(equipment: Equipment, ageYears: number | null, bound: Bound): number {
	const expected = {
		low: Math.max(equipment.lifeYears, ageYears ?? 0) + LONGER_LIFE_YEARS,
		central: equipment.lifeYears,
		high: equipment.lifeYears * SHORTER_LIFE_RATIO,
	}[bound];
	return Math.max(expected, ageYears ?? 0);
}

function gramsPerHour(equipment: Equipment, ageYears: number | null, bound: Bound): number {
	return equipment.madeGrams / (lifeYears(equipment, ageYears, bound) * DAYS_PER_YEAR * equipment.hoursPerDay);
}

function mainEquipment(profile: Profile): Equipment {
	return ADEME_DEVICES[profile.device === 'desktop' ? 'tower' : profile.device];
}

/** Monitors besides the device: all screens of a desktop, one fewer where the device has its own. */
function monitorCount(profile: Profile): number {
	return profile.device === 'desktop' ? profile.screenCount : Math.max(0, profile.screenCount - 1);
}

/** Grams of CO2e to make, ship and scrap the device and its monitors, per hour of use. The profile's age is that of the device alone. */
export function madeGramsPerHour(profile: Profile, bound: Bound): number {
	return (
		gramsPerHour(mainEquipment(profile), profile.deviceAgeYears, bound) +
		monitorCount(profile) * gramsPerHour(ADEME_DEVICES.monitor, null, bound)
	);
}

/** Grams of CO2e per hour saved in manufacture if the device is used two years beyond its mean life, by ADEME (low) or by manufacturers (high). */
export function longerLifeGrams(profile: Profile): Range {
	const equipment = mainEquipment(profile);
	const least = gramsPerHour(equipment, null, 'low');
	const low = gramsPerHour(equipment, null, 'central') - least;
	const high = gramsPerHour(equipment, null, 'high') - least;
	return rangeOfBounds(low, high);
}

/** Watts of the device and its monitors in use. */
export function activeWatts(profile: Profile): number {
	return mainEquipment(profile).activeWatts + monitorCount(profile) * ADEME_DEVICES.monitor.activeWatts;
}
