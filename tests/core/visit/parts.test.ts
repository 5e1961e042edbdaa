import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_PARTS } from '@/utils/core/schema/names';
import { add, combineParts, subtract } from '@/utils/core/visit/parts';

const parts = fc.dictionary(fc.stringMatching(/^[a-z]?\d{1,3}$/), fc.integer({ min: 1, max: 1_000 }), {
	maxKeys: 2 * MAX_PARTS,
	size: 'max',
});

it('amounts by name have no more names than may be stored, the first ones before others, and each its whole amount', () => {
	fc.assert(
		fc.property(parts, parts, (a, b) => {
			const sum = combineParts(a, b, add);
			const names = Object.keys(sum);
			expect(names.length).toBe(Math.min(MAX_PARTS, new Set(Object.keys({ ...a, ...b })).size));
			expect(names.every((name) => sum[name] === (a[name] ?? 0) + (b[name] ?? 0))).toBe(true);
			if (Object.keys(a).length <= MAX_PARTS) expect(Object.keys(a).every((name) => name in sum)).toBe(true);
		}),
	);
});

it('adding amounts to themselves doubles them, and taking them out leaves none', () => {
	const amounts = { 480: 5, avc1: 7 };
	expect(combineParts(amounts, amounts, add)).toEqual({ 480: 10, avc1: 14 });
	expect(combineParts(amounts, amounts, subtract)).toEqual({});
});
