import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteRange, readContentRange, uncoveredBytes, withRange } from '@/utils/core/units/byte-ranges';

const LENGTH = 60;
const ranges = fc.array(
	fc
		.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 20 }))
		.map(([first, size]): ByteRange => [first, Math.min(LENGTH, first + size)]),
);

/** The bytes of some ranges, one by one. */
function bytesOf(all: readonly ByteRange[]): Set<number> {
	return new Set(all.flatMap(([first, end]) => Array.from({ length: end - first }, (_, index) => first + index)));
}

describe('byte ranges', () => {
	it('merged ranges hold the same bytes, sorted and apart', () => {
		fc.assert(
			fc.property(ranges, (all) => {
				const merged = all.reduce<readonly ByteRange[]>(withRange, []);
				expect(bytesOf(merged)).toEqual(bytesOf(all));
				for (const [index, range] of merged.entries()) {
					expect(range[0]).toBeGreaterThan(index === 0 ? -1 : (merged[index - 1]?.[1] ?? 0));
				}
			}),
		);
	});

	it('uncovered bytes are those in none of them', () => {
		fc.assert(
			fc.property(ranges, ranges, (all, others) => {
				const merged = all.reduce<readonly ByteRange[]>(withRange, []);
				const known = bytesOf(all);
				for (const other of others) {
					const missing = [...bytesOf([other])].filter((byte) => !known.has(byte));
					expect(uncoveredBytes(merged, other)).toBe(missing.length);
				}
			}),
		);
	});

	it.each([
		['bytes 0-499/1234', [0, 500]],
		[' Bytes 500-999/*', [500, 1_000]],
		['bytes 9-3/10', null],
		['bytes */1234', null],
		['bytes 1-99999999999999999999/3', null],
		['items 0-1/2', null],
		[null, null],
	])('Content-Range %s is %j', (value, range) => expect(readContentRange(value)).toEqual(range));
});
