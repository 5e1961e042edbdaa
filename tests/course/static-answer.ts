import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Answer } from './send.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.m3u8': 'application/vnd.apple.mpegurl',
	'.m4s': 'video/iso.segment',
	'.mjs': 'text/javascript; charset=utf-8',
	'.mp4': 'video/mp4',
	'.mpd': 'application/dash+xml',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.vtt': 'text/vtt; charset=utf-8',
};

const COMPRESSED = ['.css', '.html', '.js', '.json', '.m3u8', '.mjs', '.mpd', '.svg'];

export const NOT_FOUND: Answer = {
	status: 404,
	headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	body: Buffer.from('Introuvable'),
};

/** Both ends of a requested range, `outside` when it starts past the end, null for no range (or several). */
export function parseRange(
	header: string | undefined,
	size: number,
): { first: number; last: number } | 'outside' | null {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
	if (!match || (match[1] === '' && match[2] === '')) return null;
	const first = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
	const last = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
	if (first >= size) return 'outside';
	return last < first ? null : { first, last };
}

function isFresh(headers: IncomingHttpHeaders, etag: string, modified: string): boolean {
	const match = headers['if-none-match'];
	if (match !== undefined) return match.split(/,\s*/).includes(etag);
	return headers['if-modified-since'] === modified;
}

/** Text made by a route: compressed when the browser takes it, with its length. */
export function textAnswer(
	text: string,
	extension: string,
	request: IncomingHttpHeaders,
	extra: Record<string, string> = {},
): Answer {
	const isGzipped = /\bgzip\b/.test(request['accept-encoding'] ?? '');
	const headers = { 'Content-Type': TYPES[extension] ?? 'text/plain', Vary: 'Accept-Encoding', ...extra };
	if (!isGzipped) return { status: 200, headers, body: Buffer.from(text) };
	return { status: 200, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(text) };
}

/** A file as a common web server serves it: ETag and 304, one Range, gzip for text, cached for `maxAgeSeconds`. */
export async function fileAnswer(
	path: string,
	request: IncomingHttpHeaders,
	maxAgeSeconds: number,
	extra: Record<string, string> = {},
): Promise<Answer> {
	// An unreadable file counts as missing.
	const info = await stat(path).catch(() => null);
	if (!info?.isFile()) return NOT_FOUND;
	const modified = info.mtime.toUTCString();
	const etag = `"${createHash('sha256').update(`${path} ${info.size} ${modified}`).digest('hex').slice(0, 16)}"`;
	const headers = { ETag: etag, 'Last-Modified': modified, 'Cache-Control': `max-age=${maxAgeSeconds}`, ...extra };
	if (isFresh(request, etag, modified)) return { status: 304, headers, body: null };
	const extension = extname(path);
	if (COMPRESSED.includes(extension)) return textAnswer(await readFile(path, 'utf8'), extension, request, headers);
	const typed = {
		'Content-Type': TYPES[extension] ?? 'application/octet-stream',
		'Accept-Ranges': 'bytes',
		...headers,
	};
	const range = parseRange(request.range, info.size);
	if (range === 'outside') return { status: 416, headers: { 'Content-Range': `bytes */${info.size}` }, body: null };
	if (range === null) return { status: 200, headers: typed, body: { path, first: 0, last: info.size - 1 } };
	const contentRange = { 'Content-Range': `bytes ${range.first}-${range.last}/${info.size}` };
	return { status: 206, headers: { ...typed, ...contentRange }, body: { path, ...range } };
}
