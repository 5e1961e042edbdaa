import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, createGzip } from 'node:zlib';
import type { Answer } from '@/tests/course/send';
import { fileAnswer, textAnswer } from '@/tests/course/static-answer';
import { VIDEO_DIR } from '@/tests/course/video';
import type { BenchAsked } from './bench-case';

const POOL = randomBytes(8_000_000);
const CHUNK_WORDS = 2_000;

/** A bandwidth at which a download of `WHOLE_BYTES` is half done after `HALF_WAY_MS`. */
export const SLOW_BYTES_PER_SECOND = 2_000_000;
export const HALF_WAY_MS = 1_500;
export const WHOLE_BYTES = 6_000_000;

/** No cache may answer or store it. */
export const NO_STORE = { 'Cache-Control': 'no-store' };
/** May be cached for an hour. */
export const KEPT = { 'Cache-Control': 'max-age=3600' };
/** Any page's script may read it. No Timing-Allow-Origin: most media servers send none. */
export const CORS = { 'Access-Control-Allow-Origin': '*' };

/** A page of a Moodle course, whose scripts set `isDone = true` when everything they do has ended. */
export function htmlAnswer(
	asked: BenchAsked,
	body: string,
	extra: Readonly<Record<string, string>> = NO_STORE,
): Answer {
	return textAnswer(pageHtml(body), '.html', asked.headers, extra);
}

export function pageHtml(body: string, courseId = 31): string {
	return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Banc</title>
<meta name="keywords" content="moodle, Banc"><link rel="icon" href="data:,">
<script>var isDone = false; var M = {}; M.cfg = {"wwwroot":"http://banc.localhost"};</script></head>
<body id="page-mod-page-view" class="path-mod path-mod-page course-${courseId} pagelayout-incourse">
${body}
</body></html>`;
}

/** A page that runs an async script and is done when that ends. */
export function scriptPage(asked: BenchAsked, script: string): Answer {
	return htmlAnswer(asked, `<h1>Leçon</h1><script type="module">${script}\nwindow.isDone = true;</script>`);
}

/** So many bytes that do not compress. */
export function noise(byteCount: number): Buffer {
	return POOL.subarray(0, byteCount);
}

/** A body of known length. */
export function bytesAnswer(
	byteCount: number,
	type: string,
	extra: Readonly<Record<string, string>> = NO_STORE,
): Answer {
	return { status: 200, headers: { 'Content-Type': type, ...extra }, body: noise(byteCount) };
}

/** Text sent in gzip chunks, without Content-Length: what a dynamic page behind a compressing server looks like. */
export function chunkedGzip(
	chunkCount: number,
	type: string,
	extra: Readonly<Record<string, string>> = NO_STORE,
): Answer {
	const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding', ...extra };
	return { status: 200, headers, body: gzipChunks(chunkCount, type) };
}

/** Wraps the words by type: Chromium refuses a script that reads like JSON, and ends its transfer. */
function wrapOf(type: string): (words: string) => string {
	if (type.startsWith('text/html')) return (words) => `<p>${words}</p>`;
	return type === 'text/javascript' ? (words) => `// ${words}\n` : (words) => JSON.stringify({ words });
}

async function* gzipChunks(chunkCount: number, type: string): AsyncGenerator<Uint8Array> {
	const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
	const wrap = wrapOf(type);
	for (let chunk = 0; chunk < chunkCount; chunk++) {
		const words = noise(CHUNK_WORDS * (chunk + 1))
			.subarray(-CHUNK_WORDS)
			.toString('base64');
		gzip.write((chunk === 0 && type.startsWith('text/html') ? pageHtml('') : '') + wrap(words));
		await new Promise<void>((resolve) => gzip.flush(resolve));
		const bytes: Buffer | null = gzip.read();
		if (bytes) yield bytes;
	}
	gzip.end();
	for await (const bytes of gzip) yield bytes;
}

/** A picture of the demo course, which a browser decodes. */
export function imageAnswer(asked: BenchAsked, name: string, maxAgeSeconds = 3600): Promise<Answer> {
	return fileAnswer(join(VIDEO_DIR, 'images', name), asked.headers, maxAgeSeconds);
}

/** A valid picture with padding up to so many bytes; browsers stop the download of a file that is no picture. */
export async function longImage(byteCount: number): Promise<Answer> {
	const picture = await readFile(join(VIDEO_DIR, 'images/pierres.jpg'));
	const body = Buffer.concat([picture.subarray(0, -2), noise(byteCount - picture.length), picture.subarray(-2)]);
	return { status: 200, headers: { 'Content-Type': 'image/jpeg', ...NO_STORE }, body };
}

/** A file of the demo course's video: `1080.mp4`, `stream/master.m3u8`, … */
export function videoAnswer(asked: BenchAsked, name: string): Promise<Answer> {
	return fileAnswer(join(VIDEO_DIR, name), asked.headers, 3600, CORS);
}
