import { describe, expect, it } from 'vitest';
import { addRanges, scaleRange, ZERO_RANGE } from '@/utils/core/units/range';

describe('ranges', () => {
	it('add up bound by bound', () => {
		expect(addRanges({ low: 1, central: 2, high: 4 }, { low: 10, central: 20, high: 40 }, ZERO_RANGE)).toEqual({
			low: 1 + 10,
			central: 2 + 20,
			high: 4 + 40,
		});
		expect(addRanges()).toEqual(ZERO_RANGE);
	});

	it('scale bound by bound', () => {
		expect(scaleRange({ low: 1, central: 2, high: 4 }, 3)).toEqual({ low: 3 * 1, central: 3 * 2, high: 3 * 4 });
	});
});
