import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';

describe('the key of an address', () => {
	it('is the same with any fragment', () => {
		expect(addressKey('https://a.example/x?y=1#part')).toBe(addressKey('https://a.example/x?y=1'));
	});

	it('tells apart addresses that differ by one sign', () => {
		const keys = Array.from({ length: 10_000 }, (_, index) => addressKey(`https://a.example/segment-${index}.ts`));
		expect(new Set(keys).size).toBe(10_000);
	});

	it('is a short number in base 36, whatever the text, and holds nothing of it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(addressKey(text)).toMatch(/^[0-9a-z]{1,11}$/);
				expect(Number.parseInt(addressKey(text), 36)).toBeLessThan(2 ** 53);
			}),
		);
	});
});
