import { join } from 'node:path';
import type { Asked } from './course-routes.ts';
import type { Answer } from './send.ts';
import { fileAnswer, NOT_FOUND, textAnswer } from './static-answer.ts';

/**
 * Readable by any page, as media servers are. No Timing-Allow-Origin: most send none, so Resource Timing hides the sizes.
 * https://www.w3.org/TR/resource-timing/#sec-timing-allow-origin
 */
const CORS = { 'Access-Control-Allow-Origin': '*' };
const PREFLIGHT = {
	...CORS,
	'Access-Control-Allow-Methods': 'GET, HEAD',
	'Access-Control-Allow-Headers': 'Range',
	'Access-Control-Max-Age': '600',
};
const MEDIA_SECONDS = 3600;
/** What pages embed: a player as PeerTube's, which nobody has started, and a post as Mastodon's. */
const EMBEDDED: Readonly<Record<string, string>> = {
	'/videos/embed/pause': `<!doctype html><title>Vidéo</title>${'<p>Lecteur</p>'.repeat(200)}`,
	'/@campus/112/embed': `<!doctype html><title>Publication</title>${'<p>Un message</p>'.repeat(200)}`,
};
const PACKAGE_DIR = join(import.meta.dirname, 'assets/scorm');

function pathOf(pathname: string, videoDir: string): string | null {
	const video = /^\/video\/\d+\/((?:stream\/)?[\w-]+\.(?:mp4|m4s|m3u8|mpd))$/.exec(pathname)?.[1];
	if (video) return join(videoDir, video);
	const image = /^\/(?:images|scorm\/evacuation\/img)\/([\w-]+\.(?:jpg|png))$/.exec(pathname)?.[1];
	if (image) return join(videoDir, 'images', image);
	const part = /^\/scorm\/evacuation\/([\w-]+\.(?:html|css|js))$/.exec(pathname)?.[1];
	return part ? join(PACKAGE_DIR, part) : null;
}

/** Everything under the media server's host name: videos, images and the SCORM package. */
export async function mediaRoute(asked: Asked, videoDir: string): Promise<Answer> {
	if (asked.method === 'OPTIONS') return { status: 204, headers: PREFLIGHT, body: null };
	const embedded = EMBEDDED[asked.url.pathname];
	if (embedded) return textAnswer(embedded, '.html', asked.headers, CORS);
	const path = pathOf(asked.url.pathname, videoDir);
	return path
		? fileAnswer(path, asked.headers, MEDIA_SECONDS, CORS)
		: { ...NOT_FOUND, headers: { ...NOT_FOUND.headers, ...CORS } };
}
