import { describe, expect, it } from 'vitest';
import { equivalencesFor } from '@/utils/core/carbon/equivalence';

const about = (grams: number) => ({ low: grams * 0.8, central: grams, high: grams * 1.5 });

describe('equivalences', () => {
	it.each([
		[2, ['tgv', 'metro', 'e-bike']],
		[18, ['car', 'tgv', 'tea']],
		[500, ['car', 'tgv', 'vegetarian-meal']],
		[20_000, ['car', 'vegetarian-meal', 'beef-meal']],
		[100_000, ['car', 'beef-meal', 'laptop']],
	])('of %i g have an imaginable amount', (grams, ids) => {
		expect(equivalencesFor(about(grams)).map(({ id }) => id)).toEqual(ids);
	});

	it('are two or three from a gram to ten tonnes', () => {
		for (let grams = 1; grams < 1e7; grams *= 1.1) {
			expect(equivalencesFor(about(grams)).length, `${grams} g`).toBeGreaterThanOrEqual(2);
			expect(equivalencesFor(about(grams)).length, `${grams} g`).toBeLessThanOrEqual(3);
		}
	});

	it('keep the range: 142.3 g is a kilometre by car, 0.8 to 1.5', () => {
		const [car] = equivalencesFor(about(142.3));
		expect(car?.unit).toBe('km');
		expect(car?.amount.low).toBeCloseTo(0.8);
		expect(car?.amount.central).toBeCloseTo(1);
		expect(car?.amount.high).toBeCloseTo(1.5);
	});

	it.each([0, 0.009, 0.99])('of %d g are none: too little for a comparison', (grams) => {
		expect(equivalencesFor(about(grams))).toEqual([]);
	});
});
