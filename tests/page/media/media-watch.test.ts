// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { FakeVideo } from './fake-video';
import { basics, MediaRig, played } from './media-rig';

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('another visit in the same document', () => {
	it('starts at 0 and includes a video that goes on', () => {
		const video = new FakeVideo();
		video.play();
		video.run(3_300);
		rig.watch.reset();
		expect(rig.watch.totals()).toEqual(NO_MEDIA);
		video.run(2_200);
		expect(basics(rig.watch.totals())).toEqual(played(2_200));
	});

	it('excludes what was buffered before', () => {
		const video = new FakeVideo();
		video.currentSrc = 'https://media.example/video.mp4';
		video.duration = 100;
		video.parts = [[0, 40]];
		video.send('progress');
		rig.watch.reset();
		expect(rig.watch.takeVideos()).toEqual([]);
		video.parts = [[0, 65]];
		video.send('progress');
		expect(rig.watch.takeVideos()).toEqual([
			{
				key: addressKey(video.currentSrc),
				share: (65 - 40) / 100,
				lastLoadedAtMs: expect.any(Number),
				suspendedAtMs: 0,
				isPlayed: false,
				inspectedAtMs: expect.any(Number),
				sharePerMs: 0,
				hasJumped: false,
			},
		]);
	});
});

describe('watching', () => {
	it('runs no timer', () => {
		new FakeVideo().play();
		new FakeVideo().play();
		rig.watch.totals();
		expect([rig.watch.isPlaying(), vi.getTimerCount()]).toEqual([true, 0]);
	});

	it('notifies of changes, and not after a stop', () => {
		const video = new FakeVideo();
		video.play();
		video.pause();
		video.send('progress');
		expect(rig.changeCount).toBe(3);
		rig.watch.stop();
		video.play();
		video.pause();
		video.send('progress');
		expect(rig.changeCount).toBe(3);
	});

	it('ignores elements that are not media', () => {
		document.body.append(document.createElement('div'));
		document.body.firstElementChild?.dispatchEvent(new Event('playing'));
		expect([rig.changeCount, rig.watch.totals()]).toEqual([0, NO_MEDIA]);
	});
});
