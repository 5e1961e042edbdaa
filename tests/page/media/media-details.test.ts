// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeVideo, showInView, showTab, videoOf } from './fake-video';
import { MediaRig } from './media-rig';

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('the resolution of a video', () => {
	it('is its shorter side, in portrait and landscape', () => {
		for (const [width, height] of [
			[720, 1_280],
			[1_280, 720],
		] as const) {
			const video = videoOf();
			video.decoded = { width, height };
			video.play();
			video.run(1_000);
			rig.watch.totals();
			expect(rig.watch.nowPlaying()).toMatchObject({ decodedWidthPx: 1_280, decodedHeightPx: 720 });
			video.pause();
		}
		expect(rig.watch.totals().videoMsByHeight).toEqual({ 720: 2_000 });
	});
});

describe('a playing video', () => {
	it('may be outside the viewport', () => {
		const video = videoOf();
		video.play();
		video.run(1_000);
		showInView(video.element, false);
		video.run(2_000);
		showInView(video.element, true);
		video.run(1_500);
		expect(rig.watch.totals()).toMatchObject({ videoMs: 4_500, offScreenMs: 2_000, unseenMsByHeight: { 480: 2_000 } });
	});

	it('is hidden rather than outside the viewport when it is both', () => {
		const video = videoOf();
		video.play();
		showInView(video.element, false);
		showTab('hidden');
		video.run(2_000);
		expect(rig.watch.totals()).toMatchObject({ hiddenMs: 2_000, offScreenMs: 0, unseenMsByHeight: { 480: 2_000 } });
	});

	it('is idle after ten minutes without input', () => {
		const video = videoOf();
		video.duration = 2_000;
		video.play();
		video.run(590_000);
		dispatchEvent(new Event('keydown'));
		video.run(605_000);
		expect(rig.watch.totals()).toMatchObject({ idleMs: 5_000 });
		expect(rig.watch.nowPlaying()?.idleMs).toBe(605_000);
	});
});

describe('the start of a video', () => {
	it('is the learner’s after an input, until another video is loaded', () => {
		const video = videoOf();
		rig.startedByUser.add(video.element);
		video.play();
		video.run(1_000);
		video.send('emptied');
		video.currentSrc = 'https://media.example/b.mp4';
		video.currentTime = 0;
		video.send('loadstart');
		video.play();
		video.run(2_000);
		expect(rig.watch.totals()).toMatchObject({ videoMs: 3_000, selfStartedMs: 2_000 });
	});

	it('is automatic for the next video after the end of another', () => {
		const first = videoOf();
		first.duration = 2;
		first.play();
		first.run(2_000);
		const second = videoOf('https://media.example/b.mp4');
		second.play();
		second.run(1_000);
		rig.watch.totals();
		expect(rig.watch.nowPlaying()).toMatchObject({ isNext: true, isSelfStarted: true });
	});
});

describe('how much of a video was watched', () => {
	it('is given by seeks, skips, replays and the distinct part played', () => {
		const video = videoOf();
		video.play();
		video.run(10_000);
		video.seek(40);
		video.run(10_000);
		video.seek(5);
		video.run(10_000);
		expect(rig.watch.totals()).toMatchObject({
			contentMs: 30_000,
			seekCount: 2,
			skippedMs: 40_000 - 10_000,
			replayedMs: 5_000,
			distinctMs: 10_000 + 10_000 + 5_000,
			durationMs: 100_000,
			playedCount: 1,
		});
		const { watchedRatio, replayedRatio, skippedRatio } = rig.watch.nowPlaying() ?? {};
		expect(watchedRatio).toBeCloseTo(25 / 100);
		expect(replayedRatio).toBeCloseTo(5 / 100);
		expect(skippedRatio).toBeCloseTo(30 / 100);
	});

	it('counts no seek before the first playback, below 1 s, or between two playbacks beyond the first', () => {
		const video = videoOf();
		video.seek(50);
		video.play();
		video.run(1_000);
		video.seek(51.4);
		video.run(1_000);
		video.seek(90);
		video.seek(20);
		video.seek(80);
		expect(rig.watch.totals()).toMatchObject({ seekCount: 0, skippedMs: 0 });
		video.run(1_000);
		expect(rig.watch.totals().seekCount).toBe(1);
	});

	it('continues in another element of the same video, and counts content time at a faster rate', () => {
		const [one, two] = [videoOf(), videoOf()];
		one.setRate(2);
		one.play();
		one.run(5_000);
		one.pause();
		two.play();
		two.run(4_000);
		expect(rig.watch.totals()).toMatchObject({
			videoMs: 9_000,
			contentMs: 10_000 + 4_000,
			replayedMs: 4_000,
			durationMs: 100_000,
			playedCount: 1,
		});
	});

	it('has no duration if it is live', () => {
		const video = new FakeVideo();
		video.currentSrc = 'blob:https://a.example/1';
		video.duration = Number.POSITIVE_INFINITY;
		video.send('loadstart');
		video.play();
		video.run(3_000);
		expect(rig.watch.totals()).toMatchObject({ contentMs: 3_000, distinctMs: 0, durationMs: 0, adaptiveMs: 3_000 });
		expect(rig.watch.nowPlaying()).toMatchObject({ durationMs: null, watchedRatio: null, isAdaptive: true });
	});

	it('starts at 0 for another visit', () => {
		const video = videoOf();
		video.parts = [[0, 30]];
		video.play();
		video.run(10_000);
		rig.watch.reset();
		video.parts = [[0, 34]];
		video.run(4_000);
		expect(rig.watch.totals()).toMatchObject({ contentMs: 4_000, replayedMs: 0, distinctMs: 4_000, bufferedMs: 4_000 });
	});
});

describe('what is loaded ahead', () => {
	it('is reported for played and unplayed media', () => {
		const [played, waiting] = [videoOf(), videoOf('https://media.example/b.mp4')];
		videoOf('https://media.example/empty.mp4');
		played.parts = [[0, 20]];
		waiting.parts = [[0, 30]];
		for (const video of [played, waiting]) video.send('progress');
		played.play();
		played.run(1_000);
		expect(rig.watch.totals()).toMatchObject({
			loadedCount: 2,
			playedCount: 1,
			bufferedMs: 50_000,
			playedBufferedMs: 20_000,
		});
		expect(rig.watch.takeVideos().map(({ isPlayed }) => isPlayed)).toEqual([true, false]);
	});
});

describe('a call', () => {
	it('is not counted as video', () => {
		const video = new FakeVideo();
		Object.defineProperty(video.element, 'srcObject', { value: new MediaStream() });
		video.play();
		video.run(5_000);
		expect(rig.watch.totals().videoMs).toBe(0);
		expect(rig.watch.isPlaying()).toBe(false);
	});
});
