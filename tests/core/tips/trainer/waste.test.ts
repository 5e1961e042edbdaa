import { describe, expect, it } from 'vitest';
import type { Waste } from '@/utils/core/schema/waste';
import { adviceFor } from '@/utils/core/tips/trainer/advice';
import { lessonDay } from './lesson-day';

const VISITS = 4;

const found = (waste: Waste) =>
	adviceFor([lessonDay({ visitCount: VISITS, waste })]).map(({ id, stakeBytesPerView, params }) => ({
		id,
		stakeBytesPerView,
		params,
	}));

describe('advice on unnecessary loading, per view of four', () => {
	it.each([
		[
			'oversized-image',
			{ oversizedCount: 6, oversizedBytes: 800_000 },
			{ stakeBytesPerView: 200_000, params: { imageCount: 6 } },
		],
		[
			'old-image-format',
			{ rasterCount: 8, oldRasterCount: 4, oldRasterBytes: 400_000 },
			{ stakeBytesPerView: 30_000, params: { oldRatio: 0.5 } },
		],
		['animated-gif', { gifCount: 2, gifBytes: 800_000 }, { stakeBytesPerView: 190_000, params: { gifBytes: 400_000 } }],
		[
			'uncompressed-text',
			{ plainTextCount: 9, plainTextBytes: 400_000 },
			{ stakeBytesPerView: 70_000, params: { textBytes: 100_000, fileCount: 9 } },
		],
		[
			'uncached',
			{ repeatCount: 5, repeatBytes: 500_000 },
			{ stakeBytesPerView: 125_000, params: { repeatCount: 5, repeatBytes: 500_000 } },
		],
		[
			'unplayed-embed',
			{ embedCount: 2, embedBytes: 1_000_000 },
			{ stakeBytesPerView: 250_000, params: { embedCount: 2 } },
		],
	] as const)('%s', (id, waste, remark) => {
		expect(found(waste)).toEqual([{ id, ...remark }]);
	});

	it.each([
		['images mostly in new formats', { rasterCount: 8, oldRasterCount: 2, oldRasterBytes: 400_000 }],
		['a little text', { plainTextCount: 9, plainTextBytes: 39_000 }],
		['nothing found', {}],
	])('has none for %s', (_, waste) => expect(found(waste)).toEqual([]));
});
