import { describe, expect, it } from 'vitest';
import { parseWaste } from '@/utils/core/schema/waste';

const SEEN = { frameId: 'frame0000000000a', waste: { gifCount: 1, gifBytes: 400_000 }, files: [['k1', 9_000]] };

describe('what a look at a frame told', () => {
	it('is taken as it is', () => expect(parseWaste(SEEN)).toEqual(SEEN));

	it('loses whatever is no field of ours', () => {
		const stuffed = { ...SEEN, url: 'https://moodle.example/jeanne', waste: { ...SEEN.waste, jeanne: 1 } };
		expect(parseWaste(stuffed)).toEqual(SEEN);
	});

	it.each([
		['null, where a frame is not observed', null],
		['a text', 'waste'],
		['an amount that is none', { ...SEEN, waste: { gifBytes: -1 } }],
		['a text in place of an amount', { ...SEEN, waste: { gifBytes: '<b>' } }],
		['a key that every object has', { ...SEEN, files: [['constructor', 1]] }],
		['an id that is none', { ...SEEN, frameId: '../..' }],
		['too many files', { ...SEEN, files: Array.from({ length: 101 }, () => ['k1', 1]) }],
		['a file of three parts', { ...SEEN, files: [['k1', 1, 2]] }],
	])('refuses %s', (_, report) => expect(parseWaste(report)).toBeNull());
});
