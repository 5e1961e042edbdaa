// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeFilm, showInView, showTab } from './fake-film';
import { MediaRig } from './media-rig';

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

/** A film of 100 s from an address of its own. */
function filmOf(address = 'https://media.example/a.mp4'): FakeFilm {
	const film = new FakeFilm();
	film.currentSrc = address;
	film.duration = 100;
	film.send('loadstart');
	return film;
}

describe('where a film plays', () => {
	it('is out of the viewport, or in it again', () => {
		const film = filmOf();
		film.play();
		film.run(1_000);
		showInView(film.element, false);
		film.run(2_000);
		showInView(film.element, true);
		film.run(1_500);
		expect(rig.watch.totals()).toMatchObject({ videoMs: 4_500, offScreenMs: 2_000, unseenMsByHeight: { 480: 2_000 } });
	});

	it('is hidden rather than out of the viewport when it is both', () => {
		const film = filmOf();
		film.play();
		showInView(film.element, false);
		showTab('hidden');
		film.run(2_000);
		expect(rig.watch.totals()).toMatchObject({ hiddenMs: 2_000, offScreenMs: 0, unseenMsByHeight: { 480: 2_000 } });
	});

	it('is nobody’s once no input has come for ten minutes', () => {
		const film = filmOf();
		film.duration = 2_000;
		film.play();
		film.run(590_000);
		dispatchEvent(new Event('keydown'));
		film.run(605_000);
		expect(rig.watch.totals()).toMatchObject({ idleMs: 5_000 });
		expect(rig.watch.nowPlaying()?.idleMs).toBe(605_000);
	});
});

describe('how a film was come by', () => {
	it('is by hand where a gesture started it, until another is loaded', () => {
		const film = filmOf();
		rig.startedByHand.add(film.element);
		film.play();
		film.run(1_000);
		film.send('emptied');
		film.currentSrc = 'https://media.example/b.mp4';
		film.currentTime = 0;
		film.send('loadstart');
		film.play();
		film.run(2_000);
		expect(rig.watch.totals()).toMatchObject({ videoMs: 3_000, selfStartedMs: 2_000 });
	});

	it('is the next one where it started by itself after another had ended', () => {
		const first = filmOf();
		first.duration = 2;
		first.play();
		first.run(2_000);
		const second = filmOf('https://media.example/b.mp4');
		second.play();
		second.run(1_000);
		rig.watch.totals();
		expect(rig.watch.nowPlaying()).toMatchObject({ isNext: true, isSelfStarted: true });
	});
});

describe('how much of a film was watched', () => {
	it('is told by seeks, skips, replays and the part that was seen', () => {
		const film = filmOf();
		film.play();
		film.run(10_000);
		film.seek(40);
		film.run(10_000);
		film.seek(5);
		film.run(10_000);
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

	it('counts no seek where a film is taken up in the middle, is nudged, or is sought about in without playing', () => {
		const film = filmOf();
		film.seek(50);
		film.play();
		film.run(1_000);
		film.seek(51.4);
		film.run(1_000);
		film.seek(90);
		film.seek(20);
		film.seek(80);
		expect(rig.watch.totals()).toMatchObject({ seekCount: 0, skippedMs: 0 });
		film.run(1_000);
		expect(rig.watch.totals().seekCount).toBe(1);
	});

	it('goes on in another element of the same film, and in its own time at a faster rate', () => {
		const [one, two] = [filmOf(), filmOf()];
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

	it('has no length where it is live', () => {
		const film = new FakeFilm();
		film.currentSrc = 'blob:https://a.example/1';
		film.duration = Number.POSITIVE_INFINITY;
		film.send('loadstart');
		film.play();
		film.run(3_000);
		expect(rig.watch.totals()).toMatchObject({ contentMs: 3_000, distinctMs: 0, durationMs: 0, adaptiveMs: 3_000 });
		expect(rig.watch.nowPlaying()).toMatchObject({ durationMs: null, watchedRatio: null, isAdaptive: true });
	});

	it('starts from nothing for another visit', () => {
		const film = filmOf();
		film.parts = [[0, 30]];
		film.play();
		film.run(10_000);
		rig.watch.reset();
		film.parts = [[0, 34]];
		film.run(4_000);
		expect(rig.watch.totals()).toMatchObject({ contentMs: 4_000, replayedMs: 0, distinctMs: 4_000, bufferedMs: 4_000 });
	});
});

describe('what is loaded ahead', () => {
	it('is told of media that played and of media that did not', () => {
		const [played, waiting] = [filmOf(), filmOf('https://media.example/b.mp4')];
		filmOf('https://media.example/empty.mp4');
		played.parts = [[0, 20]];
		waiting.parts = [[0, 30]];
		for (const film of [played, waiting]) film.send('progress');
		played.play();
		played.run(1_000);
		expect(rig.watch.totals()).toMatchObject({
			loadedCount: 2,
			playedCount: 1,
			bufferedMs: 50_000,
			playedBufferedMs: 20_000,
		});
		expect(rig.watch.takeFilms().map(({ isPlayed }) => isPlayed)).toEqual([true, false]);
	});
});

describe('what plays a film', () => {
	const inside = (html: string) => (film: FakeFilm) => {
		document.body.insertAdjacentHTML('beforeend', html);
		document.body.lastElementChild?.append(film.element);
	};
	const withHead = (html: string) => () => {
		document.head.innerHTML = html;
	};
	const at = (hostname: string) => () => void vi.spyOn(location, 'hostname', 'get').mockReturnValue(hostname);
	afterEach(() => void vi.restoreAllMocks());

	it.each([
		['native', 'https://a.example/a.mp4', () => {}],
		['native', 'https://a.example/a.m3u8', withHead('<script type="off" src="/hls.min.js"></script>')],
		['other', 'blob:https://a.example/1', () => {}],
		['hls.js', 'blob:https://a.example/1', withHead('<script type="off" src="/npm/hls.js@1"></script>')],
		['dash.js', 'blob:https://a.example/1', withHead('<script type="off" src="/dash.all.min.js"></script>')],
		['shaka', 'blob:https://a.example/1', withHead('<script type="off" src="/shaka-player.compiled.js"></script>')],
		['video.js', 'blob:https://a.example/1', inside('<div class="video-js"></div>')],
		['plyr', 'https://a.example/a.mp4', inside('<div class="plyr plyr--video"></div>')],
		['media-chrome', 'https://a.example/a.mp4', inside('<media-controller></media-controller>')],
		['h5p', 'https://a.example/a.mp4', inside('<div class="h5p-content"></div>')],
		['kaltura', 'blob:https://a.example/1', inside('<div class="kaltura-player-container"></div>')],
		['kaltura', 'blob:https://a.example/1', inside('<div class="playkit-container"></div>')],
		['kaltura', 'blob:https://a.example/1', at('cdnapisec.kaltura.com')],
		['youtube', 'blob:https://a.example/1', inside('<div class="html5-video-player"></div>')],
		['youtube', 'blob:https://a.example/1', at('www.youtube.com')],
		['youtube', 'blob:https://a.example/1', at('www.youtube-nocookie.com')],
		['vimeo', 'blob:https://a.example/1', at('player.vimeo.com')],
		['dailymotion', 'blob:https://a.example/1', at('geo.dailymotion.com')],
		['panopto', 'blob:https://a.example/1', at('ecole.hosted.panopto.com')],
		['panopto', 'blob:https://a.example/1', at('ecole.cloud.panopto.eu')],
		['panopto', 'blob:https://a.example/1', withHead('<link rel="off" href="/Panopto/Cache/1/Styles/Viewer.css">')],
		['other', 'blob:https://a.example/1', at('notyoutube.com')],
		['native', 'https://a.example/a.mp4', at('youtube.com.example')],
		['esup-pod', 'blob:https://a.example/1', inside('<div class="video-js" id="podvideoplayer"></div>')],
		['esup-pod', 'https://a.example/a.mp4', withHead('<link rel="off" href="/static/css/pod.css">')],
		['peertube', 'blob:https://a.example/1', withHead('<meta property="og:platform" content="PeerTube">')],
	] as const)('is %s for %s', (player, address, prepare) => {
		const film = new FakeFilm();
		prepare(film);
		film.currentSrc = address;
		film.send('loadstart');
		film.play();
		film.run(1_000);
		expect(rig.watch.totals().msByPlayer).toEqual({ [player]: 1_000 });
	});

	it.each([
		['video.js', 'video-js vjs-ad-playing'],
		['YouTube', 'html5-video-player ad-showing'],
		['JW Player', 'jwplayer jw-flag-ads'],
		['Plyr', 'plyr__ads'],
		['IMA', 'ima-ad-container'],
		['Shaka', 'shaka-client-side-ad-container'],
	])('tells the ads of %s apart, and they are no film', (_player, classes) => {
		const film = filmOf();
		document.body.insertAdjacentHTML('beforeend', `<div class="${classes}"></div>`);
		const player = document.body.lastElementChild as Element;
		player.append(film.element);
		film.play();
		film.run(5_000);
		expect(rig.watch.nowPlaying()).toBeNull();
		player.className = 'video-js';
		film.run(1_000);
		rig.watch.totals();
		film.run(3_000);
		expect(rig.watch.totals()).toMatchObject({ adMs: 6_000, videoMs: 3_000, detailedMs: 3_000 });
	});

	it('tells the codec of what it feeds, by the film that was loaded last', () => {
		const film = filmOf('blob:https://a.example/1');
		rig.watch.hearFeed('video/mp4; codecs="avc1.64001e"');
		film.play();
		film.run(2_000);
		expect(rig.watch.totals().videoMsByCodec).toEqual({ avc1: 2_000 });
	});
});

describe('a call', () => {
	it('is no film, whatever its picture shows', () => {
		const film = new FakeFilm();
		Object.defineProperty(film.element, 'srcObject', { value: new MediaStream() });
		film.play();
		film.run(5_000);
		expect(rig.watch.totals().videoMs).toBe(0);
		expect(rig.watch.isPlaying()).toBe(false);
	});
});
