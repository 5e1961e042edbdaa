// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PLAYING } from '@/tests/core/visit/playing';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { FakeVideo, showTab } from './fake-video';
import { basics, MediaRig, played } from './media-rig';

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('a playing video', () => {
	it('is hidden while the tab is, except in picture-in-picture', () => {
		const video = new FakeVideo();
		video.play();
		video.run(1_000);
		showTab('hidden');
		video.run(2_400);
		showTab('visible');
		video.run(1_300);
		Object.defineProperty(document, 'pictureInPictureElement', { value: video.element, configurable: true });
		showTab('hidden');
		video.run(1_500);
		Object.defineProperty(document, 'pictureInPictureElement', { value: null, configurable: true });
		expect(basics(rig.watch.totals())).toEqual(played(1_000 + 2_400 + 1_300 + 1_500, { hiddenMs: 2_400 }));
	});

	it('is hidden for the whole time although a hidden tab’s timers are throttled', () => {
		const video = new FakeVideo();
		video.play();
		showTab('hidden');
		video.currentTime += 60;
		vi.setSystemTime(Date.now() + 60_000);
		vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
		expect(basics(rig.watch.totals())).toEqual(played(60_000, { hiddenMs: 60_000 }));
		vi.mocked(performance.now).mockRestore();
	});

	it('is counted by decoded resolution, each stretch under its own', () => {
		const video = new FakeVideo();
		video.play();
		video.run(2_300);
		video.decode(426, 240);
		video.run(1_400);
		expect(basics(rig.watch.totals())).toEqual(played(2_300 + 1_400, { videoMsByHeight: { 240: 1_400, 480: 2_300 } }));
	});

	it.each([
		['half the width and height: a quarter of the pixels', { width: 427, height: 240 }, 1, 3_000],
		['half the pixels', { width: 603, height: 339 }, 1, 3_000],
		['a little more than half the pixels', { width: 605, height: 340 }, 1, 0],
		['the same with bars above and below', { width: 605, height: 480 }, 1, 0],
		['a quarter of the pixels with bars above and below', { width: 427, height: 480 }, 1, 3_000],
		['half the size on a screen with two device pixels per CSS pixel', { width: 427, height: 240 }, 2, 0],
		['no size, since the player shows it elsewhere', { width: 0, height: 0 }, 1, 0],
	])('is oversized or not when shown at %s', (_title, shown, ratio, oversizedMs) => {
		vi.stubGlobal('devicePixelRatio', ratio);
		const video = new FakeVideo();
		video.shown = shown;
		video.play();
		video.run(3_000);
		expect(basics(rig.watch.totals())).toEqual(played(3_000, { oversizedMs }));
		vi.unstubAllGlobals();
	});

	it('is hidden rather than oversized when it is both', () => {
		const video = new FakeVideo();
		video.shown = { width: 100, height: 50 };
		video.play();
		video.run(1_000);
		showTab('hidden');
		video.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(3_000, { oversizedMs: 1_000, hiddenMs: 2_000 }));
	});

	it('counts as sound for audio, and for a video without a picture', () => {
		const audio = new FakeVideo('audio');
		audio.play();
		audio.run(2_000);
		audio.pause();
		const pictureless = new FakeVideo();
		pictureless.decoded = { width: 0, height: 0 };
		pictureless.play();
		pictureless.run(1_500);
		showTab('hidden');
		pictureless.run(500);
		expect(basics(rig.watch.totals())).toEqual({ ...basics(NO_MEDIA), audioMs: 2_000 + 1_500 + 500 });
		expect(rig.watch.nowPlaying()).toBeNull();
	});
});

describe('the current video', () => {
	it('is the one that covers most of the screen, in device pixels', () => {
		const [small, large] = [new FakeVideo(), new FakeVideo()];
		small.shown = { width: 200, height: 100 };
		large.shown = { width: 427.4, height: 240 };
		small.play();
		large.play();
		expect(rig.watch.nowPlaying()).toEqual({ ...PLAYING, isSelfStarted: true, isAdaptive: null });
		large.pause();
		expect(rig.watch.nowPlaying()?.shownWidthPx).toBe(Math.round((100 * 854) / 480));
		small.pause();
		expect(rig.watch.nowPlaying()).toBeNull();
	});
});
