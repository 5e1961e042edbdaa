import { co2 } from '@tgwf/co2';
import { describe, expect, it } from 'vitest';
import { MODELS } from '@/utils/core/carbon/models/models';
import { power } from '@/utils/core/carbon/models/power';
import { swdm } from '@/utils/core/carbon/models/swdm';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';

const hour = { receivedBytes: 3e9, sentBytes: 0, activeMs: 3_600_000 };

describe('the Sustainable Web Design model', () => {
	it.each([
		['FR', 'FRA'],
		['DE', 'DEU'],
		['PL', 'POL'],
		['CN', 'CHN'],
	])('agrees with @tgwf/co2 in %s to 0.1 percent', (country, alpha3) => {
		const trace = new co2({ model: 'swd', version: 4 }).perByteTrace(3e9, false, {
			gridIntensity: { device: { country: alpha3 }, network: { country: alpha3 } },
		});
		const ratio = swdm.estimate(hour, { ...DEFAULT_PROFILE, country }) / trace.co2;
		expect(Math.abs(ratio - 1)).toBeLessThan(0.001);
	});

	it('gives about 85.7 g for a gigabyte in France, sent or received', () => {
		const half = { receivedBytes: 5e8, sentBytes: 5e8, activeMs: 0 };
		expect(swdm.estimate(half, DEFAULT_PROFILE)).toBeCloseTo(85.7, 1);
	});
});

describe('the power model', () => {
	it('counts the electricity of an hour: laptop, network at rest, and 0.03 W for each of 6.67 Mbit/s', () => {
		const watts = 26.5 + 9.55 + 0.03 * ((3 * 8000) / 3600);
		expect(power.estimate(hour, DEFAULT_PROFILE)).toBeCloseTo((watts / 1000) * 51.9, 6);
	});
});

describe('the models', () => {
	it('each give zero for nothing and disagree about the same hour', () => {
		const nothing = { receivedBytes: 0, sentBytes: 0, activeMs: 0 };
		expect(MODELS.map(({ estimate }) => estimate(nothing, DEFAULT_PROFILE))).toEqual(MODELS.map(() => 0));
		const grams = MODELS.map(({ estimate }) => Math.round(estimate(hour, DEFAULT_PROFILE)));
		expect(Object.fromEntries(MODELS.map(({ id }, index) => [id, grams[index]]))).toEqual({
			ademe: 64,
			swdm: 257,
			power: 2,
		});
	});
});
