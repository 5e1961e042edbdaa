import { expect, test } from 'vitest';
import { shortMegabytes } from '@/utils/core/units/short-megabytes';

const MB = 1_000_000;

test.each([
	[0, '0', '0'],
	[1, '<0.1', '<0,1'],
	[0.049 * MB, '<0.1', '<0,1'],
	[0.05 * MB, '0.1', '0,1'],
	[0.42 * MB, '0.4', '0,4'],
	[1 * MB, '1', '1'],
	[9.94 * MB, '9.9', '9,9'],
	[9.95 * MB, '10', '10'],
	[12.4 * MB, '12', '12'],
	[999.4 * MB, '999', '999'],
	[999.5 * MB, '1k', '1k'],
	[1_240 * MB, '1.2k', '1,2k'],
	[12_400 * MB, '12k', '12k'],
])('%d bytes are %s in English, %s in French, and fit into a badge', (bytes, english, french) => {
	expect(shortMegabytes(bytes, 'en')).toBe(english);
	expect(shortMegabytes(bytes, 'fr')).toBe(french);
	expect(english.length).toBeLessThanOrEqual(4);
});
