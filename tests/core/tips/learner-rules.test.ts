import { describe, expect, it } from 'vitest';
import { findingGrams } from '@/utils/core/tips/grams';
import { autoplay } from '@/utils/core/tips/rules/autoplay';
import { cameraOn } from '@/utils/core/tips/rules/camera-on';
import { deviceAge } from '@/utils/core/tips/rules/device-age';
import { offscreenVideo } from '@/utils/core/tips/rules/offscreen-video';
import { replayedMedia } from '@/utils/core/tips/rules/replayed-media';
import { runawayPlaylist } from '@/utils/core/tips/rules/runaway-playlist';
import { skimmedVideo } from '@/utils/core/tips/rules/skimmed-video';
import { tooSharpVideo } from '@/utils/core/tips/rules/too-sharp-video';
import { GIGABYTE, HOUR_MS, MINUTE_MS, momentOf, type Scene, SECOND_MS } from './moment';

/** An hour of video that took 3 GB, 1080p throughout. */
const HOUR_OF_VIDEO: Scene = {
	received: { video: { measuredBytes: 3 * GIGABYTE } },
	media: { videoMs: HOUR_MS, videoMsByHeight: { '1080': HOUR_MS } },
};
const SOUND = (168 / 1024) * GIGABYTE;
const video = (report: NonNullable<Scene['video']>): Scene => ({ ...HOUR_OF_VIDEO, video: report });
const media = (report: NonNullable<Scene['media']>): Scene => ({
	...HOUR_OF_VIDEO,
	media: { ...HOUR_OF_VIDEO.media, ...report },
});

describe('offscreen-video', () => {
	const judge = (scene: Scene) => offscreenVideo.judge(momentOf(scene));

	it('fires while the video is out of the viewport: an hour of video less an hour of sound', () => {
		expect(judge(video({ isOffScreen: true, offScreenMs: MINUTE_MS }))).toEqual({
			stakeBytes: 3 * GIGABYTE - SOUND,
			per: 'hour',
			saving: 'bytes',
			params: { unseenMs: MINUTE_MS },
		});
	});

	it('tells what the unseen minutes took once it is back', () => {
		const found = judge(media({ offScreenMs: 10 * MINUTE_MS }));
		expect(found).toMatchObject({ per: 'so-far', params: { unseenMs: 10 * MINUTE_MS } });
		expect(found?.stakeBytes).toBeCloseTo((3 * GIGABYTE - SOUND) / 6, 3);
	});

	it.each([
		['half a minute at most', video({ isOffScreen: true, offScreenMs: 30 * SECOND_MS })],
		['no video', {}],
	])('rests on %s', (_, scene) => expect(judge(scene)).toBeNull());
});

describe('autoplay', () => {
	const judge = (scene: Scene) => autoplay.judge(momentOf(scene));

	it('fires on video that no gesture had started: what it took', () => {
		const found = judge(media({ selfStartedMs: 6 * MINUTE_MS }));
		expect(found).toMatchObject({ per: 'so-far', params: { selfStartedMs: 6 * MINUTE_MS } });
		expect(found?.stakeBytes).toBeCloseTo((3 * GIGABYTE) / 10, 3);
	});

	it.each([
		['video stopped at once', media({ selfStartedMs: 5 * SECOND_MS })],
		['video that the learner started', HOUR_OF_VIDEO],
		[
			'the next video of a list, which has its own tip',
			{ ...media({ selfStartedMs: HOUR_MS }), video: { isNext: true } },
		],
	])('rests on %s', (_, scene) => expect(judge(scene)).toBeNull());
});

describe('runaway-playlist', () => {
	const judge = (report: NonNullable<Scene['video']>) => runawayPlaylist.judge(momentOf(video(report)));
	const next = { isNext: true, idleMs: 10 * MINUTE_MS, durationMs: 20 * MINUTE_MS };

	it('fires on a next video with nobody about: all of it', () => {
		expect(judge(next)).toMatchObject({ stakeBytes: GIGABYTE, per: 'video', params: { idleMs: 10 * MINUTE_MS } });
	});

	it.each([
		['a video that the learner chose', { ...next, isNext: false }],
		['a learner who is there', { ...next, idleMs: 9 * MINUTE_MS }],
		['a video without an end', { ...next, durationMs: null }],
	])('rests on %s', (_, report) => expect(judge(report)).toBeNull());
});

describe('replayed-media', () => {
	const judge = (report: NonNullable<Scene['video']>) => replayedMedia.judge(momentOf(video(report)));
	const again = { durationMs: 20 * MINUTE_MS, watchedRatio: 0.95, replayedRatio: 0.9 };

	it('fires on a video watched again: what the second time took', () => {
		expect(judge(again)).toMatchObject({ stakeBytes: GIGABYTE * 0.9, per: 'so-far' });
	});

	it.each([
		['a passage watched again', { ...again, replayedRatio: 0.3 }],
		['a video watched in part', { ...again, watchedRatio: 0.8 }],
		['a video without an end', { ...again, durationMs: null }],
		['a video of which that is unknown', { ...again, replayedRatio: null }],
	])('rests on %s', (_, report) => expect(judge(report)).toBeNull());
});

describe('skimmed-video', () => {
	const judge = (report: NonNullable<Scene['video']>) => skimmedVideo.judge(momentOf(video(report)));
	const skimmed = { hasCaptions: true, durationMs: 20 * MINUTE_MS, skippedRatio: 0.5 };

	it('fires on a captioned video that is jumped through: the video', () => {
		expect(judge(skimmed)).toMatchObject({ stakeBytes: GIGABYTE, per: 'video', params: { skippedRatio: 0.5 } });
	});

	it.each([
		['a video without captions', { ...skimmed, hasCaptions: false }],
		['a video that is watched', { ...skimmed, skippedRatio: 0.3 }],
		['a video without an end', { ...skimmed, durationMs: null }],
	])('rests on %s', (_, report) => expect(judge(report)).toBeNull());
});

it('in sober mode 720p is enough on a computer, and 480p on a phone', () => {
	const sharp = { shownWidthPx: 1920, shownHeightPx: 1080 };
	const judge = (profile: NonNullable<Scene['profile']>, isSober: boolean) =>
		tooSharpVideo.judge({ ...momentOf({ ...HOUR_OF_VIDEO, video: sharp, profile }), isSober });
	expect(judge({}, false)).toBeNull();
	expect(judge({}, true)?.params).toEqual({ lines: 1080, enoughLines: 720 });
	expect(judge({ device: 'phone' }, true)?.params).toEqual({ lines: 1080, enoughLines: 480 });
});

describe('camera-on', () => {
	const judge = (classMs: number, cameraSentMs: number) =>
		cameraOn.judge(momentOf({ media: { classMs, cameraSentMs } }));

	it('fires while the camera is sent through a class: an hour of 480p less an hour of sound', () => {
		expect(judge(20 * MINUTE_MS, 15 * MINUTE_MS)).toEqual({
			stakeBytes: 0.7 * GIGABYTE - SOUND,
			per: 'hour',
			saving: 'bytes',
			params: { cameraSentMs: 15 * MINUTE_MS },
		});
	});

	it.each([
		['a hello with a picture', 5 * MINUTE_MS, 4 * MINUTE_MS],
		['a camera that has been off for most of the class', HOUR_MS, 20 * MINUTE_MS],
		['no class', 0, 0],
	])('rests on %s', (_, classMs, cameraSentMs) => expect(judge(classMs, cameraSentMs)).toBeNull());
});

describe('device-age', () => {
	const moment = (deviceAgeYears: number | null, activeMs = HOUR_MS) => {
		const { visit, ...rest } = momentOf({ profile: { deviceAgeYears } });
		return { ...rest, visit: { ...visit, activeMs } };
	};

	it('fires on a young device after ten minutes of course: ADEME’s laptop, seven years in place of five', () => {
		const found = deviceAge.judge(moment(2));
		expect(found).toEqual({ stakeBytes: 0, per: 'hour', saving: 'device', params: {} });
		if (!found) return;
		const { low, high } = findingGrams(found, moment(2).profile);
		expect(low).toBeCloseTo(9.7, 1);
		expect(high).toBeGreaterThan(low);
	});

	it.each([
		['a device whose age nobody said', moment(null)],
		['one that has served its time', moment(5)],
		['a page just opened', moment(2, 9 * MINUTE_MS)],
	])('rests on %s', (_, at) => expect(deviceAge.judge(at)).toBeNull());
});
