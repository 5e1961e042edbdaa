import { describe, expect, it } from 'vitest';
import {
	GIGABYTE,
	HOUR_MS,
	HOUR_OF_VIDEO,
	MINUTE_MS,
	mediaScene,
	momentOf,
	type Scene,
	SECOND_MS,
	videoScene,
} from '@/tests/core/tips/moment';
import { autoplay, runawayPlaylist } from '@/utils/core/tips/rules/autoplay';

describe('autoplay', () => {
	const judge = (scene: Scene) => autoplay.judge(momentOf(scene));

	it('applies to video that no click or key started: its bytes', () => {
		const found = judge(mediaScene({ selfStartedMs: 6 * MINUTE_MS }));
		expect(found).toMatchObject({ per: 'so-far', params: { selfStartedMs: 6 * MINUTE_MS } });
		expect(found?.stakeBytes).toBeCloseTo((3 * GIGABYTE) / 10, 3);
	});

	it.each([
		['video stopped at once', mediaScene({ selfStartedMs: 5 * SECOND_MS })],
		['video that the learner started', HOUR_OF_VIDEO],
		[
			'the next video of a list, which has its own tip',
			{ ...mediaScene({ selfStartedMs: HOUR_MS }), video: { isNext: true } },
		],
	])('does not apply to %s', (_, scene) => expect(judge(scene)).toBeNull());
});

describe('runaway-playlist', () => {
	const judge = (report: NonNullable<Scene['video']>) => runawayPlaylist.judge(momentOf(videoScene(report)));
	const next = { isNext: true, idleMs: 10 * MINUTE_MS, durationMs: 20 * MINUTE_MS };

	it('applies to a next video without any input: all of it', () => {
		expect(judge(next)).toMatchObject({ stakeBytes: GIGABYTE, per: 'video', params: { idleMs: 10 * MINUTE_MS } });
	});

	it.each([
		['a video that the learner chose', { ...next, isNext: false }],
		['a learner who is present', { ...next, idleMs: 9 * MINUTE_MS }],
		['a video without an end', { ...next, durationMs: null }],
	])('does not apply to %s', (_, report) => expect(judge(report)).toBeNull());
});
