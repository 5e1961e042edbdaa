import { describe, expect, it } from 'vitest';
import { GIGABYTE, HOUR_MS, HOUR_OF_VIDEO, momentOf, type Scene, SECOND_MS } from '@/tests/core/tips/moment';
import { oversizedVideo, tooSharpVideo } from '@/utils/core/tips/rules/quality';
import { assumedBytesPerHour } from '@/utils/core/tips/video';

/** Of a video: 480p does not fill it. */
const LARGE = { shownWidthPx: 1280, shownHeightPx: 700 };

describe('oversized-video', () => {
	const judge = (video: NonNullable<Scene['video']> | null, scene = HOUR_OF_VIDEO) =>
		oversizedVideo.judge(momentOf({ ...scene, video }));

	it('applies to 1080p in 640 × 360: the measured hour less the one at 480p', () => {
		expect(judge({})).toEqual({
			stakeBytes: 3 * GIGABYTE - 0.7 * GIGABYTE,
			per: 'hour',
			saving: 'bytes',
			versionLines: null,
			params: { lines: 1080, shownWidth: 640, shownHeight: 360, fittingLines: 480 },
		});
	});

	it('takes the quality that still fills a larger frame', () => {
		expect(judge({ shownWidthPx: 1280, shownHeightPx: 720 })).toMatchObject({
			stakeBytes: 3 * GIGABYTE - assumedBytesPerHour(720),
			params: { fittingLines: 720 },
		});
	});

	it.each([
		['no video', null],
		['half a minute at most', { oversizedMs: 30 * SECOND_MS }],
		['a frame of the same size', { shownWidthPx: 1920, shownHeightPx: 1080 }],
		['a hidden tab, which has its own tip', { isHidden: true }],
		['a video that exists in one quality', { isAdaptive: false }],
	])('does not apply to %s', (_, video) => expect(judge(video)).toBeNull());

	it.each([
		['480p, which it played before', { '480': 1, '1080': HOUR_MS }, {}, {}, 480],
		['360p, where that fills the frame and was played', { '360': 1, '1080': HOUR_MS }, { shownWidthPx: 640 }, {}, 360],
		['nothing that it may not have', { '720': 1, '1080': HOUR_MS }, {}, {}, null],
		['no version above the limit of a phone', { '720': 1, '1080': HOUR_MS }, LARGE, { device: 'phone' }, null],
		['720p in a large frame', { '720': 1, '1080': HOUR_MS }, LARGE, {}, 720],
	] as const)('names %s', (_, videoMsByHeight, video, profile, versionLines) => {
		const media = { videoMs: HOUR_MS, videoMsByHeight };
		const scene: Scene = { ...HOUR_OF_VIDEO, media, video: { shownWidthPx: 800, ...video }, profile };
		expect(oversizedVideo.judge(momentOf(scene))?.versionLines).toBe(versionLines);
	});

	it('names no version above the limit that the user has chosen', () => {
		const media = { videoMs: HOUR_MS, videoMsByHeight: { '720': 1, '1080': HOUR_MS } };
		const moment = momentOf({ ...HOUR_OF_VIDEO, media, video: LARGE });
		expect(oversizedVideo.judge({ ...moment, limitLines: 480 })?.versionLines).toBeNull();
		expect(oversizedVideo.judge({ ...moment, limitLines: 720 })?.versionLines).toBe(720);
	});

	it('promises no more than the ratio of the two versions leaves', () => {
		const heavy: Scene = { ...HOUR_OF_VIDEO, received: { video: { measuredBytes: 6 * GIGABYTE } } };
		expect(judge({}, heavy)?.stakeBytes).toBeCloseTo(6 * GIGABYTE * (1 - 0.7 / 3), 3);
	});

	it('does not apply to a video that already takes no more than 480p', () => {
		const light: Scene = { received: { video: { measuredBytes: 0.6 * GIGABYTE } }, media: { videoMs: HOUR_MS } };
		expect(judge({}, light)).toBeNull();
	});
});

describe('too-sharp-video', () => {
	const uhd = { decodedWidthPx: 3840, decodedHeightPx: 2160, shownWidthPx: 3840, shownHeightPx: 2160, oversizedMs: 0 };
	const hour: Scene = {
		received: { video: { measuredBytes: 7 * GIGABYTE } },
		media: { videoMs: HOUR_MS, videoMsByHeight: { '2160': HOUR_MS } },
	};
	const judge = (scene: Scene) => tooSharpVideo.judge(momentOf(scene));

	it('applies to 2160p that fills its frame: 4 GB an hour', () => {
		expect(judge({ ...hour, video: uhd })).toEqual({
			stakeBytes: 7 * GIGABYTE - 3 * GIGABYTE,
			per: 'hour',
			saving: 'bytes',
			versionLines: null,
			params: { lines: 2160, enoughLines: 1080 },
		});
	});

	it.each([
		['1080p', { ...HOUR_OF_VIDEO, video: { shownWidthPx: 1920, shownHeightPx: 1080 } }],
		['no video', { ...hour, video: null }],
		[
			'a video larger than its frame, which has its own tip',
			{ ...hour, video: { ...uhd, shownWidthPx: 640, shownHeightPx: 360 } },
		],
		['a hidden tab', { ...hour, video: { ...uhd, isHidden: true } }],
		[
			'a start of 30 s',
			{ ...hour, media: { videoMs: HOUR_MS, videoMsByHeight: { '2160': 30 * SECOND_MS } }, video: uhd },
		],
		['2160p as light as 1080p', { ...hour, received: { video: { measuredBytes: 3 * GIGABYTE } }, video: uhd }],
	])('does not apply to %s', (_, scene) => expect(judge(scene)).toBeNull());
});

it('in sober mode 720p is enough on a computer, and 480p on a phone', () => {
	const sharp = { shownWidthPx: 1920, shownHeightPx: 1080 };
	const judge = (profile: NonNullable<Scene['profile']>, isSober: boolean) =>
		tooSharpVideo.judge({ ...momentOf({ ...HOUR_OF_VIDEO, video: sharp, profile }), isSober });
	expect(judge({}, false)).toBeNull();
	expect(judge({}, true)?.params).toEqual({ lines: 1080, enoughLines: 720 });
	expect(judge({ device: 'phone' }, true)?.params).toEqual({ lines: 1080, enoughLines: 480 });
});
