import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { VIDEO_DIR } from '@/tests/course/video';

const TYPES: Readonly<Record<string, string>> = {
	'.mp4': 'video/mp4',
	'.m4s': 'video/iso.segment',
	'.m3u8': 'application/vnd.apple.mpegurl',
	'.mpd': 'application/dash+xml',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.css': 'text/css',
};

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
	// No name on the page: it is in reach of nobody, as where a bundler has packed it.
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
		video.play().then(() => { window.report = 'played'; }, ({ name }) => { window.report = name; });</script>`,
	preload: '<video width="640" height="360" controls muted preload="auto" src="/video/1080.mp4"></video>',
	embed:
		'<iframe width="560" height="315" title="Film" src="https://www.youtube-nocookie.com/embed/abc?rel=0" allowfullscreen></iframe>',
	prefetch: '<link rel="prefetch" href="/ahead.txt"><p>Une page qui charge la suite.</p>',
};

/** What tells a Moodle from any other site, so that it can be followed in one click. */
function moodlePage(title: string, main: string): string {
	return `<!doctype html><html lang="fr"><head><title>${title}</title><script>var M = {}; M.cfg = {"sesskey":"a","courseId":7};</script></head>
		<body id="page-mod-page-view" class="path-mod pagelayout-incourse course-7">${main}</body></html>`;
}

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:30.000\nUn papillon.\n';

/** One request, with what it said about saving data. */
export interface SoberRequest {
	readonly url: string;
	readonly saveData: string | null;
}

export interface SoberSite {
	readonly url: string;
	/** Address of a page. */
	at(page: string): string;
	/** What was asked for since the last reset. */
	readonly requests: readonly SoberRequest[];
	reset(): void;
	close(): Promise<void>;
}

/** A site with one page for each thing that sober mode acts on, with the players' own packages and the demo video. */
export async function startSoberSite(host = 'sobre.localhost'): Promise<SoberSite> {
	const requests: SoberRequest[] = [];
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://x');
		requests.push({ url: pathname, saveData: (request.headers['save-data'] as string | undefined) ?? null });
		const page = PAGES[pathname.slice('/page/'.length)];
		if (pathname.startsWith('/page/') && page !== undefined) {
			response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
			response.end(moodlePage(pathname, page));
			return;
		}
		if (pathname === '/captions.vtt') {
			response.writeHead(200, { 'Content-Type': 'text/vtt' }).end(CAPTIONS);
			return;
		}
		const path = pathname.startsWith('/video/')
			? join(VIDEO_DIR, pathname.slice('/video/'.length))
			: join(ROOT, 'node_modules', pathname.slice('/npm/'.length));
		const size = statSync(path, { throwIfNoEntry: false })?.size;
		if (size === undefined) {
			response.writeHead(404, { 'Content-Type': 'text/plain' }).end('rien');
			return;
		}
		const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
		const start = Number(from ?? 0);
		const end = to ? Number(to) : size - 1;
		response.writeHead(from === undefined ? 200 : 206, {
			'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
			'Content-Length': end - start + 1,
			'Accept-Ranges': 'bytes',
			'Cache-Control': 'no-store',
			...(from !== undefined && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
		});
		createReadStream(path, { start, end })
			.on('error', () => response.destroy())
			.pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://${host}:${(server.address() as AddressInfo).port}`;
	return {
		url,
		at: (page) => `${url}/page/${page}`,
		requests,
		reset() {
			requests.length = 0;
		},
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}
