// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeVideo, showTab } from './fake-video';
import { basics, MediaRig, played } from './media-rig';

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('the time of a video', () => {
	it('is the time it played, not the time it was paused', () => {
		const video = new FakeVideo();
		video.run(4_000);
		video.play();
		video.run(3_000);
		video.pause();
		video.run(10_000);
		video.play();
		video.run(2_500);
		expect(basics(rig.watch.totals())).toEqual(played(3_000 + 2_500));
	});

	it('is clock time at any rate, even when the rate changes', () => {
		const video = new FakeVideo();
		video.play();
		video.run(2_700);
		video.setRate(1.5);
		video.run(4_400);
		video.setRate(0.5);
		video.run(1_300);
		expect(basics(rig.watch.totals())).toEqual(played(2_700 + 4_400 + 1_300));
	});

	it('excludes the distance and the duration of a seek', () => {
		const video = new FakeVideo();
		video.play();
		video.run(3_000);
		video.seek(300, 800);
		video.run(2_000);
		video.seek(10, 200);
		video.run(1_200);
		expect(basics(rig.watch.totals())).toEqual(played(3_000 + 2_000 + 1_200));
	});

	it('does not grow by seeking in a paused video', () => {
		const video = new FakeVideo();
		video.play();
		video.run(1_000);
		video.pause();
		video.seek(300, 100);
		video.seek(300.4, 100);
		video.run(5_000);
		expect(basics(rig.watch.totals())).toEqual(played(1_000));
	});

	it('excludes waiting for data', () => {
		const video = new FakeVideo();
		video.play();
		video.run(2_000);
		video.stall(7_000);
		video.run(1_000);
		expect(basics(rig.watch.totals())).toEqual(played(2_000 + 1_000));
	});

	it('does not grow while the position stands still, although the video is not paused', () => {
		const video = new FakeVideo();
		video.play();
		video.run(2_000);
		vi.advanceTimersByTime(60_000);
		expect(basics(rig.watch.totals())).toEqual(played(2_000));
	});

	it('counts every loop', () => {
		const video = new FakeVideo();
		video.loop = true;
		video.duration = 4;
		video.play();
		video.run(10_000);
		expect(basics(rig.watch.totals())).toEqual(played(10_000));
	});

	it('stops at the end', () => {
		const video = new FakeVideo();
		video.duration = 4;
		video.play();
		video.run(10_000);
		expect(basics(rig.watch.totals())).toEqual(played(4_000));
		expect(rig.watch.isPlaying()).toBe(false);
	});

	it('stays when the video is removed, and stops growing', () => {
		const video = new FakeVideo();
		video.play();
		video.run(3_000);
		video.remove();
		vi.advanceTimersByTime(20_000);
		expect(basics(rig.watch.totals())).toEqual(played(3_000));
		expect(rig.watch.isPlaying()).toBe(false);
	});

	it('is video from the first moment, although its event comes late', () => {
		const video = new FakeVideo();
		video.send('seeked');
		video.paused = false;
		video.run(100);
		video.send('playing');
		video.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(100 + 2_000));
	});

	it('is video although its resolution was unknown at first', () => {
		const video = new FakeVideo();
		video.decoded = { width: 0, height: 0 };
		video.send('seeked');
		video.paused = false;
		video.run(100);
		video.decoded = { width: 854, height: 480 };
		video.send('playing');
		video.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(100 + 2_000));
	});

	it('is shared by videos that play at once, and counts for the largest', () => {
		const [small, large] = [new FakeVideo(), new FakeVideo()];
		large.decoded = { width: 1920, height: 1080 };
		large.shown = { width: 1920, height: 1080 };
		small.play();
		small.run(1_000);
		large.play();
		for (let second = 0; second < 3; second++) {
			large.currentTime += 1;
			small.run(1_000);
		}
		small.pause();
		large.run(2_000);
		const totals = rig.watch.totals();
		expect(basics(totals)).toEqual(played(1_000 + 3_000 + 2_000, { videoMsByHeight: { 480: 1_000, 1080: 5_000 } }));
		expect(totals).toMatchObject({ detailedMs: 6_000, contentMs: 6_000, playedCount: 2, distinctMs: 4_000 + 5_000 });
		expect(rig.time.total('active')).toBe(6_000);
	});

	it('is no use of the page while it is a silent loop without controls that nobody started', () => {
		const loops = Array.from({ length: 5 }, () => new FakeVideo());
		for (const video of loops) {
			video.loop = true;
			video.element.loop = true;
			video.element.muted = true;
			video.duration = 4;
			video.play();
		}
		loops[0]?.run(12_000);
		expect(rig.watch.totals().videoMs).toBe(12_000);
		expect(rig.time.total('active')).toBe(0);
	});

	it.each([
		['has controls', (video: FakeVideo) => Object.assign(video.element, { controls: true })],
		['is heard', (video: FakeVideo) => Object.assign(video.element, { muted: false })],
		['does not loop', (video: FakeVideo) => Object.assign(video.element, { loop: false })],
		['was started by the learner', (video: FakeVideo) => rig.startedByUser.add(video.element)],
		[
			'has not decoded its sound yet',
			(video: FakeVideo) => Object.assign(video.element, { muted: false, webkitAudioDecodedByteCount: 0 }),
		],
	] as const)('is use of the page when a silent loop %s', (_title, change) => {
		const video = new FakeVideo();
		Object.assign(video.element, { loop: true, muted: true });
		change(video);
		video.play();
		video.run(3_000);
		rig.watch.totals();
		expect(rig.time.total('active')).toBe(3_000);
	});

	it('is kept apart while the tab is hidden, for a sound too', () => {
		const [video, sound] = [new FakeVideo(), new FakeVideo('audio')];
		video.play();
		video.run(1_000);
		showTab('hidden');
		video.run(2_000);
		video.pause();
		sound.play();
		sound.run(4_000);
		rig.watch.totals();
		expect([rig.time.total('active'), rig.time.total('hidden')]).toEqual([1_000, 6_000]);
	});

	it('includes a video that played before the watch', () => {
		rig.watch.stop();
		const video = new FakeVideo();
		video.play();
		rig.rewatch();
		video.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(2_000));
	});

	it.each([
		['all of it, if it began after the visit', 5_000, 1, 3_000],
		['at its rate', 5_000, 2, 1_500],
		['at most the duration of the visit', 1_000, 1, 1_000],
	])('includes what was played before the watch: %s', (_title, visitMs, rate, caughtUpMs) => {
		rig.watch.stop();
		const video = new FakeVideo();
		video.playedParts = [
			[0, 1],
			[10, 12],
		];
		video.playbackRate = rate;
		video.play();
		rig.rewatch(performance.now() - visitMs);
		video.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(caughtUpMs + 2_000));
	});
});
