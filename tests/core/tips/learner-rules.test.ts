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

/** An hour of film that took 3 GB, 1080p throughout. */
const HOUR_OF_FILM: Scene = {
	received: { video: { measuredBytes: 3 * GIGABYTE } },
	media: { videoMs: HOUR_MS, videoMsByHeight: { '1080': HOUR_MS } },
};
const SOUND = (168 / 1024) * GIGABYTE;
const film = (said: NonNullable<Scene['film']>): Scene => ({ ...HOUR_OF_FILM, film: said });
const media = (said: NonNullable<Scene['media']>): Scene => ({
	...HOUR_OF_FILM,
	media: { ...HOUR_OF_FILM.media, ...said },
});

describe('offscreen-video', () => {
	const judge = (scene: Scene) => offscreenVideo.judge(momentOf(scene));

	it('fires while the film is out of the viewport: an hour of film less an hour of sound', () => {
		expect(judge(film({ isOffScreen: true, offScreenMs: MINUTE_MS }))).toEqual({
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
		['half a minute at most', film({ isOffScreen: true, offScreenMs: 30 * SECOND_MS })],
		['no film', {}],
	])('rests on %s', (_, scene) => expect(judge(scene)).toBeNull());
});

describe('autoplay', () => {
	const judge = (scene: Scene) => autoplay.judge(momentOf(scene));

	it('fires on film that no gesture had started: what it took', () => {
		const found = judge(media({ selfStartedMs: 6 * MINUTE_MS }));
		expect(found).toMatchObject({ per: 'so-far', params: { selfStartedMs: 6 * MINUTE_MS } });
		expect(found?.stakeBytes).toBeCloseTo((3 * GIGABYTE) / 10, 3);
	});

	it.each([
		['film stopped at once', media({ selfStartedMs: 5 * SECOND_MS })],
		['film that the learner started', HOUR_OF_FILM],
		[
			'the next film of a list, which has its own tip',
			{ ...media({ selfStartedMs: HOUR_MS }), film: { isNext: true } },
		],
	])('rests on %s', (_, scene) => expect(judge(scene)).toBeNull());
});

describe('runaway-playlist', () => {
	const judge = (said: NonNullable<Scene['film']>) => runawayPlaylist.judge(momentOf(film(said)));
	const next = { isNext: true, idleMs: 10 * MINUTE_MS, durationMs: 20 * MINUTE_MS };

	it('fires on a next film with nobody about: all of it', () => {
		expect(judge(next)).toMatchObject({ stakeBytes: GIGABYTE, per: 'film', params: { idleMs: 10 * MINUTE_MS } });
	});

	it.each([
		['a film that the learner chose', { ...next, isNext: false }],
		['a learner who is there', { ...next, idleMs: 9 * MINUTE_MS }],
		['a film without an end', { ...next, durationMs: null }],
	])('rests on %s', (_, said) => expect(judge(said)).toBeNull());
});

describe('replayed-media', () => {
	const judge = (said: NonNullable<Scene['film']>) => replayedMedia.judge(momentOf(film(said)));
	const again = { durationMs: 20 * MINUTE_MS, watchedRatio: 0.95, replayedRatio: 0.9 };

	it('fires on a film watched again: what the second time took', () => {
		expect(judge(again)).toMatchObject({ stakeBytes: GIGABYTE * 0.9, per: 'so-far' });
	});

	it.each([
		['a passage watched again', { ...again, replayedRatio: 0.3 }],
		['a film watched in part', { ...again, watchedRatio: 0.8 }],
		['a film without an end', { ...again, durationMs: null }],
		['a film of which that is unknown', { ...again, replayedRatio: null }],
	])('rests on %s', (_, said) => expect(judge(said)).toBeNull());
});

describe('skimmed-video', () => {
	const judge = (said: NonNullable<Scene['film']>) => skimmedVideo.judge(momentOf(film(said)));
	const skimmed = { hasCaptions: true, durationMs: 20 * MINUTE_MS, skippedRatio: 0.5 };

	it('fires on a captioned film that is jumped through: the film', () => {
		expect(judge(skimmed)).toMatchObject({ stakeBytes: GIGABYTE, per: 'film', params: { skippedRatio: 0.5 } });
	});

	it.each([
		['a film without captions', { ...skimmed, hasCaptions: false }],
		['a film that is watched', { ...skimmed, skippedRatio: 0.3 }],
		['a film without an end', { ...skimmed, durationMs: null }],
	])('rests on %s', (_, said) => expect(judge(said)).toBeNull());
});

it('in sober mode 720p is enough on a computer, and 480p on a phone', () => {
	const sharp = { shownWidthPx: 1920, shownHeightPx: 1080 };
	const judge = (profile: NonNullable<Scene['profile']>, isSober: boolean) =>
		tooSharpVideo.judge({ ...momentOf({ ...HOUR_OF_FILM, film: sharp, profile }), isSober });
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
