/**
 * Writes `utils/core/carbon/ademe-table.ts` and `utils/core/carbon/grid-table.ts` from the packages that publish the figures.
 * Run `node scripts/carbon-table.ts` after an update of one of them; a test fails while the files are out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import rules from '@incubateur-ademe/publicodes-acv-numerique/publicodes-acv-numerique.model.json' with {
	type: 'json',
};
import { averageIntensity } from '@tgwf/co2';
import Engine from 'publicodes';
import { ALPHA2_BY_ALPHA3 } from './country-codes.ts';

const root = new URL('..', import.meta.url);
const ADEME = '@incubateur-ademe/publicodes-acv-numerique';
const EMBER = '@tgwf/co2';

/** Our device names and theirs. The package's "ordinateur et écran" is one tower and one monitor. */
const DEVICES = {
	laptop: 'ordinateur portable',
	tower: 'ordinateur fixe',
	monitor: 'écran',
	tablet: 'tablette',
	phone: 'smartphone',
	tv: 'TV',
};

function versionOf(name: string): string {
	return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8')).version;
}

function header(name: string): string {
	return `// Made by \`node scripts/carbon-table.ts\` from ${name} ${versionOf(name)}: run it again rather than edit.\n`;
}

const engine = new Engine(rules as never, { logger: { log() {}, warn() {}, error: console.error } });

/** A figure of ADEME's model, in the model's own unit, to 6 significant digits. */
function figure(rule: string): number {
	const value = engine.evaluate(rule).nodeValue;
	if (typeof value !== 'number') throw new Error(`${ADEME}: no figure for "${rule}"`);
	return Number(value.toPrecision(6));
}

function deviceRow([device, french]: [string, string]): string {
	const made = figure(`${french} . construction`);
	const life = figure(`acv . ${french} . durée de vie théorique`);
	const hours = figure(`acv . ${french} . profil utilisation théorique`);
	const watts = figure(`acv . ${french} . consommation en mode actif`);
	return `\t${device}: { madeGrams: ${made}, lifeYears: ${life}, hoursPerDay: ${hours}, activeWatts: ${watts} },\n`;
}

function networkRow(region: string): string {
	const [fixed, withoutBox, mobile] = [`fixe ${region}`, `fixe ${region} hors box`, `mobile ${region}`].map((network) =>
		figure(`transmission par défaut . facteur réseau ${network}`),
	);
	return `\t${region}: { fixed: ${fixed}, fixedWithoutBox: ${withoutBox}, mobile: ${mobile} },\n`;
}

/** ADEME's devices, networks, electricity mixes and data centres as a TypeScript module. */
export function ademeTable(): string {
	const mix = (region: string) => figure(`électricité . FE ${region}`);
	return `${header(ADEME)}
/** Version of the package that these figures come from. */
export const ADEME_VERSION = '${versionOf(ADEME)}';

/** Grams of CO2e to make, ship and scrap a device; years of life; hours of use a day; watts in use. */
export const ADEME_DEVICES = {
${Object.entries(DEVICES).map(deviceRow).join('')}} as const;

/** Grams of CO2e per gigabyte over the network, in France and in Europe; "box" is the home router. */
export const ADEME_NETWORK_GRAMS_PER_GB = {
${['FR', 'EU'].map(networkRow).join('')}} as const;

/** Grams of CO2e per kilowatt-hour. */
export const ADEME_GRID_GRAMS_PER_KWH = {
	FR: ${mix('France')},
	EU: ${mix('Europe')},
	US: ${mix('USA')},
	CN: ${mix('Chine')},
} as const;

/** Data centre: electricity per gigabyte served, and grams of CO2e of its making per hour of video. */
export const ADEME_DATA_CENTRE = {
	whPerGb: ${figure('streaming . data center . usage . électricité par Go en Wh')},
	madeGramsPerHour: ${figure('streaming . data center . construction')},
} as const;
`;
}

/** Ember's electricity mixes by country as a TypeScript module. */
export function gridTable(): string {
	const intensities: Record<string, number> = averageIntensity.data;
	const countries = Object.entries(intensities)
		.map(([code, grams]) => ({ country: ALPHA2_BY_ALPHA3[code], grams }))
		// Regions (`ASEAN`, `G20`) have no country code. A zero is a gap: Ember counts whole life cycles, never nothing.
		.filter(({ country, grams }) => country !== undefined && grams > 0)
		.map(({ country, grams }) => `${country}${grams}`)
		.sort();
	return `${header(EMBER)}
/** Version of the package that these figures come from. */
export const EMBER_VERSION = '${versionOf(EMBER)}';

/** The mean of the world, g of CO2e per kWh. */
export const EMBER_WORLD_GRAMS_PER_KWH = ${intensities.WORLD};

/** Country (ISO 3166-1 alpha-2) and g of CO2e per kWh of its electricity, all written together: one text takes the least room. */
export const EMBER_GRID =
	'${countries.join('')}';
`;
}

if (import.meta.main) {
	writeFileSync(new URL('utils/core/carbon/ademe-table.ts', root), ademeTable());
	writeFileSync(new URL('utils/core/carbon/grid-table.ts', root), gridTable());
}
