import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { htmlAnswer, videoAnswer } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { PLAYER_FILES } from '@/tests/course/pages/player-pages';
import type { Answer } from '@/tests/course/send';
import { fileAnswer } from '@/tests/course/static-answer';
import { makeLongVideo } from '@/tests/course/video';
import { playVideo } from '@/tests/e2e/rig/study-lesson';

/** Five times what the sharpest quality needs: the video runs ahead of its viewer, as it does on a good line. */
const BYTES_PER_SECOND = 3_000_000;
/** As much in a second as the long video needs in a minute. */
const HIGH_BYTES_PER_SECOND = 10_000_000;
const PART_S = 5;
const LEAVE_MS = 3_000;
const SOUGHT_S = 36;
const LEFT_AT_S = 1;
const LONG_PART_S = 10;
/** A player without requests for this long has loaded enough. */
const REST_MS = 3_000;
const REST_TIMEOUT_MS = 20_000;

const TAG = 'controls muted playsinline width="640" height="360"';
const SHAKA = 'shaka-player/dist/shaka-player.compiled.js';

/** Page, player files and video of a lesson with one video; `html` gets the video's address. */
function videoLesson(source: string, html: (address: string) => string) {
	return async (asked: BenchAsked): Promise<Answer> => {
		const { path, at } = asked;
		if (path === 'page') return htmlAnswer(asked, html(at('media', source)));
		const file = path === 'shaka.js' ? SHAKA : PLAYER_FILES[`/media/player/${path}`];
		return file ? fileAnswer(join(ROOT, 'node_modules', file), asked.headers, 3600) : videoAnswer(asked, path);
	};
}

const native = (preload: string) => (address: string) => `<video ${TAG} preload="${preload}" src="${address}"></video>`;

async function playPart({ page, at }: Stage): Promise<void> {
	await page.goto(at('banc', 'page'));
	await playVideo(page, PART_S);
}

/** Plays a part and stays until the player has filled its buffer. */
async function playAndRest(stage: Stage): Promise<void> {
	await playPart(stage);
	await stage.site.truth.settle(REST_TIMEOUT_MS);
	await sleep(REST_MS);
	await stage.site.truth.settle(REST_TIMEOUT_MS);
}

/** Leaves while the player still fills its buffer. */
async function leaveLoading({ page, at }: Stage): Promise<void> {
	await page.goto(at('banc', 'page'));
	await playVideo(page, LEFT_AT_S);
}

async function seek({ page }: Stage, seconds: number): Promise<void> {
	await page.evaluate((to) => {
		const video = document.querySelector('video');
		if (video) video.currentTime = to;
	}, seconds);
}

function video(name: string, source: string, html: (address: string) => string, run = playAndRest): BenchCase {
	return {
		name,
		limit: run === playAndRest ? 'exact' : 'video',
		bytesPerSecond: BYTES_PER_SECOND,
		answer: videoLesson(source, html),
		run,
	};
}

/** A player of videos in segments. */
interface Player extends Pick<BenchCase, 'name' | 'peers' | 'browsers'> {
	readonly source: string;
	readonly html: (address: string) => string;
}

const PLAYERS: readonly Player[] = [
	{
		name: 'hls.js',
		source: 'stream/master.m3u8',
		html: (address) => `<script src="hlsjs/hls.min.js"></script><video ${TAG}></video>
<script>{ const hls = new Hls(); hls.loadSource('${address}'); hls.attachMedia(document.querySelector('video')); }</script>`,
		peers: '1.00',
	},
	{
		name: 'video.js',
		source: 'stream/master.m3u8',
		html: (address) => `<script src="videojs/video.min.js"></script>
<video class="video-js" ${TAG} preload="auto" data-setup="{}"><source src="${address}" type="application/x-mpegURL"></video>`,
	},
	{
		name: 'dash.js',
		source: 'stream/manifest.mpd',
		html: (address) => `<script src="dashjs/dash.all.min.js"></script><video ${TAG}></video>
<script>dashjs.MediaPlayer().create().initialize(document.querySelector('video'), '${address}', false);</script>`,
	},
	{
		name: 'shaka',
		source: 'stream/manifest.mpd',
		html: (address) => `<script src="shaka.js"></script><video ${TAG}></video>
<script>{ const player = new shaka.Player(); player.attach(document.querySelector('video')).then(() => player.load('${address}')); }</script>`,
	},
	// Firefox plays no HLS by itself.
	{ name: 'native-hls', source: 'stream/master.m3u8', html: native('metadata'), browsers: ['chromium'] },
];

export const VIDEOS: readonly BenchCase[] = [
	{ ...video('mp4-part', '1080.mp4', native('metadata'), playPart), peers: '0–0.66' },
	video('mp4-sought', '1080.mp4', native('metadata'), async (stage) => {
		await playPart(stage);
		await seek(stage, SOUGHT_S);
		await playVideo(stage.page, SOUGHT_S + PART_S);
	}),
	video('mp4-replayed', '480.mp4', native('metadata'), async (stage) => {
		await playPart(stage);
		await seek(stage, 0);
		await playVideo(stage.page, 2);
	}),
	video('mp4-left', '1080.mp4', native('auto'), async ({ page, at }) => {
		await page.goto(at('banc', 'page'));
		await sleep(LEAVE_MS);
	}),
	// A video of ten minutes: what its player has loaded ahead is far more than what it has played.
	{
		...video('mp4-long-left', 'long.mp4', native('metadata'), async ({ page, at }) => {
			await page.goto(at('banc', 'page'));
			await playVideo(page, LONG_PART_S);
		}),
		bytesPerSecond: HIGH_BYTES_PER_SECOND,
		prepare: async () => void (await makeLongVideo()),
	},
	// Chromium's own HLS always keeps a segment half read.
	...PLAYERS.map(({ name, source, html, ...rest }) => ({
		...video(name, source, html),
		...rest,
		...(name === 'native-hls' && { limit: 'video' as const }),
	})),
	...PLAYERS.map(({ name, source, html, browsers }) => ({
		...video(`${name}-left-loading`, source, html, leaveLoading),
		limit: 'broken' as const,
		...(browsers && { browsers }),
	})),
];
