import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { VIDEO_DIR } from '@/tests/course/video';
import { serveLocally } from '@/tests/e2e/rig/local-server';

/** A host of a video site, resolved to this machine. */
export const PLAYER_HOST = 'fast.wistia.net';
const GIF_SECONDS = '3';
/** Where Moodle serves the files that an author has added to a page. */
const FILES = '/pluginfile.php/5/mod_page/content/3';
const SCRIPT_BYTES = 40_000;

interface Answer {
	readonly type: string;
	readonly body: Buffer;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A course whose pages load beyond need, at `url`; each file of `bytes` is sent whole at each view. */
export interface WasteSite {
	readonly url: string;
	readonly bytes: Readonly<Record<'photo' | 'gif' | 'script' | 'player', number>>;
	close(): Promise<void>;
}

/** A page of Moodle: unprocessed pictures of a camera and a screen recorder, a script that is not cached, a player that is not started. */
export async function startWasteSite(): Promise<WasteSite> {
	const dir = mkdtempSync(join(tmpdir(), 'sobrio-waste-'));
	const video = ['-v', 'error', '-t', GIF_SECONDS, '-i', join(VIDEO_DIR, '240.mp4')];
	await promisify(execFile)('ffmpeg', [...video, join(dir, 'recording.gif')]);
	const gif = readFileSync(join(dir, 'recording.gif'));
	rmSync(dir, { recursive: true });
	const photo = readFileSync(join(VIDEO_DIR, 'images/nuages.jpg'));
	const code = Buffer.from(`/* ${'leçon '.repeat(SCRIPT_BYTES / 7)}*/`);
	const script = (body: Buffer, headers = {}) => ({ type: 'text/javascript; charset=utf-8', body, headers });
	const html = (text: string) => ({ type: 'text/html; charset=utf-8', body: Buffer.from(text) });
	const answers = new Map<string, Answer>([
		[`${FILES}/photo.jpg`, { type: 'image/jpeg', body: photo }],
		[`${FILES}/recording.gif`, { type: 'image/gif', body: gif }],
		[`${FILES}/quiz.js`, script(code)],
		[`${FILES}/packed.js`, script(gzipSync(code), { 'Content-Encoding': 'gzip' })],
		// No author can change it.
		['/theme/theme.js', script(code)],
		[`${FILES}/kept.jpg`, { type: 'image/jpeg', body: photo, headers: { 'Cache-Control': 'max-age=3600' } }],
		['/embed/iframe/still', html(`<!doctype html><title>Video</title>${'<p>Lecteur</p>'.repeat(20)}`)],
		['/video.mp4', { type: 'video/mp4', body: readFileSync(join(VIDEO_DIR, '240.mp4')) }],
		['/embed/iframe/plays', html('<!doctype html><title>Video</title><video src="/video.mp4" muted autoplay></video>')],
	]);
	const { port, close } = await serveLocally(({ url = '' }, response) => {
		const found = answers.get(url);
		if (!found) response.writeHead(404).end();
		else {
			const { type, body, headers } = found;
			const all = { 'Content-Type': type, 'Content-Length': body.length, 'Cache-Control': 'no-store', ...headers };
			response.writeHead(200, all).end(body);
		}
	});
	const lesson = (player: string) =>
		html(`<!doctype html><title>Cours</title><link rel="icon" href="data:,"><script src="/theme/theme.js"></script><script src="${FILES}/quiz.js"></script><script src="${FILES}/packed.js"></script>
<script>M = {}; M.cfg = { courseId: 7 }</script><body class="pagelayout-incourse course-7" id="page-mod-page-view">
<iframe allow="autoplay" src="http://${PLAYER_HOST}:${port}/embed/iframe/${player}"></iframe>
<img src="${FILES}/photo.jpg" width="240" height="135" alt=""><img src="${FILES}/kept.jpg" width="1920" height="1080" alt=""><img src="${FILES}/recording.gif" alt="">`);
	answers.set('/lesson', lesson('still')).set('/watched', lesson('plays'));
	const lengthOf = (path: string) => answers.get(path)?.body.length ?? 0;
	return {
		url: `http://cours.localhost:${port}`,
		bytes: {
			photo: photo.length,
			gif: gif.length,
			script: code.length,
			player: lengthOf('/embed/iframe/still'),
		},
		close,
	};
}
