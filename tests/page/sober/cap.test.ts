import { describe, expect, it } from 'vitest';
import { avoidedBytes, cappedLines, mostLines } from '@/utils/page/sober/cap';

const LADDER = [240, 480, 720, 1080];

describe('lines that sober mode allows', () => {
	it.each([
		['a frame of 360 lines takes the quality that fills it', LADDER, 360, 720, 480],
		['a frame of exactly 480 takes 480', LADDER, 480, 720, 480],
		['a large frame takes 720 at most', LADDER, 2160, 720, 720],
		['a phone takes 480 at most', LADDER, 2160, 480, 480],
		['what is not shown yet takes the most that is allowed', LADDER, 0, 720, 720],
		['a video that skips the limit takes what lies below it', [240, 480, 1080], 900, 720, 480],
		['a video that offers only more keeps its smallest picture', [1080, 2160], 360, 720, 1080],
		['sound alone among the qualities is no picture', [0, 480], 100, 720, 480],
		['a tiny frame takes the smallest picture', LADDER, 90, 720, 240],
	])('%s', (_, offered, shown, limit, lines) => expect(cappedLines(offered, shown, limit)).toBe(lines));

	it.each([
		['nothing is known', []],
		['there is sound alone', [0]],
	])('are no matter where %s', (_, offered) => {
		expect(cappedLines(offered, 360, 720)).toBeNull();
	});

	it('are 720 on a computer and 480 on a phone', () => {
		expect([mostLines(false), mostLines(true)]).toEqual([720, 480]);
	});
});

describe('bytes avoided', () => {
	const offered = [400_000, 1_200_000, 4_700_000].map((bitsPerSecond) => ({ lines: 1, bitsPerSecond }));

	it('are those between what the line would have carried and what was taken', () => {
		// 4.7 Mbit/s fit into 80 % of 10.
		expect(avoidedBytes(offered, 1_200_000, 10_000_000, 60)).toBe(((4_700_000 - 1_200_000) * 60) / 8);
	});

	it('are none where the line carries no more than was taken', () => {
		expect(avoidedBytes(offered, 1_200_000, 2_000_000, 60)).toBe(0);
		expect(avoidedBytes(offered, 1_200_000, 100_000, 60)).toBe(0);
		expect(avoidedBytes([], 1_200_000, 10_000_000, 60)).toBe(0);
	});
});
