import type { Video } from '@/tests/course/study.ts';
import type { Site } from './page-frame.ts';

/** Script and style of each player, by the course server's path, and the file of its npm package under node_modules. */
export const PLAYER_FILES: Readonly<Record<string, string>> = {
	'/media/player/hlsjs/hls.min.js': 'hls.js/dist/hls.min.js',
	'/media/player/videojs/video.min.js': 'video.js/dist/video.min.js',
	'/media/player/videojs/video-js.min.css': 'video.js/dist/video-js.min.css',
	'/media/player/dashjs/dash.all.min.js': 'dashjs/dist/modern/umd/dash.all.min.js',
};

const SHOWN = 'width="640" height="360"';

const HEADS: Readonly<Record<Video['player'], string>> = {
	native: '',
	'hls.js': '<script src="/media/player/hlsjs/hls.min.js"></script>',
	'video.js':
		'<link rel="stylesheet" href="/media/player/videojs/video-js.min.css"><script src="/media/player/videojs/video.min.js"></script>',
	'dash.js': '<script src="/media/player/dashjs/dash.all.min.js"></script>',
};

export function playerHead(video: Video): string {
	return HEADS[video.player];
}

/** `size` as Plyr and others write it; the browser by itself takes the first source. */
function sourceTag(address: string): string {
	return `<source src="${address}" type="video/mp4" size="${/(\d+)\.mp4$/.exec(address)?.[1]}">`;
}

function playerTag(video: Video, address: string, lighter: readonly string[]): string {
	switch (video.player) {
		case 'native':
			return lighter.length > 0
				? `<video ${SHOWN} controls muted playsinline preload="metadata">${[address, ...lighter].map(sourceTag).join('')}</video>`
				: `<video ${SHOWN} controls muted playsinline preload="metadata" src="${address}"></video>`;
		case 'hls.js':
			return `<video ${SHOWN} controls muted playsinline></video>
<script>{ const hls = new Hls(); hls.loadSource('${address}'); hls.attachMedia(document.querySelector('video')); }</script>`;
		case 'video.js':
			return `<video class="video-js vjs-big-play-centered" id="mediaplugin_videojs" ${SHOWN} controls muted playsinline preload="auto" data-setup="{}"><source src="${address}" type="application/x-mpegURL"></video>`;
		case 'dash.js':
			return `<video ${SHOWN} controls muted playsinline></video>
<script>dashjs.MediaPlayer().create().initialize(document.querySelector('video'), '${address}', false);</script>`;
	}
}

/** The video in its player, muted so that a script may start it, about 640x360 on the screen. */
export function playerHtml(site: Site, video: Video): string {
	const at = (source: string) => `${site.mediaUrl}/video/${source}`;
	return playerTag(video, at(video.source), (video.lighter ?? []).map(at));
}
