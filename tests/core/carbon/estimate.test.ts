import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateEnergy, estimateUse } from '@/utils/core/carbon/estimate';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import type { Use } from '@/utils/core/carbon/use';
import { DEFAULT_PROFILE, DEVICES, NETWORKS, type Profile } from '@/utils/core/schema/profile';
import type { Range } from '@/utils/core/units/range';

const anyProfile: fc.Arbitrary<Profile> = fc.record({
	device: fc.constantFrom(...DEVICES),
	network: fc.constantFrom(...NETWORKS),
	country: fc.constantFrom(...COUNTRIES, 'ZZ'),
	deviceAgeYears: fc.option(fc.double({ min: 0, max: 30, noNaN: true })),
	screenCount: fc.integer({ min: 1, max: 6 }),
});
const anyUse: fc.Arbitrary<Use> = fc.record({
	receivedBytes: fc.nat(1e12),
	sentBytes: fc.nat(1e11),
	activeMs: fc.nat(7 * 24 * 3_600_000),
});

/** The grams of a use, their parts, and its watt-hours. */
function rangesOf(use: Use, profile: Profile): Range[] {
	const { co2eGrams, parts } = estimateUse(use, profile);
	return [co2eGrams, ...Object.values(parts), estimateEnergy(use, profile)];
}

const boundsOf = (ranges: Range[]) => ranges.flatMap(({ low, central, high }) => [low, central, high]);
/** Sums of doubles differ in their last digits. */
const SLACK = 1 + 1e-12;

describe('an estimate', () => {
	it('is never negative and has its bounds in order', () => {
		fc.assert(
			fc.property(anyUse, anyProfile, (use, profile) => {
				for (const { low, central, high } of rangesOf(use, profile)) {
					expect(low).toBeGreaterThanOrEqual(0);
					expect(low).toBeLessThanOrEqual(central * SLACK);
					expect(central).toBeLessThanOrEqual(high * SLACK);
				}
			}),
		);
	});

	it('never falls when bytes or time are added', () => {
		fc.assert(
			fc.property(anyUse, anyUse, anyProfile, (use, added, profile) => {
				const more = {
					receivedBytes: use.receivedBytes + added.receivedBytes,
					sentBytes: use.sentBytes + added.sentBytes,
					activeMs: use.activeMs + added.activeMs,
				};
				const before = boundsOf(rangesOf(use, profile));
				const after = boundsOf(rangesOf(more, profile));
				for (const [index, value] of before.entries()) {
					expect(value).toBeLessThanOrEqual((after[index] ?? -1) * SLACK);
				}
			}),
		);
	});

	it('is the sum of its parts at each bound', () => {
		fc.assert(
			fc.property(anyUse, anyProfile, (use, profile) => {
				const { co2eGrams, parts } = estimateUse(use, profile);
				for (const bound of ['low', 'central', 'high'] as const) {
					const sum = Object.values(parts).reduce((total, part) => total + part[bound], 0);
					expect(Math.abs(sum - co2eGrams[bound])).toBeLessThanOrEqual(sum * 1e-12);
				}
			}),
		);
	});

	it('of nothing is nothing', () => {
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const nothing = { receivedBytes: 0, sentBytes: 0, activeMs: 0 };
				expect(boundsOf(rangesOf(nothing, profile)).every((value) => value === 0)).toBe(true);
			}),
		);
	});
});

describe('what the profile changes', () => {
	const hour: Use = { receivedBytes: 3e9, sentBytes: 0, activeMs: 3_600_000 };
	const gramsWith = (change: Partial<Profile>) => estimateUse(hour, { ...DEFAULT_PROFILE, ...change }).co2eGrams;

	it('an hour on a laptop of 7 years emits 9.7 g less than with ADEME’s 5', () => {
		const made = (years: number) => 185_090 / (years * 365 * 3);
		expect(gramsWith({}).central - gramsWith({ deviceAgeYears: 7 }).central).toBeCloseTo(made(5) - made(7), 6);
		expect(made(5) - made(7)).toBeCloseTo(9.7, 1);
	});

	it('a device younger than the mean life changes nothing', () => {
		expect(gramsWith({ deviceAgeYears: 2 })).toEqual(gramsWith({}));
	});

	it('a second screen adds a monitor, to a desktop as to a laptop', () => {
		const monitor = 69_840 / (6 * 365 * 4) + (50 / 1000) * 51.9;
		for (const device of ['laptop', 'desktop'] as const) {
			const added = gramsWith({ device, screenCount: 2 }).central - gramsWith({ device }).central;
			expect(added).toBeCloseTo(monitor, 6);
		}
	});

	it('the same hour emits more with Polish electricity and networks than with French ones', () => {
		expect(gramsWith({ country: 'PL' }).low).toBeGreaterThan(gramsWith({}).low);
		expect(gramsWith({ country: 'PL' }).central).toBeGreaterThan(gramsWith({}).central);
	});

	it('the bounds of the French hour are those of the published factors', () => {
		const { low, high } = gramsWith({});
		const made = (years: number) => 185_090 / (years * 365 * 3);
		const server = (grid: number) => ((3 * 1.94708) / 1000) * grid + 0.236636;
		expect(low).toBeCloseTo(made(5 + 2) + 0.0265 * 44.18 + 3 * 2.59 + server(44.18), 3);
		expect(high).toBeCloseTo(made(5 * 0.8) + 0.0265 * 51.9 + 3 * (9.26935 - 2.59 + 14.4) + server(410.4), 3);
	});
});
