import { describe, expect, it } from 'vitest';
import { heavyPage } from '@/utils/core/tips/rules/heavy-page';
import { hiddenVideo } from '@/utils/core/tips/rules/hidden-video';
import { mobileNetwork } from '@/utils/core/tips/rules/mobile-network';
import { oversizedVideo } from '@/utils/core/tips/rules/oversized-video';
import { tooSharpVideo } from '@/utils/core/tips/rules/too-sharp-video';
import { assumedBytesPerHour } from '@/utils/core/tips/video';
import { GIGABYTE, HOUR_MS, MEGABYTE, MINUTE_MS, momentOf, type Scene, SECOND_MS } from './moment';

/** An hour of video that took 3 GB, 1080p throughout. */
const HOUR_OF_VIDEO: Scene = {
	received: { video: { measuredBytes: 3 * GIGABYTE } },
	media: { videoMs: HOUR_MS, videoMsByHeight: { '1080': HOUR_MS } },
};
const SOUND = (168 / 1024) * GIGABYTE;

describe('oversized-video', () => {
	const judge = (video: NonNullable<Scene['video']> | null, scene = HOUR_OF_VIDEO) =>
		oversizedVideo.judge(momentOf({ ...scene, video }));

	it('fires on 1080p in 640 × 360: the measured hour less the one at 480p', () => {
		expect(judge({})).toEqual({
			stakeBytes: 3 * GIGABYTE - 0.7 * GIGABYTE,
			per: 'hour',
			saving: 'bytes',
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
	])('rests on %s', (_, video) => expect(judge(video)).toBeNull());

	it('rests on a video that already takes no more than 480p', () => {
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

	it('fires on 2160p that fills its frame: 4 GB an hour', () => {
		expect(judge({ ...hour, video: uhd })).toEqual({
			stakeBytes: 7 * GIGABYTE - 3 * GIGABYTE,
			per: 'hour',
			saving: 'bytes',
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
	])('rests on %s', (_, scene) => expect(judge(scene)).toBeNull());
});

describe('hidden-video', () => {
	const judge = (hiddenMs: number, video: NonNullable<Scene['video']> | null, received = HOUR_OF_VIDEO.received) =>
		hiddenVideo.judge(momentOf({ received: received ?? {}, media: { ...HOUR_OF_VIDEO.media, hiddenMs }, video }));

	it('fires while the video is hidden: an hour of video less an hour of sound', () => {
		const hiddenMs = 2 * MINUTE_MS;
		expect(judge(hiddenMs, { isHidden: true, hiddenMs })).toEqual({
			stakeBytes: 3 * GIGABYTE - SOUND,
			per: 'hour',
			saving: 'bytes',
			params: { unseenMs: hiddenMs },
		});
	});

	it.each([
		['back in sight', {}],
		['stopped', null],
	])('tells what the hidden minutes took once the video is %s', (_, video) => {
		const found = judge(20 * MINUTE_MS, video);
		expect(found).toMatchObject({ per: 'so-far', params: { unseenMs: 20 * MINUTE_MS } });
		expect(found?.stakeBytes).toBeCloseTo(((3 * GIGABYTE - SOUND) * 20) / 60, 3);
	});

	it('rests after a minute at most, and on a video as light as sound', () => {
		expect(judge(MINUTE_MS, { isHidden: true, hiddenMs: MINUTE_MS })).toBeNull();
		expect(judge(20 * MINUTE_MS, {}, { video: { measuredBytes: 0.1 * GIGABYTE } })).toBeNull();
	});

	it('rests where no video has played', () => {
		expect(hiddenVideo.judge(momentOf({}))).toBeNull();
	});
});

describe('heavy-page', () => {
	const judge = (received: Scene['received']) => heavyPage.judge(momentOf({ received: received ?? {} }));

	it('fires above 2 MB: the weight above the goal of 1 MB', () => {
		expect(
			judge({
				document: { measuredBytes: 0.1 * MEGABYTE },
				image: { measuredBytes: 6 * MEGABYTE, estimatedBytes: 0.4 * MEGABYTE, requestCount: 8 },
			}),
		).toEqual({
			stakeBytes: 0.1 * MEGABYTE + 6.4 * MEGABYTE - 1 * MEGABYTE,
			per: 'page',
			saving: 'bytes',
			params: { pageBytes: 6.5 * MEGABYTE, requestCount: 1 + 8, goalBytes: 1 * MEGABYTE },
		});
	});

	it('fires above 100 requests when there is more than the goal to spare', () => {
		expect(judge({ script: { measuredBytes: 1.5 * MEGABYTE, requestCount: 101 } })).toMatchObject({
			stakeBytes: 1.5 * MEGABYTE - 1 * MEGABYTE,
		});
		expect(judge({ script: { measuredBytes: 0.9 * MEGABYTE, requestCount: 500 } })).toBeNull();
	});

	it.each([
		['a light page', { document: { measuredBytes: 2 * MEGABYTE, requestCount: 100 } }],
		[
			'what the learner chose: video, sound, document, class',
			{
				video: { measuredBytes: 90 * MEGABYTE },
				audio: { measuredBytes: 90 * MEGABYTE },
				file: { measuredBytes: 90 * MEGABYTE },
				socket: { measuredBytes: 90 * MEGABYTE },
			},
		],
		['nothing at all', {}],
	])('rests on %s', (_, received) => expect(judge(received)).toBeNull());
});

describe('mobile-network', () => {
	const judge = (scene: Scene) => mobileNetwork.judge(momentOf(scene));
	const mobile = { network: 'mobile' } as const;

	it('fires on more than 200 MB of video an hour over the mobile network', () => {
		expect(judge({ ...HOUR_OF_VIDEO, profile: mobile })).toEqual({
			stakeBytes: 3 * GIGABYTE,
			per: 'hour',
			saving: 'network',
			params: {},
		});
	});

	it.each([
		['a fixed network', HOUR_OF_VIDEO],
		['no video', { profile: mobile }],
		['200 MB an hour', { ...HOUR_OF_VIDEO, received: { video: { measuredBytes: 200 * MEGABYTE } }, profile: mobile }],
		[
			'less than a minute of video',
			{
				...HOUR_OF_VIDEO,
				media: { videoMs: 59 * SECOND_MS, videoMsByHeight: { '1080': 59 * SECOND_MS } },
				profile: mobile,
			},
		],
	])('rests on %s', (_, scene: Scene) => expect(judge(scene)).toBeNull());
});
