import { i18n } from '#i18n';
import { countryName } from '@/components/form/country-name';
import type { Factor, FactorUnit } from '@/utils/core/carbon/factors';

/** The words that factor ids consist of: `laptop.made`. */
const WORD_OF = {
	laptop: 'method.word.laptop',
	tower: 'method.word.tower',
	monitor: 'method.word.monitor',
	tablet: 'method.word.tablet',
	phone: 'method.word.phone',
	tv: 'method.word.tv',
	device: 'method.word.device',
	made: 'method.word.made',
	life: 'method.word.life',
	hours: 'method.word.hours',
	watts: 'method.word.watts',
	fixed: 'method.word.fixed',
	fixedWithoutBox: 'method.word.fixed_without_box',
	mobile: 'method.word.mobile',
	network: 'method.word.network',
	base: 'method.word.base',
	slope: 'method.word.slope',
	volume: 'method.word.volume',
	dataCentre: 'method.word.data_centre',
	electricity: 'method.word.electricity',
	used: 'method.word.used',
	longerLife: 'method.word.longer_life',
	shorterLife: 'method.word.shorter_life',
	mobileUpper: 'method.word.mobile_upper',
	grid: 'method.word.grid',
	world: 'method.word.world',
	EU: 'method.word.europe',
	car: 'method.word.car',
	tgv: 'method.word.tgv',
	metro: 'method.word.metro',
	'e-bike': 'method.word.e_bike',
	'electric-car': 'method.word.electric_car',
	'vegetarian-meal': 'method.word.vegetarian_meal',
	'beef-meal': 'method.word.beef_meal',
	smartphone: 'method.word.phone',
	tea: 'method.word.tea',
	active: 'method.word.active',
	total: 'method.word.total',
	low: 'method.word.low',
	high: 'method.word.high',
	speed: 'method.word.speed',
	firstToken: 'method.word.first_token',
	pue: 'method.word.pue',
	onSite: 'method.word.on_site',
	offSite: 'method.word.off_site',
	batch: 'method.word.batch',
	gpuEnergyA: 'method.word.gpu_energy_a',
	gpuEnergyB: 'method.word.gpu_energy_b',
	gpuEnergyC: 'method.word.gpu_energy_c',
	latencyA: 'method.word.latency_a',
	latencyB: 'method.word.latency_b',
	latencyC: 'method.word.latency_c',
	gpuMemory: 'method.word.gpu_memory',
	memoryRatio: 'method.word.memory_ratio',
	serverWatts: 'method.word.server_watts',
	serverMade: 'method.word.server_made',
	gpuMade: 'method.word.gpu_made',
	token: 'method.word.token',
	tokenError: 'method.word.token_error',
} as const;

const UNIT_OF = {
	g: 'method.unit.g',
	'g/GB': 'method.unit.g_gb',
	'g/h': 'method.unit.g_h',
	'g/kWh': 'method.unit.g_kwh',
	'g/km': 'method.unit.g_km',
	'g/meal': 'method.unit.g_meal',
	'g/litre': 'method.unit.g_litre',
	'g/device': 'method.unit.g_device',
	'h/day': 'method.unit.h_day',
	'kWh/GB': 'method.unit.kwh_gb',
	W: 'method.unit.w',
	'W per Mbit/s': 'method.unit.w_mbit',
	'Wh/GB': 'method.unit.wh_gb',
	years: 'method.unit.years',
	ratio: 'method.unit.ratio',
	kg: 'method.unit.kg',
	GB: 'method.unit.gb',
	'l/kWh': 'method.unit.l_kwh',
	s: 'method.unit.s',
	'tokens/s': 'method.unit.tokens_s',
	billions: 'method.unit.billions',
	characters: 'method.unit.characters',
	answers: 'method.unit.answers',
	coefficient: 'method.unit.coefficient',
} as const satisfies Record<FactorUnit, string>;

function isWord(part: string): part is keyof typeof WORD_OF {
	return Object.hasOwn(WORD_OF, part);
}

/** A factor in words: "Ordinateur portable, durée de vie". Any other part of its id is a country. */
export function factorLabel({ id, name }: Factor): string {
	const parts = id.split('.').slice(name === undefined ? 0 : 1);
	const words = parts.map((part) => (isWord(part) ? i18n.t(WORD_OF[part]) : countryName(part)));
	return [...(name === undefined ? [] : [name]), ...words].join(', ');
}

/** A factor's number with its unit: "51,9 g/kWh". */
export function factorValue({ value, unit }: Factor): string {
	const number = new Intl.NumberFormat(i18n.t('language'), { maximumSignificantDigits: 6 }).format(value);
	return i18n.t(UNIT_OF[unit], [number]);
}
