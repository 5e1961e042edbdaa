import { join } from 'node:path';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { fileAnswer, textAnswer } from '@/tests/course/static-answer';
import { VIDEO_DIR } from '@/tests/course/video';
import { htmlAnswer, serveAnswers } from './local-server';

const VIDEO = '<video width="640" height="360" controls muted playsinline></video>';
const HLS = '/video/stream/master.m3u8';
const DASH = '/video/stream/manifest.mpd';

/** Pages by path, each with one thing that sober mode acts on. */
const PAGES: Readonly<Record<string, string>> = {
	text: '<p>Une page de texte.</p>',
	'hls-global': `<script src="/npm/hls.js/dist/hls.min.js"></script>${VIDEO}<script>
		window.player = new Hls(); player.loadSource('${HLS}'); player.attachMedia(document.querySelector('video'));</script>`,
	'hls-tall': `<script src="/npm/hls.js/dist/hls.min.js"></script>${VIDEO}<div style="height: 3000px"></div><script>
		window.player = new Hls({ startLevel: 2, maxBufferLength: 4, maxMaxBufferLength: 4 });
		player.loadSource('${HLS}'); player.attachMedia(document.querySelector('video'));</script>`,
	// No global variable, as where a bundler has packed the player.
	'hls-bundled': `${VIDEO}<script type="module">import Hls from '/npm/hls.js/dist/hls.mjs';
		const player = new Hls(); player.loadSource('${HLS}'); player.attachMedia(document.querySelector('video'));</script>`,
	'video.js': `<link rel="stylesheet" href="/npm/video.js/dist/video-js.min.css"><script src="/npm/video.js/dist/video.min.js"></script>
		<video class="video-js" width="1280" height="720" controls muted playsinline preload="auto"></video><script>
		videojs(document.querySelector('video'), { html5: { vhs: { overrideNative: true } } }).src({ src: '${HLS}', type: 'application/x-mpegURL' });</script>`,
	'dash.js': `<script src="/npm/dashjs/dist/modern/umd/dash.all.min.js"></script>${VIDEO}<script>
		window.player = dashjs.MediaPlayer().create(); player.initialize(document.querySelector('video'), '${DASH}', false);</script>`,
	shaka: `<script src="/npm/shaka-player/dist/shaka-player.compiled.js"></script>${VIDEO}<script>
		window.player = new shaka.Player(); player.attach(document.querySelector('video')).then(() => player.load('${DASH}'));</script>`,
	sources: `<video width="640" height="360" controls muted playsinline>
		<source src="/video/1080.mp4" type="video/mp4" label="1080p"><source src="/video/480.mp4" type="video/mp4" label="480p">
		<track kind="captions" srclang="fr" src="/captions.vtt" default></video>`,
	plyr: `<link rel="stylesheet" href="/npm/plyr/dist/plyr.css"><script src="/npm/plyr/dist/plyr.min.js"></script>
		<div style="width: 640px"><video controls muted playsinline>
		<source src="/video/480.mp4?plyr" type="video/mp4" size="480"><source src="/video/1080.mp4?plyr" type="video/mp4" size="1080"></video></div><script>
		window.player = new Plyr('video', { loadSprite: false, iconUrl: '', quality: { default: 1080, options: [1080, 480] } });</script>`,
	single: '<video width="640" height="360" controls muted playsinline src="/video/1080.mp4"></video>',
	autoplay:
		'<video width="640" height="360" muted playsinline autoplay loop preload="auto" src="/video/480.mp4"></video>',
	'autoplay-script': `${VIDEO}<script>const video = document.querySelector('video'); video.src = '/video/480.mp4';
		video.play().then(() => { window.outcome = 'played'; }, ({ name }) => { window.outcome = name; });</script>`,
	preload: '<video width="640" height="360" controls muted preload="auto" src="/video/1080.mp4"></video>',
	embed:
		'<iframe width="560" height="315" title="Video" src="https://www.youtube-nocookie.com/embed/abc?rel=0" allowfullscreen></iframe>',
	prefetch: '<link rel="prefetch" href="/ahead.txt"><p>Une page qui charge la suite.</p>',
};

/** The marks of a Moodle page, so that the site can be followed in one click. */
function moodlePage(title: string, main: string): string {
	return `<!doctype html><html lang="fr"><head><title>${title}</title><script>var M = {}; M.cfg = {"sesskey":"a","courseId":7};</script></head>
		<body id="page-mod-page-view" class="path-mod pagelayout-incourse course-7">${main}</body></html>`;
}

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:30.000\nUn papillon.\n';

/** One request and its Save-Data header. */
export interface SoberRequest {
	readonly url: string;
	readonly saveData: string | null;
}

export interface SoberSite {
	readonly url: string;
	/** Address of a page. */
	at(page: string): string;
	/** Requests since the last reset. */
	readonly requests: readonly SoberRequest[];
	reset(): void;
	close(): Promise<void>;
}

/** A site with one page for each thing that sober mode acts on, with the players' own packages and the demo video. */
export async function startSoberSite(host = 'sobre.localhost'): Promise<SoberSite> {
	const requests: SoberRequest[] = [];
	const { port, close } = await serveAnswers(async ({ headers }, { pathname }) => {
		requests.push({ url: pathname, saveData: (headers['save-data'] as string | undefined) ?? null });
		const page = pathname.startsWith('/page/') ? PAGES[pathname.slice('/page/'.length)] : undefined;
		if (page !== undefined) return htmlAnswer(moodlePage(pathname, page));
		if (pathname === '/captions.vtt') return textAnswer(CAPTIONS, '.vtt', headers);
		const path = pathname.startsWith('/video/')
			? join(VIDEO_DIR, pathname.slice('/video/'.length))
			: join(ROOT, 'node_modules', pathname.slice('/npm/'.length));
		return fileAnswer(path, headers, 0, { 'Cache-Control': 'no-store' });
	});
	const url = `http://${host}:${port}`;
	return {
		url,
		at: (page) => `${url}/page/${page}`,
		requests,
		reset() {
			requests.length = 0;
		},
		close,
	};
}
