import { describe, expect, it } from 'vitest';
import { liveVisit } from '@/tests/components/figures';
import type { NowPlaying } from '@/utils/core/schema/media';
import { canAct } from '@/utils/core/tips/can-act';

const playing = (change: Partial<NowPlaying>): NowPlaying => ({
	...(liveVisit().nowPlaying as NowPlaying),
	isAdaptive: true,
	...change,
});

describe('lowering the quality', () => {
	it.each([
		[
			'of a single file, though its player can be controlled',
			playing({ player: 'video.js', isAdaptive: false }),
			1,
			false,
		],
		['of a player that can be controlled', playing({ player: 'video.js' }), 0, true],
		['of a player that nobody can control', playing({ player: 'panopto' }), 0, false],
		['of an unknown player that the page has reported', playing({ player: 'other' }), 1, true],
		['of no video', null, 1, false],
	])('%s', (_title, video, count, isPossible) => {
		expect(canAct('quality', video, count)).toBe(isPossible);
	});
});

it('any other action is possible without a video', () => {
	expect(canAct('hidden', null, 0)).toBe(true);
});
