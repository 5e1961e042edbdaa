// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeVideo, videoOf } from './fake-video';
import { MediaRig } from './media-rig';

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('the player of a video', () => {
	const inside = (html: string) => (video: FakeVideo) => {
		document.body.insertAdjacentHTML('beforeend', html);
		document.body.lastElementChild?.append(video.element);
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
		['nudgis', 'blob:https://a.example/1', at('passthesalt.ubicast.tv')],
		['nudgis', 'https://a.example/a.mp4', withHead('<link rel="off" href="/static/mediaserver/css/base.css">')],
		['wistia', 'blob:https://a.example/1', at('fast.wistia.net')],
		['loom', 'blob:https://a.example/1', at('www.loom.com')],
		['bunny', 'blob:https://a.example/1', at('iframe.mediadelivery.net')],
		['bunny', 'blob:https://a.example/1', at('player.mediadelivery.net')],
		['cloudflare-stream', 'blob:https://a.example/1', at('customer-ab12.cloudflarestream.com')],
		['vidyard', 'blob:https://a.example/1', at('play.vidyard.com')],
		['jw-player', 'blob:https://a.example/1', at('cdn.jwplayer.com')],
		['jw-player', 'blob:https://a.example/1', inside('<div class="jwplayer"></div>')],
		['brightcove', 'blob:https://a.example/1', at('players.brightcove.net')],
		['brightcove', 'blob:https://a.example/1', inside('<div class="video-js" data-account="1"></div>')],
		['other', 'blob:https://a.example/1', at('notyoutube.com')],
		['native', 'https://a.example/a.mp4', at('youtube.com.example')],
		['esup-pod', 'blob:https://a.example/1', inside('<div class="video-js" id="podvideoplayer"></div>')],
		['esup-pod', 'https://a.example/a.mp4', withHead('<link rel="off" href="/static/css/pod.css">')],
		['peertube', 'blob:https://a.example/1', withHead('<meta property="og:platform" content="PeerTube">')],
	] as const)('is %s for %s', (player, address, prepare) => {
		const video = new FakeVideo();
		prepare(video);
		video.currentSrc = address;
		video.send('loadstart');
		video.play();
		video.run(1_000);
		expect(rig.watch.totals().msByPlayer).toEqual({ [player]: 1_000 });
	});

	it.each([
		['video.js', 'video-js vjs-ad-playing'],
		['YouTube', 'html5-video-player ad-showing'],
		['JW Player', 'jwplayer jw-flag-ads'],
		['Plyr', 'plyr__ads'],
		['IMA', 'ima-ad-container'],
		['Shaka', 'shaka-client-side-ad-container'],
	])('marks ads, which are not counted as video: %s', (_player, classes) => {
		const video = videoOf();
		document.body.insertAdjacentHTML('beforeend', `<div class="${classes}"></div>`);
		const player = document.body.lastElementChild as Element;
		player.append(video.element);
		video.play();
		video.run(5_000);
		expect(rig.watch.nowPlaying()).toBeNull();
		player.className = 'video-js';
		video.run(1_000);
		rig.watch.totals();
		video.run(3_000);
		expect(rig.watch.totals()).toMatchObject({ adMs: 6_000, videoMs: 3_000, detailedMs: 3_000 });
	});

	it.each([
		[
			'one file for a blob that the page has fetched whole',
			'blob:https://a.example/file',
			{ singleQualityMs: 1_000 },
			'native',
		],
		['adaptive for Media Source Extensions', 'blob:https://a.example/1', { adaptiveMs: 1_000 }, 'other'],
	])('tells %s', (_title, address, expected, player) => {
		rig.fileAddresses.add('blob:https://a.example/file');
		const video = videoOf(address);
		video.play();
		video.run(1_000);
		expect(rig.watch.totals()).toMatchObject({ ...expected, msByPlayer: { [player]: 1_000 } });
	});

	it('is unknown, and adaptive, for Media Source Extensions in a worker', () => {
		const video = new FakeVideo();
		Object.defineProperty(video.element, 'srcObject', { value: {} });
		video.send('loadstart');
		video.play();
		video.run(1_000);
		expect(rig.watch.totals()).toMatchObject({ adaptiveMs: 1_000, msByPlayer: { other: 1_000 } });
	});

	it('gives the codec of the video that was loaded last, with Media Source Extensions', () => {
		const video = videoOf('blob:https://a.example/1');
		rig.watch.noteSourceType('video/mp4; codecs="avc1.64001e"');
		video.play();
		video.run(2_000);
		expect(rig.watch.totals().videoMsByCodec).toEqual({ avc1: 2_000 });
	});
});

describe('captions', () => {
	/** The control of video.js, as it builds it. */
	const control = (
		isHidden: boolean,
	) => `<div class="video-js"><div class="vjs-subs-caps-button vjs-menu-button vjs-control vjs-button${isHidden ? ' vjs-hidden' : ''}">
		<button class="vjs-subs-caps-button vjs-menu-button vjs-button" type="button"></button></div></div>`;

	it.each([
		['are none in video.js without any, although its button is in the page', true, 0],
		['are those that video.js offers', false, 1_000],
	])('%s', (_title, isHidden, captionedMs) => {
		const video = videoOf();
		document.body.insertAdjacentHTML('beforeend', control(isHidden));
		document.body.lastElementChild?.append(video.element);
		video.play();
		video.run(1_000);
		expect(rig.watch.totals().captionedMs).toBe(captionedMs);
	});

	it.each([
		['captions', 1_000],
		['subtitles', 1_000],
		['metadata', 0],
		['chapters', 0],
	])('are text tracks for reading: %s', (kind, captionedMs) => {
		const video = videoOf();
		Object.defineProperty(video.element, 'textTracks', { value: [{ kind }] });
		video.play();
		video.run(1_000);
		expect(rig.watch.totals().captionedMs).toBe(captionedMs);
	});
});
