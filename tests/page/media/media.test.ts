// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { NO_MEDIA } from '@/utils/core/visit/media';
import { FakeFilm } from './fake-film';
import { basics, MediaRig, played } from './media-rig';

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('the time of a film', () => {
	it('is the time it played, not the time it was paused', () => {
		const film = new FakeFilm();
		film.run(4_000);
		film.play();
		film.run(3_000);
		film.pause();
		film.run(10_000);
		film.play();
		film.run(2_500);
		expect(basics(rig.watch.totals())).toEqual(played(3_000 + 2_500));
	});

	it('is clock time, whatever the rate, even when the rate changes on the way', () => {
		const film = new FakeFilm();
		film.play();
		film.run(2_700);
		film.setRate(1.5);
		film.run(4_400);
		film.setRate(0.5);
		film.run(1_300);
		expect(basics(rig.watch.totals())).toEqual(played(2_700 + 4_400 + 1_300));
	});

	it('leaves out where a seek goes, forth or back, and the time it takes', () => {
		const film = new FakeFilm();
		film.play();
		film.run(3_000);
		film.seek(300, 800);
		film.run(2_000);
		film.seek(10, 200);
		film.run(1_200);
		expect(basics(rig.watch.totals())).toEqual(played(3_000 + 2_000 + 1_200));
	});

	it('does not grow by seeking in a paused film', () => {
		const film = new FakeFilm();
		film.play();
		film.run(1_000);
		film.pause();
		film.seek(300, 100);
		film.seek(300.4, 100);
		film.run(5_000);
		expect(basics(rig.watch.totals())).toEqual(played(1_000));
	});

	it('leaves out waiting for data', () => {
		const film = new FakeFilm();
		film.play();
		film.run(2_000);
		film.stall(7_000);
		film.run(1_000);
		expect(basics(rig.watch.totals())).toEqual(played(2_000 + 1_000));
	});

	it('does not grow while the film stands still though it claims to play', () => {
		const film = new FakeFilm();
		film.play();
		film.run(2_000);
		vi.advanceTimersByTime(60_000);
		expect(basics(rig.watch.totals())).toEqual(played(2_000));
	});

	it('counts each round of a film that loops', () => {
		const film = new FakeFilm();
		film.loop = true;
		film.duration = 4;
		film.play();
		film.run(10_000);
		expect(basics(rig.watch.totals())).toEqual(played(10_000));
	});

	it('stops at the end', () => {
		const film = new FakeFilm();
		film.duration = 4;
		film.play();
		film.run(10_000);
		expect(basics(rig.watch.totals())).toEqual(played(4_000));
		expect(rig.watch.isPlaying()).toBe(false);
	});

	it('stays when the film is taken out of the page, and stops there', () => {
		const film = new FakeFilm();
		film.play();
		film.run(3_000);
		film.remove();
		vi.advanceTimersByTime(20_000);
		expect(basics(rig.watch.totals())).toEqual(played(3_000));
		expect(rig.watch.isPlaying()).toBe(false);
	});

	it('is a film’s from the first moment, though its event comes late', () => {
		const film = new FakeFilm();
		film.send('seeked');
		film.paused = false;
		film.run(100);
		film.send('playing');
		film.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(100 + 2_000));
	});

	it('is a film’s though its picture’s size was not known at first', () => {
		const film = new FakeFilm();
		film.decoded = { width: 0, height: 0 };
		film.send('seeked');
		film.paused = false;
		film.run(100);
		film.decoded = { width: 854, height: 480 };
		film.send('playing');
		film.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(100 + 2_000));
	});

	it('adds up over films that play at once', () => {
		const [one, two] = [new FakeFilm(), new FakeFilm()];
		two.decoded = { width: 1920, height: 1080 };
		two.shown = { width: 1920, height: 1080 };
		one.play();
		two.play();
		two.paused = false;
		for (let second = 0; second < 3; second++) {
			two.currentTime += 1;
			one.run(1_000);
		}
		expect(basics(rig.watch.totals())).toEqual(played(6_000, { videoMsByHeight: { 480: 3_000, 1080: 3_000 } }));
	});

	it('is counted from the start where the film played before anyone watched', () => {
		rig.watch.stop();
		const film = new FakeFilm();
		film.play();
		rig.rewatch();
		film.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(2_000));
	});

	it.each([
		['all of it, when it began after the visit', 5_000, 1, 3_000],
		['at its rate', 5_000, 2, 1_500],
		['no more than the visit has lasted', 1_000, 1, 1_000],
	])('that went by before the watch came is caught up: %s', (_title, visitMs, rate, caughtUpMs) => {
		rig.watch.stop();
		const film = new FakeFilm();
		film.playedParts = [
			[0, 1],
			[10, 12],
		];
		film.playbackRate = rate;
		film.play();
		rig.rewatch(performance.now() - visitMs);
		film.run(2_000);
		expect(basics(rig.watch.totals())).toEqual(played(caughtUpMs + 2_000));
	});
});

describe('another visit in the same document', () => {
	it('starts from nothing; a film that plays on goes on there', () => {
		const film = new FakeFilm();
		film.play();
		film.run(3_300);
		rig.watch.reset();
		expect(rig.watch.totals()).toEqual(NO_MEDIA);
		film.run(2_200);
		expect(basics(rig.watch.totals())).toEqual(played(2_200));
	});

	it('is not charged with what was buffered before', () => {
		const film = new FakeFilm();
		film.currentSrc = 'https://media.example/film.mp4';
		film.duration = 100;
		film.parts = [[0, 40]];
		film.send('progress');
		rig.watch.reset();
		expect(rig.watch.takeFilms()).toEqual([]);
		film.parts = [[0, 65]];
		film.send('progress');
		expect(rig.watch.takeFilms()).toEqual([
			{
				key: addressKey(film.currentSrc),
				share: (65 - 40) / 100,
				grownAtMs: expect.any(Number),
				restedAtMs: 0,
				isPlayed: false,
				lookedAtMs: expect.any(Number),
				sharePerMs: 0,
				hasJumped: false,
			},
		]);
	});
});

describe('watching', () => {
	it('runs no timer, whatever plays', () => {
		new FakeFilm().play();
		new FakeFilm().play();
		rig.watch.totals();
		expect([rig.watch.isPlaying(), vi.getTimerCount()]).toEqual([true, 0]);
	});

	it('says what events change, and nothing once it is stopped', () => {
		const film = new FakeFilm();
		film.play();
		film.pause();
		film.send('progress');
		expect(rig.changeCount).toBe(3);
		rig.watch.stop();
		film.play();
		film.pause();
		film.send('progress');
		expect(rig.changeCount).toBe(3);
	});

	it('hears nothing of elements that are no media', () => {
		document.body.append(document.createElement('div'));
		document.body.firstElementChild?.dispatchEvent(new Event('playing'));
		expect([rig.changeCount, rig.watch.totals()]).toEqual([0, NO_MEDIA]);
	});
});
