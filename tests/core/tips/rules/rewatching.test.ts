import { describe, expect, it } from 'vitest';
import { GIGABYTE, MINUTE_MS, momentOf, type Scene, videoScene } from '@/tests/core/tips/moment';
import { replayedMedia, skimmedVideo } from '@/utils/core/tips/rules/rewatching';

describe('replayed-media', () => {
	const judge = (report: NonNullable<Scene['video']>) => replayedMedia.judge(momentOf(videoScene(report)));
	const again = { durationMs: 20 * MINUTE_MS, watchedRatio: 0.95, replayedRatio: 0.9 };

	it('applies to a video watched again: the bytes of the second time', () => {
		expect(judge(again)).toMatchObject({ stakeBytes: GIGABYTE * 0.9, per: 'so-far' });
	});

	it.each([
		['a passage watched again', { ...again, replayedRatio: 0.3 }],
		['a video watched in part', { ...again, watchedRatio: 0.8 }],
		['a video without an end', { ...again, durationMs: null }],
		['a video whose replayed share is unknown', { ...again, replayedRatio: null }],
	])('does not apply to %s', (_, report) => expect(judge(report)).toBeNull());
});

describe('skimmed-video', () => {
	const judge = (report: NonNullable<Scene['video']>) => skimmedVideo.judge(momentOf(videoScene(report)));
	const skimmed = { hasCaptions: true, durationMs: 20 * MINUTE_MS, skippedRatio: 0.5 };

	it('applies to a captioned video that is skimmed: all of it', () => {
		expect(judge(skimmed)).toMatchObject({ stakeBytes: GIGABYTE, per: 'video', params: { skippedRatio: 0.5 } });
	});

	it.each([
		['a video without captions', { ...skimmed, hasCaptions: false }],
		['a video that is watched', { ...skimmed, skippedRatio: 0.3 }],
		['a video without an end', { ...skimmed, durationMs: null }],
	])('does not apply to %s', (_, report) => expect(judge(report)).toBeNull());
});
