import { describe, expect, it } from 'vitest';
import { avoidedBytes, cappedHeightPx, maxHeightPx } from '@/utils/page/sober/cap';

const LADDER = [240, 480, 720, 1080];

describe('the resolution that sober mode allows', () => {
	it.each([
		['a frame 360 px high takes the quality that fills it', LADDER, 360, 720, 480],
		['a frame of exactly 480 px takes 480', LADDER, 480, 720, 480],
		['a large frame takes 720 at most', LADDER, 2160, 720, 720],
		['a phone takes 480 at most', LADDER, 2160, 480, 480],
		['a video not shown yet takes the limit', LADDER, 0, 720, 720],
		['a video without the limit takes the next lower quality', [240, 480, 1080], 900, 720, 480],
		['a video with only higher qualities takes the smallest', [1080, 2160], 360, 720, 1080],
		['sound alone is never chosen over a picture', [0, 480], 100, 720, 480],
		['a tiny frame takes the smallest picture', LADDER, 90, 720, 240],
	])('%s', (_, offered, shown, limit, expected) => expect(cappedHeightPx(offered, shown, limit)).toBe(expected));

	it.each([
		['nothing is offered', []],
		['only sound is offered', [0]],
	])('is null if %s', (_, offered) => {
		expect(cappedHeightPx(offered, 360, 720)).toBeNull();
	});

	it('is at most 720 on a computer and 480 on a phone', () => {
		expect([maxHeightPx(false), maxHeightPx(true)]).toEqual([720, 480]);
	});
});

describe('bytes avoided', () => {
	const offered = [400_000, 1_200_000, 4_700_000].map((bitsPerSecond) => ({ heightPx: 1, bitsPerSecond }));

	it('are the difference between the quality that the bandwidth allows and the current one', () => {
		// 4.7 Mbit/s is less than 80 % of 10 Mbit/s.
		expect(avoidedBytes(offered, 1_200_000, 10_000_000, 60)).toBe(((4_700_000 - 1_200_000) * 60) / 8);
	});

	it('are 0 if the bandwidth allows no better quality', () => {
		expect(avoidedBytes(offered, 1_200_000, 2_000_000, 60)).toBe(0);
		expect(avoidedBytes(offered, 1_200_000, 100_000, 60)).toBe(0);
		expect(avoidedBytes([], 1_200_000, 10_000_000, 60)).toBe(0);
	});
});
