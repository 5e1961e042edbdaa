import { SWDV4 } from '@/node_modules/@tgwf/co2/dist/esm/constants/index.js';
import { ADEME_DATA_CENTRE, ADEME_DEVICES, ADEME_GRID_GRAMS_PER_KWH, ADEME_NETWORK_GRAMS_PER_GB } from './ademe-table';
import { LONGER_LIFE_YEARS, SHORTER_LIFE_RATIO } from './device';
import { EQUIVALENCES } from './equivalence';
import { emberGramsPerKwh } from './grid';
import { EMBER_WORLD_GRAMS_PER_KWH } from './grid-table';
import { CONVENTIONAL_WH_PER_GB, FR_MOBILE_UPPER_GRAMS_PER_GB, NETWORK_POWER } from './network';
import type { SourceId } from './sources';

/** Unit of a factor, spelled out by the catalogues (`GB` is `Go` in French). */
export type FactorUnit =
	| 'g'
	| 'g/GB'
	| 'g/h'
	| 'g/kWh'
	| 'g/km'
	| 'g/meal'
	| 'g/litre'
	| 'g/device'
	| 'h/day'
	| 'kWh/GB'
	| 'W'
	| 'W per Mbit/s'
	| 'Wh/GB'
	| 'years'
	| 'ratio'
	| 'kg'
	| 'GB'
	| 'l/kWh'
	| 's'
	| 'tokens/s'
	| 'billions'
	| 'characters'
	| 'answers'
	| 'coefficient';

/** One number of the models, as the method page lists it. */
export interface Factor {
	/** Heading of the method page. */
	readonly topic: 'device' | 'grid' | 'network' | 'dataCentre' | 'bounds' | 'swdm' | 'equivalence' | 'assistant';
	/** Stable id; topic and id together are the key of its text. */
	readonly id: string;
	/** Proper name that stands for the first part of the id. */
	readonly name?: string;
	readonly value: number;
	readonly unit: FactorUnit;
	readonly source: SourceId;
}

type Row = readonly [id: string, value: number, unit: FactorUnit];

function factors(topic: Factor['topic'], source: SourceId, rows: readonly Row[]): Factor[] {
	return rows.map(([id, value, unit]) => ({ topic, id, value, unit, source }));
}

function deviceRows([device, row]: [string, (typeof ADEME_DEVICES)[keyof typeof ADEME_DEVICES]]): Row[] {
	return [
		[`${device}.made`, row.madeGrams, 'g'],
		[`${device}.life`, row.lifeYears, 'years'],
		[`${device}.hours`, row.hoursPerDay, 'h/day'],
		[`${device}.watts`, row.activeWatts, 'W'],
	];
}

function networkRows([region, row]: [string, (typeof ADEME_NETWORK_GRAMS_PER_GB)['FR' | 'EU']]): Row[] {
	return [
		[`fixed.${region}`, row.fixed, 'g/GB'],
		[`fixedWithoutBox.${region}`, row.fixedWithoutBox, 'g/GB'],
		[`mobile.${region}`, row.mobile, 'g/GB'],
	];
}

/** Every factor of the models, read from the constants that they use; electricity for one country, ISO 3166-1 alpha-2. */
export function factorsFor(country: string): Factor[] {
	return [
		...factors('device', 'ademe', Object.entries(ADEME_DEVICES).flatMap(deviceRows)),
		...factors(
			'grid',
			'ademe',
			Object.entries(ADEME_GRID_GRAMS_PER_KWH).map(([region, grams]): Row => [region, grams, 'g/kWh']),
		),
		...factors('grid', 'ember', [
			[country, emberGramsPerKwh(country), 'g/kWh'],
			['world', EMBER_WORLD_GRAMS_PER_KWH, 'g/kWh'],
		]),
		...factors('network', 'ademe', Object.entries(ADEME_NETWORK_GRAMS_PER_GB).flatMap(networkRows)),
		...factors('network', 'carbonTrust', [
			['fixed.base', NETWORK_POWER.fixed.baseWatts, 'W'],
			['fixed.slope', NETWORK_POWER.fixed.wattsPerMbitPerSecond, 'W per Mbit/s'],
			['mobile.base', NETWORK_POWER.mobile.baseWatts, 'W'],
			['mobile.slope', NETWORK_POWER.mobile.wattsPerMbitPerSecond, 'W per Mbit/s'],
			['fixed.volume', CONVENTIONAL_WH_PER_GB.fixed, 'Wh/GB'],
			['mobile.volume', CONVENTIONAL_WH_PER_GB.mobile, 'Wh/GB'],
		]),
		...factors('dataCentre', 'ademe', [
			['electricity', ADEME_DATA_CENTRE.whPerGb, 'Wh/GB'],
			['made', ADEME_DATA_CENTRE.madeGramsPerHour, 'g/h'],
		]),
		...factors('bounds', 'ademeArcep', [['longerLife', LONGER_LIFE_YEARS, 'years']]),
		...factors('bounds', 'dell', [['shorterLife', SHORTER_LIFE_RATIO, 'ratio']]),
		...factors('bounds', 'ademeBill', [['mobileUpper', FR_MOBILE_UPPER_GRAMS_PER_GB, 'g/GB']]),
		...factors('swdm', 'swdm', [
			['dataCentre.used', SWDV4.OPERATIONAL_KWH_PER_GB_DATACENTER, 'kWh/GB'],
			['network.used', SWDV4.OPERATIONAL_KWH_PER_GB_NETWORK, 'kWh/GB'],
			['device.used', SWDV4.OPERATIONAL_KWH_PER_GB_DEVICE, 'kWh/GB'],
			['dataCentre.made', SWDV4.EMBODIED_KWH_PER_GB_DATACENTER, 'kWh/GB'],
			['network.made', SWDV4.EMBODIED_KWH_PER_GB_NETWORK, 'kWh/GB'],
			['device.made', SWDV4.EMBODIED_KWH_PER_GB_DEVICE, 'kWh/GB'],
			['grid', SWDV4.GLOBAL_GRID_INTENSITY, 'g/kWh'],
		]),
		...factors(
			'equivalence',
			'equivalences',
			EQUIVALENCES.map(({ id, unit, gramsPerUnit }): Row => [id, gramsPerUnit, `g/${unit}`]),
		),
	];
}
