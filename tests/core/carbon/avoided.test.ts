import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avoidedGrams } from '@/utils/core/carbon/avoided';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';

describe('avoided grams', () => {
	it('of HD turned SD for an hour go from 0.01 g by the power model to 21.6 g by ADEME', () => {
		const { low, high } = avoidedGrams((3 - 0.7) * 1e9, DEFAULT_PROFILE);
		expect(low).toBeCloseTo(((2.3 * 8000 * 0.03) / 3600 / 1000) * 44.18, 6);
		expect(low).toBeCloseTo(0.01, 2);
		expect(high).toBeCloseTo(21.6, 1);
	});

	it('are always a range and grow with the bytes', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e12 }), fc.constantFrom('FR', 'PL', 'ZZ'), (bytes, country) => {
				for (const network of ['fixed', 'mobile'] as const) {
					const profile = { ...DEFAULT_PROFILE, country, network };
					const avoided = avoidedGrams(bytes, profile);
					expect(avoided.low).toBeGreaterThan(0);
					expect(avoided.low).toBeLessThan(avoided.high);
					expect(avoidedGrams(bytes * 2, profile).high).toBeGreaterThan(avoided.high);
				}
			}),
		);
	});

	it('of no bytes are none', () => {
		expect(avoidedGrams(0, DEFAULT_PROFILE)).toEqual({ low: 0, central: 0, high: 0 });
	});
});
