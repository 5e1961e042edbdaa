import { describe, expect, it } from 'vitest';
import { parseWaste } from '@/utils/core/schema/waste';

const FOUND = { frameId: 'frame0000000000a', waste: { gifCount: 1, gifBytes: 400_000 }, files: [['k1', 9_000]] };

describe('the waste found in a frame', () => {
	it('is accepted', () => expect(parseWaste(FOUND)).toEqual(FOUND));

	it('is read without unknown fields', () => {
		const stuffed = { ...FOUND, url: 'https://moodle.example/jeanne', waste: { ...FOUND.waste, jeanne: 1 } };
		expect(parseWaste(stuffed)).toEqual(FOUND);
	});

	it.each([
		['null, where a frame is not observed', null],
		['a text', 'waste'],
		['an invalid amount', { ...FOUND, waste: { gifBytes: -1 } }],
		['a text in place of an amount', { ...FOUND, waste: { gifBytes: '<b>' } }],
		['a key that every object inherits', { ...FOUND, files: [['constructor', 1]] }],
		['an invalid id', { ...FOUND, frameId: '../..' }],
		['too many files', { ...FOUND, files: Array.from({ length: 101 }, () => ['k1', 1]) }],
		['a file of three parts', { ...FOUND, files: [['k1', 1, 2]] }],
	])('is refused: %s', (_, report) => expect(parseWaste(report)).toBeNull());
});
