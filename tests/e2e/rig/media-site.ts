import { join } from 'node:path';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { mediaRoute } from '@/tests/course/media-routes';
import { fileAnswer } from '@/tests/course/static-answer';
import { makeVideo, VIDEO_DIR } from '@/tests/course/video';
import { htmlAnswer, serveAnswers } from './local-server';

const MODULES_DIR = join(ROOT, 'node_modules');

/** Files of the players, by their path on the site. */
const FILES: Readonly<Record<string, string>> = {
	'/hls.min.js': 'hls.js/dist/hls.min.js',
	'/video.min.js': 'video.js/dist/video.min.js',
	'/dash.all.min.js': 'dashjs/dist/modern/umd/dash.all.min.js',
	'/shaka-player.compiled.js': 'shaka-player/dist/shaka-player.compiled.js',
	'/plyr.min.js': 'plyr/dist/plyr.min.js',
	'/plyr.css': 'plyr/dist/plyr.css',
	'/media-chrome.js': 'media-chrome/dist/iife/index.js',
};

/** A video shown at 640 x 360; each page has its own address for it. */
const VIDEO = 'controls playsinline style="width:640px;height:360px"';
const MASTER = '/video/1/stream/master.m3u8';
const MANIFEST = '/video/1/stream/manifest.mpd';

/** What each page of the site holds. `video()` gives its media element, `lines` holds the heights it had while it played. */
const PAGES: Readonly<Record<string, string>> = {
	native: `<video id="screen" ${VIDEO} src="/video/1/480.mp4"></video>`,
	// Muted: without a sound card Firefox plays four sounds and ends the fifth with an error, also where no extension is.
	audio: '<audio id="screen" controls muted src="/video/2/480.mp4"></audio>',
	'hls.js': `<script src="/hls.min.js"></script><video id="screen" ${VIDEO}></video><script>
		const hls = new Hls({ startLevel: 1 }); hls.loadSource('${MASTER}'); hls.attachMedia(video());
		hls.on(Hls.Events.MANIFEST_PARSED, () => { hls.currentLevel = 1; });</script>`,
	'video.js': `<script src="/video.min.js"></script><video id="screen" class="video-js" ${VIDEO}></video><script>
		const player = videojs('screen', { html5: { vhs: { overrideNative: true }, nativeAudioTracks: false, nativeVideoTracks: false } });
		player.src({ src: '${MASTER}', type: 'application/x-mpegURL' });
		player.on('loadedmetadata', () => player.tech({ IWillNotUseThisInPlugins: true }).vhs.representations()
			.forEach((each) => each.enabled(each.height === 480)));
		video = () => document.querySelector('video');</script>`,
	'dash.js': `<script src="/dash.all.min.js"></script><video id="screen" ${VIDEO}></video><script>
		const player = dashjs.MediaPlayer().create();
		player.updateSettings({ streaming: { abr: { autoSwitchBitrate: { video: false }, initialBitrate: { video: 1100 } } } });
		player.initialize(video(), '${MANIFEST}', false);</script>`,
	shaka: `<script src="/shaka-player.compiled.js"></script><video id="screen" ${VIDEO}></video><script>
		const player = new shaka.Player();
		player.configure({ abr: { enabled: false, restrictions: {} }, restrictions: { maxHeight: 480, minHeight: 480 } });
		player.attach(video()).then(() => player.load('${MANIFEST}'));</script>`,
	plyr: `<link rel="stylesheet" href="/plyr.css"><script src="/plyr.min.js"></script>
		<div style="width:640px"><video id="screen" controls playsinline src="/video/3/480.mp4"></video></div>
		<script>new Plyr('#screen', { loadSprite: false, iconUrl: '' }); </script>`,
	'media-chrome': `<script src="/media-chrome.js"></script><media-controller style="width:640px;height:360px">
		<video id="screen" slot="media" playsinline src="/video/4/480.mp4"></video></media-controller>`,
	// An element in a closed shadow root that is made by script, without a call of ours to see before it plays by itself.
	shadow: `<div id="host"></div><script>
		const root = host.attachShadow({ mode: 'closed' });
		root.innerHTML = '<video ${VIDEO} muted src="/video/5/480.mp4"></video>';
		video = () => root.querySelector('video');</script>`,
	lone: `<script>const lone = new Audio(); lone.muted = true; lone.src = '/video/6/480.mp4'; video = () => lone;</script>`,
	blank: `<iframe id="inner" width="700" height="400"></iframe><script>
		const inside = inner.contentDocument; inside.open(); inside.write('<video id="screen" ${VIDEO} src="/video/7/480.mp4"></video>'); inside.close();
		video = () => inside.querySelector('video');</script>`,
	self: `<video id="screen" ${VIDEO} muted autoplay src="/video/8/480.mp4"></video>`,
	ahead: `<video id="screen" ${VIDEO} preload="auto" src="/video/9/480.mp4"></video>`,
	boxed: `<video id="screen" controls style="width:600px;height:600px;border:5px solid;transform:scale(.5);transform-origin:0 0" src="/video/10/480.mp4"></video>`,
	empty: '',
	// Slides and speaker, as recordings of video classes have them.
	lecture: `<video id="screen" muted playsinline style="width:640px;height:360px" src="/video/12/480.mp4"></video>
		<video id="speaker" muted playsinline style="width:160px;height:90px" src="/video/13/240.mp4"></video>`,
	loops: `<video muted autoplay loop playsinline width="160" height="90" src="/video/14/240.mp4"></video>`.repeat(5),
	// 200 elements in the page, in two frames and in closed shadow roots, one in ten of them playing: for the bench. They come
	// after the page has loaded, and from many hosts, since a browser opens six connections to each.
	many: `<div id="hosts"></div><script>
		let count = 0;
		const next = () => '<video muted loop playsinline width="64" height="36" preload="metadata"' + (count % 10 ? '' : ' autoplay') +
			' src="http://m' + (count++ % 40) + '.localhost:' + location.port + '/video/11/240.mp4"></video>';
		const videos = (number) => Array.from({ length: number }, next).join('');
		addEventListener('load', () => setTimeout(() => {
			document.body.insertAdjacentHTML('beforeend', videos(100));
			for (let index = 0; index < 10; index++) {
				const host = hosts.appendChild(document.createElement('div'));
				host.attachShadow({ mode: 'closed' }).innerHTML = videos(5);
			}
			for (let index = 0; index < 2; index++) document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: videos(25) }));
		}));
	</script>`,
};

/** A site on this machine with a page for each player, as a Moodle shows them. */
export interface MediaSite {
	/** Address of a page. */
	url(page: string): string;
	readonly courseUrl: string;
	close(): Promise<void>;
}

function pageHtml(content: string): string {
	return `<!doctype html><title>Video</title><link rel="icon" href="data:,">
<body class="pagelayout-incourse course-7" id="page-mod-page-view" style="margin:0"><script>M = {}; M.cfg = {}; function video() { return kept ??= document.querySelector('video, audio'); } let kept;
	const lines = new Set(); addEventListener('timeupdate', ({ target }) => {
		// Plyr dispatches the event again on its own element.
		if (target instanceof HTMLMediaElement) lines.add(target.videoHeight);
	}, true);</script>${content}</body>`;
}

export async function openMediaSite(): Promise<MediaSite> {
	await makeVideo();
	const { port, close } = await serveAnswers(async ({ method = 'GET', headers }, url) => {
		const file = FILES[url.pathname];
		if (file) return fileAnswer(join(MODULES_DIR, file), headers, 60);
		const page = PAGES[url.pathname.replace('/lesson/', '')];
		return page === undefined ? mediaRoute({ method, url, headers, body: '' }, VIDEO_DIR) : htmlAnswer(pageHtml(page));
	});
	const courseUrl = `http://cours.localhost:${port}`;
	return { courseUrl, url: (page) => `${courseUrl}/lesson/${page}`, close };
}
