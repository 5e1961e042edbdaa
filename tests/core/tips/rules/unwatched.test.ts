import { describe, expect, it } from 'vitest';
import {
	GIGABYTE,
	HOUR_OF_VIDEO,
	MINUTE_MS,
	mediaScene,
	momentOf,
	type Scene,
	SECOND_MS,
	SOUND_BYTES,
	videoScene,
} from '@/tests/core/tips/moment';
import { hiddenVideo, offscreenVideo } from '@/utils/core/tips/rules/unwatched';

describe('hidden-video', () => {
	const judge = (hiddenMs: number, video: NonNullable<Scene['video']> | null, received = HOUR_OF_VIDEO.received) =>
		hiddenVideo.judge(momentOf({ received: received ?? {}, media: { ...HOUR_OF_VIDEO.media, hiddenMs }, video }));

	it('applies while the video is hidden: an hour of video less an hour of sound', () => {
		const hiddenMs = 2 * MINUTE_MS;
		expect(judge(hiddenMs, { isHidden: true, hiddenMs })).toEqual({
			stakeBytes: 3 * GIGABYTE - SOUND_BYTES,
			per: 'hour',
			saving: 'bytes',
			params: { unseenMs: hiddenMs },
		});
	});

	it.each([
		['visible again', {}],
		['stopped', null],
	])('counts the hidden minutes once the video is %s', (_, video) => {
		const found = judge(20 * MINUTE_MS, video);
		expect(found).toMatchObject({ per: 'so-far', params: { unseenMs: 20 * MINUTE_MS } });
		expect(found?.stakeBytes).toBeCloseTo(((3 * GIGABYTE - SOUND_BYTES) * 20) / 60, 3);
	});

	it('does not apply to a minute or less, nor to a video as light as sound', () => {
		expect(judge(MINUTE_MS, { isHidden: true, hiddenMs: MINUTE_MS })).toBeNull();
		expect(judge(20 * MINUTE_MS, {}, { video: { measuredBytes: 0.1 * GIGABYTE } })).toBeNull();
	});

	it('does not apply where no video has played', () => {
		expect(hiddenVideo.judge(momentOf({}))).toBeNull();
	});
});

describe('offscreen-video', () => {
	const judge = (scene: Scene) => offscreenVideo.judge(momentOf(scene));

	it('applies while the video is out of the viewport: an hour of video less an hour of sound', () => {
		expect(judge(videoScene({ isOffScreen: true, offScreenMs: MINUTE_MS }))).toEqual({
			stakeBytes: 3 * GIGABYTE - SOUND_BYTES,
			per: 'hour',
			saving: 'bytes',
			params: { unseenMs: MINUTE_MS },
		});
	});

	it('counts the unseen minutes once it is visible again', () => {
		const found = judge(mediaScene({ offScreenMs: 10 * MINUTE_MS }));
		expect(found).toMatchObject({ per: 'so-far', params: { unseenMs: 10 * MINUTE_MS } });
		expect(found?.stakeBytes).toBeCloseTo((3 * GIGABYTE - SOUND_BYTES) / 6, 3);
	});

	it.each([
		['half a minute at most', videoScene({ isOffScreen: true, offScreenMs: 30 * SECOND_MS })],
		['no video', {}],
	])('does not apply to %s', (_, scene) => expect(judge(scene)).toBeNull());
});
