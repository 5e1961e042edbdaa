// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PLAYING } from '@/tests/measure/playing';
import { addressKey } from '@/utils/measure/address-key';
import { type MediaTotals, NO_MEDIA } from '@/utils/measure/media';
import { MediaWatch } from '@/utils/observe/media';
import { FakeFilm, showTab } from './fake-film';

let watch: MediaWatch;
let changeCount: number;
let startedByHand: WeakSet<EventTarget>;

function newWatch(onChange: () => void, sinceMs = performance.now()): MediaWatch {
	const made = new MediaWatch({ sinceMs, startedByHand }, onChange);
	made.watch(document);
	return made;
}

beforeEach(() => {
	vi.useFakeTimers();
	showTab('visible');
	changeCount = 0;
	startedByHand = new WeakSet();
	watch = newWatch(() => changeCount++);
});
afterEach(() => {
	watch.stop();
	document.body.replaceChildren();
	vi.useRealTimers();
});

/** The part of the totals that says how long and how high; the cases below that look at more name it. */
function basics(totals: MediaTotals) {
	const { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight } = totals;
	return { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight };
}

const played = (ms: number, more: object = {}) => ({
	...basics(NO_MEDIA),
	videoMs: ms,
	videoMsByHeight: { 480: ms },
	...more,
});

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
		expect(basics(watch.totals())).toEqual(played(3_000 + 2_500));
	});

	it('is clock time, whatever the rate, even when the rate changes on the way', () => {
		const film = new FakeFilm();
		film.play();
		film.run(2_700);
		film.setRate(1.5);
		film.run(4_400);
		film.setRate(0.5);
		film.run(1_300);
		expect(basics(watch.totals())).toEqual(played(2_700 + 4_400 + 1_300));
	});

	it('leaves out where a seek goes, forth or back, and the time it takes', () => {
		const film = new FakeFilm();
		film.play();
		film.run(3_000);
		film.seek(300, 800);
		film.run(2_000);
		film.seek(10, 200);
		film.run(1_200);
		expect(basics(watch.totals())).toEqual(played(3_000 + 2_000 + 1_200));
	});

	it('does not grow by seeking in a paused film', () => {
		const film = new FakeFilm();
		film.play();
		film.run(1_000);
		film.pause();
		film.seek(300, 100);
		film.seek(300.4, 100);
		film.run(5_000);
		expect(basics(watch.totals())).toEqual(played(1_000));
	});

	it('leaves out waiting for data', () => {
		const film = new FakeFilm();
		film.play();
		film.run(2_000);
		film.stall(7_000);
		film.run(1_000);
		expect(basics(watch.totals())).toEqual(played(2_000 + 1_000));
	});

	it('does not grow while the film stands still though it claims to play', () => {
		const film = new FakeFilm();
		film.play();
		film.run(2_000);
		vi.advanceTimersByTime(60_000);
		expect(basics(watch.totals())).toEqual(played(2_000));
	});

	it('counts each round of a film that loops', () => {
		const film = new FakeFilm();
		film.loop = true;
		film.duration = 4;
		film.play();
		film.run(10_000);
		expect(basics(watch.totals())).toEqual(played(10_000));
	});

	it('stops at the end', () => {
		const film = new FakeFilm();
		film.duration = 4;
		film.play();
		film.run(10_000);
		expect(basics(watch.totals())).toEqual(played(4_000));
		expect(watch.isPlaying()).toBe(false);
	});

	it('stays when the film is taken out of the page, and stops there', () => {
		const film = new FakeFilm();
		film.play();
		film.run(3_000);
		film.remove();
		vi.advanceTimersByTime(20_000);
		expect(basics(watch.totals())).toEqual(played(3_000));
		expect(watch.isPlaying()).toBe(false);
	});

	it('is a film’s from the first moment, though its event comes late', () => {
		const film = new FakeFilm();
		film.send('seeked');
		film.paused = false;
		film.run(100);
		film.send('playing');
		film.run(2_000);
		expect(basics(watch.totals())).toEqual(played(100 + 2_000));
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
		expect(basics(watch.totals())).toEqual(played(100 + 2_000));
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
		expect(basics(watch.totals())).toEqual(played(6_000, { videoMsByHeight: { 480: 3_000, 1080: 3_000 } }));
	});

	it('is counted from the start where the film played before anyone watched', () => {
		watch.stop();
		const film = new FakeFilm();
		film.play();
		watch = newWatch(() => undefined);
		film.run(2_000);
		expect(basics(watch.totals())).toEqual(played(2_000));
	});

	it.each([
		['all of it, when it began after the visit', 5_000, 1, 3_000],
		['at its rate', 5_000, 2, 1_500],
		['no more than the visit has lasted', 1_000, 1, 1_000],
	])('that went by before the watch came is caught up: %s', (_title, visitMs, rate, caughtUpMs) => {
		watch.stop();
		const film = new FakeFilm();
		film.playedParts = [
			[0, 1],
			[10, 12],
		];
		film.playbackRate = rate;
		film.play();
		watch = newWatch(() => undefined, performance.now() - visitMs);
		film.run(2_000);
		expect(basics(watch.totals())).toEqual(played(caughtUpMs + 2_000));
	});
});

describe('how a film plays', () => {
	it('is hidden while the tab is, and not while it is shown in a picture of its own', () => {
		const film = new FakeFilm();
		film.play();
		film.run(1_000);
		showTab('hidden');
		film.run(2_400);
		showTab('visible');
		film.run(1_300);
		Object.defineProperty(document, 'pictureInPictureElement', { value: film.element, configurable: true });
		showTab('hidden');
		film.run(1_500);
		Object.defineProperty(document, 'pictureInPictureElement', { value: null, configurable: true });
		expect(basics(watch.totals())).toEqual(played(1_000 + 2_400 + 1_300 + 1_500, { hiddenMs: 2_400 }));
	});

	it('is hidden in full when a hidden tab’s timers are slowed down', () => {
		const film = new FakeFilm();
		film.play();
		showTab('hidden');
		film.currentTime += 60;
		vi.setSystemTime(Date.now() + 60_000);
		vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
		expect(basics(watch.totals())).toEqual(played(60_000, { hiddenMs: 60_000 }));
		vi.mocked(performance.now).mockRestore();
	});

	it('is told by decoded height, each stretch under the height it had', () => {
		const film = new FakeFilm();
		film.play();
		film.run(2_300);
		film.decode(426, 240);
		film.run(1_400);
		expect(basics(watch.totals())).toEqual(played(2_300 + 1_400, { videoMsByHeight: { 240: 1_400, 480: 2_300 } }));
	});

	it.each([
		['half the width and height: a quarter of the pixels', { width: 427, height: 240 }, 1, 3_000],
		['half the pixels', { width: 603, height: 339 }, 1, 3_000],
		['a little more than half the pixels', { width: 605, height: 340 }, 1, 0],
		['as much between two bars', { width: 605, height: 480 }, 1, 0],
		['less between two bars', { width: 427, height: 480 }, 1, 3_000],
		['half the size on a screen of two pixels a point', { width: 427, height: 240 }, 2, 0],
		['no size: the player shows it elsewhere', { width: 0, height: 0 }, 1, 0],
	])('is too large or not when shown at %s', (_title, shown, ratio, oversizedMs) => {
		vi.stubGlobal('devicePixelRatio', ratio);
		const film = new FakeFilm();
		film.shown = shown;
		film.play();
		film.run(3_000);
		expect(basics(watch.totals())).toEqual(played(3_000, { oversizedMs }));
		vi.unstubAllGlobals();
	});

	it('is hidden rather than too large when it is both', () => {
		const film = new FakeFilm();
		film.shown = { width: 100, height: 50 };
		film.play();
		film.run(1_000);
		showTab('hidden');
		film.run(2_000);
		expect(basics(watch.totals())).toEqual(played(3_000, { oversizedMs: 1_000, hiddenMs: 2_000 }));
	});

	it('is sound for audio, and for a video without a picture', () => {
		const audio = new FakeFilm('audio');
		audio.play();
		audio.run(2_000);
		audio.pause();
		const pictureless = new FakeFilm();
		pictureless.decoded = { width: 0, height: 0 };
		pictureless.play();
		pictureless.run(1_500);
		showTab('hidden');
		pictureless.run(500);
		expect(basics(watch.totals())).toEqual({ ...basics(NO_MEDIA), audioMs: 2_000 + 1_500 + 500 });
		expect(watch.nowPlaying()).toBeNull();
	});
});

describe('the film that plays now', () => {
	it('is the one that covers most of the screen, in device pixels', () => {
		const [small, large] = [new FakeFilm(), new FakeFilm()];
		small.shown = { width: 200, height: 100 };
		large.shown = { width: 427.4, height: 240 };
		small.play();
		large.play();
		expect(watch.nowPlaying()).toEqual({ ...PLAYING, isSelfStarted: true, isAdaptive: null });
		large.pause();
		expect(watch.nowPlaying()?.shownWidthPx).toBe(Math.round((100 * 854) / 480));
		small.pause();
		expect(watch.nowPlaying()).toBeNull();
	});
});

describe('another visit in the same document', () => {
	it('starts from nothing; a film that plays on goes on there', () => {
		const film = new FakeFilm();
		film.play();
		film.run(3_300);
		watch.reset();
		expect(watch.totals()).toEqual(NO_MEDIA);
		film.run(2_200);
		expect(basics(watch.totals())).toEqual(played(2_200));
	});

	it('is not charged with what was buffered before', () => {
		const film = new FakeFilm();
		film.currentSrc = 'https://media.example/film.mp4';
		film.duration = 100;
		film.parts = [[0, 40]];
		film.send('progress');
		watch.reset();
		expect(watch.takeFilms()).toEqual([]);
		film.parts = [[0, 65]];
		film.send('progress');
		expect(watch.takeFilms()).toEqual([
			{ key: addressKey(film.currentSrc), share: (65 - 40) / 100, isPlayed: false, pipedShare: 0 },
		]);
	});
});

describe('the buffered share of a film', () => {
	let film: FakeFilm;
	beforeEach(() => {
		film = new FakeFilm();
		film.currentSrc = 'https://media.example/film.mp4';
		film.duration = 100;
	});

	it('is of all that was ever buffered, told once each time it grows', () => {
		film.parts = [[0, 20]];
		film.send('progress');
		film.parts = [[60, 90]];
		film.send('progress');
		const key = addressKey(film.currentSrc);
		expect(watch.takeFilms()).toEqual([{ key, share: (20 + 30) / 100, isPlayed: false, pipedShare: 0 }]);
		expect(watch.takeFilms()).toEqual([]);
		film.parts = [[10, 20]];
		film.send('progress');
		expect(watch.takeFilms()).toEqual([]);
	});

	it('is told again when its report did not arrive', () => {
		film.parts = [[0, 20]];
		film.send('progress');
		const taken = watch.takeFilms();
		watch.putBack(taken);
		expect(watch.takeFilms()).toEqual(taken);
	});

	it.each([
		['comes from a player’s own buffer', { currentSrc: 'blob:https://a.example/1' }],
		['has no length yet', { duration: Number.NaN }],
		['is live', { duration: Number.POSITIVE_INFINITY }],
	])('is not told of a film that %s', (_title, changes) => {
		Object.assign(film, changes);
		film.parts = [[0, 20]];
		film.send('progress');
		expect(watch.takeFilms()).toEqual([]);
	});

	it('is never more than whole', () => {
		film.parts = [[0, 100.4]];
		film.send('progress');
		expect(watch.takeFilms()).toMatchObject([{ share: 1 }]);
	});
});

describe('watching', () => {
	it('runs no timer, whatever plays', () => {
		new FakeFilm().play();
		new FakeFilm().play();
		watch.totals();
		expect([watch.isPlaying(), vi.getTimerCount()]).toEqual([true, 0]);
	});

	it('says what events change, and nothing once it is stopped', () => {
		const film = new FakeFilm();
		film.play();
		film.pause();
		film.send('progress');
		expect(changeCount).toBe(3);
		watch.stop();
		film.play();
		film.pause();
		film.send('progress');
		expect(changeCount).toBe(3);
	});

	it('hears nothing of elements that are no media', () => {
		document.body.append(document.createElement('div'));
		document.body.firstElementChild?.dispatchEvent(new Event('playing'));
		expect([changeCount, watch.totals()]).toEqual([0, NO_MEDIA]);
	});
});
