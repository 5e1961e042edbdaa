// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { FakeVideo } from './fake-video';
import { MediaRig } from './media-rig';

/** `HTMLMediaElement.networkState`. */
const NETWORK_IDLE = 1;
const NETWORK_LOADING = 2;

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('the buffered share of a video', () => {
	let video: FakeVideo;
	beforeEach(() => {
		video = new FakeVideo();
		video.currentSrc = 'https://media.example/video.mp4';
		video.duration = 100;
	});

	it('includes everything ever buffered, and is reported once when it grows', () => {
		video.parts = [[0, 20]];
		video.send('progress');
		video.parts = [[60, 90]];
		video.send('progress');
		const key = addressKey(video.currentSrc);
		const expected = {
			key,
			share: (20 + 30) / 100,
			isPlayed: false,
			suspendedAtMs: 0,
			sharePerMs: 0,
			hasJumped: false,
		};
		expect(rig.watch.takeVideos()).toEqual([
			{ ...expected, lastLoadedAtMs: expect.any(Number), inspectedAtMs: expect.any(Number) },
		]);
		expect(rig.watch.takeVideos()).toEqual([]);
		video.parts = [[10, 20]];
		video.send('progress');
		expect(rig.watch.takeVideos()).toEqual([]);
	});

	it('is reported again when its report did not arrive', () => {
		video.parts = [[0, 20]];
		video.send('progress');
		const taken = rig.watch.takeVideos();
		rig.watch.putBack(taken);
		expect(rig.watch.takeVideos()).toEqual(taken);
	});

	it.each([
		['uses Media Source Extensions', { currentSrc: 'blob:https://a.example/1' }],
		['has no length yet', { duration: Number.NaN }],
		['is live', { duration: Number.POSITIVE_INFINITY }],
	])('is not reported for a video that %s', (_title, changes) => {
		Object.assign(video, changes);
		video.parts = [[0, 20]];
		video.send('progress');
		expect(rig.watch.takeVideos()).toEqual([]);
	});

	it('reports that another part was loaded after a suspension', () => {
		const load = (parts: FakeVideo['parts'], networkState: number) => {
			Object.assign(video, { parts, networkState });
			video.send('progress');
		};
		load([[0, 20]], NETWORK_IDLE);
		load([[0, 30]], NETWORK_LOADING);
		expect(rig.watch.takeVideos()).toMatchObject([{ hasJumped: false }]);
		load([[0, 30]], NETWORK_IDLE);
		load([[0, 30]], NETWORK_LOADING);
		load(
			[
				[0, 30],
				[60, 70],
			],
			NETWORK_LOADING,
		);
		expect(rig.watch.takeVideos()).toMatchObject([{ hasJumped: true }]);
	});

	it('is at most 1', () => {
		video.parts = [[0, 100.4]];
		video.send('progress');
		expect(rig.watch.takeVideos()).toMatchObject([{ share: 1 }]);
	});
});
