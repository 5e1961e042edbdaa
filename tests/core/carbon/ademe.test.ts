import rules from '@incubateur-ademe/publicodes-acv-numerique/publicodes-acv-numerique.model.json' with {
	type: 'json',
};
import Engine from 'publicodes';
import { describe, expect, it } from 'vitest';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE, type Device, type Network, type Profile } from '@/utils/core/schema/profile';

const engine = new Engine(rules as never, { logger: { log() {}, warn() {}, error: console.error } });

const DEVICE_RULES: Record<Device, string> = {
	phone: 'smartphone',
	tablet: 'tablette',
	laptop: 'ordinateur portable',
	desktop: 'ordinateur et écran',
	tv: 'TV',
};
const NETWORK_RULES: Record<Network, string> = { fixed: 'fixe FR', mobile: 'mobile FR' };
/** The package's quality, its GB an hour, and the grams of the published table for each device on each network. */
const QUALITIES = { SD: 0.7, HD: 3, 'ultra HD': 7 };
const PUBLISHED: [Device, Network, [number, number, number]][] = [
	['phone', 'fixed', [36.1, 57.6, 95.1]],
	['phone', 'mobile', [46.9, 103.9, 203.0]],
	['tablet', 'fixed', [38.6, 60.2, 97.7]],
	['tablet', 'mobile', [49.4, 106.4, 205.6]],
	['laptop', 'fixed', [42.0, 63.5, 101.0]],
	['laptop', 'mobile', [52.8, 109.8, 208.9]],
	['desktop', 'fixed', [51.7, 73.2, 110.7]],
	['desktop', 'mobile', [62.4, 119.5, 218.6]],
	['tv', 'fixed', [49.0, 70.6, 108.0]],
	['tv', 'mobile', [59.8, 116.8, 215.9]],
];

function theirs(rule: 'streaming' | 'visio', situation: Record<string, string | number>): number {
	engine.setSituation(
		Object.fromEntries(
			Object.entries(situation).map(([key, value]) => [
				`${rule} . ${key}`,
				typeof value === 'number' ? value : `'${value}'`,
			]),
		),
	);
	return Number(engine.evaluate(rule).nodeValue);
}

function ours(gigabytes: number, profile: Profile): number {
	const use = { receivedBytes: gigabytes * 1e9, sentBytes: 0, activeMs: 3_600_000 };
	return estimateUse(use, profile).co2eGrams.central;
}

const cells = PUBLISHED.flatMap(([device, network, grams]) =>
	Object.entries(QUALITIES).map(([quality, gigabytes], column) => ({
		device,
		network,
		quality,
		gigabytes,
		grams: grams[column] ?? Number.NaN,
	})),
);

describe('an hour by ADEME', () => {
	it('has thirty cells in its table', () => expect(cells).toHaveLength(5 * 2 * 3));

	it.each(cells)('of $quality video on a $device, $network network, is $grams g', (cell) => {
		const { device, network, quality, gigabytes, grams } = cell;
		const package_ = theirs('streaming', {
			appareil: DEVICE_RULES[device],
			'transmission . réseau': NETWORK_RULES[network],
			qualité: quality,
			durée: 60,
		});
		const mine = ours(gigabytes, { ...DEFAULT_PROFILE, device, network });
		expect(Math.abs(mine - package_)).toBeLessThan(0.1);
		expect(Math.abs(mine - grams)).toBeLessThanOrEqual(0.1);
	});

	it.each([
		['audio', 168 / 1024, 37.0],
		['SD', 0.7, 42.0],
		['HD', 3, 63.5],
	])('of a video call, %s, one participant, agrees with the package', (quality, gigabytes, grams) => {
		const package_ = theirs('visio', {
			appareil: 'ordinateur portable',
			'transmission . réseau': 'fixe FR',
			qualité: quality,
			durée: 60,
			emplacements: 1,
		});
		const mine = ours(gigabytes, DEFAULT_PROFILE);
		expect(Math.abs(mine - package_)).toBeLessThan(0.1);
		expect(Math.abs(mine - grams)).toBeLessThanOrEqual(0.1);
	});
});
