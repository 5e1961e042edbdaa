import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';

describe('the key of an address', () => {
	it('ignores the fragment', () => {
		expect(addressKey('https://a.example/x?y=1#part')).toBe(addressKey('https://a.example/x?y=1'));
	});

	it('differs for addresses that differ by one character', () => {
		const keys = Array.from({ length: 10_000 }, (_, index) => addressKey(`https://a.example/segment-${index}.ts`));
		expect(new Set(keys).size).toBe(10_000);
	});

	it('is a short number in base 36 for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(addressKey(text)).toMatch(/^[0-9a-z]{1,11}$/);
				expect(Number.parseInt(addressKey(text), 36)).toBeLessThan(2 ** 53);
			}),
		);
	});
});
