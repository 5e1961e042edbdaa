import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { CORS, KEPT, longImage, NO_STORE, noise, pageHtml } from '@/tests/bench/accuracy/answers';
import type { BenchAsked } from '@/tests/bench/accuracy/bench-case';
import type { Answer } from '@/tests/course/send';
import { parseRange } from '@/tests/course/static-answer';
import type { Coding, Resource } from './page';

/** The picture that a longer one begins with. */
const IMAGE_BYTES = 520_000;
/** Chunks of a body without a length. */
const CHUNK_BYTES = 16_384;
/** Pause between the chunks of a response that its page gives up. */
const DRIP_MS = 40;

/** Readers that show a page. */
const PAGES: readonly string[] = ['frame', 'object', 'window', 'form', 'prerender'];

const ENCODE: Readonly<Record<Coding, (bytes: Buffer) => Buffer>> = {
	identity: (bytes) => bytes,
	gzip: (bytes) => gzipSync(bytes),
	br: (bytes) => brotliCompressSync(bytes),
	zstd: (bytes) => zstdCompressSync(bytes),
};

/** A body that its reader accepts. */
async function bodyOf({ reader, byteCount }: Resource): Promise<{ type: string; bytes: Buffer }> {
	if (reader === 'image') {
		const { body } = await longImage(IMAGE_BYTES + byteCount);
		return { type: 'image/jpeg', bytes: body as Buffer };
	}
	const text = noise(Math.ceil((byteCount * 3) / 4)).toString('base64');
	if (reader === 'script') return { type: 'text/javascript', bytes: Buffer.from(`// ${text}`) };
	if (reader === 'style') return { type: 'text/css', bytes: Buffer.from(`/* ${text} */`) };
	if (PAGES.includes(reader)) {
		return { type: 'text/html; charset=utf-8', bytes: Buffer.from(pageHtml(`<p>${text}</p>`)) };
	}
	return { type: 'application/json', bytes: Buffer.from(JSON.stringify(text)) };
}

async function* chunks(bytes: Uint8Array, pauseMs: number): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
		if (pauseMs > 0) await sleep(pauseMs);
		yield bytes.subarray(start, start + CHUNK_BYTES);
	}
}

/** Answers a request for a resource; `hop` is how many redirects remain. */
export async function answerResource(resource: Resource, asked: BenchAsked, hop: number): Promise<Answer> {
	const shared = { ...CORS, ...(resource.isTimed && { 'Timing-Allow-Origin': '*' }) };
	if (asked.method === 'OPTIONS') {
		return { status: 204, headers: { ...shared, 'Access-Control-Allow-Headers': 'range', ...NO_STORE }, body: null };
	}
	if (hop > 0) {
		const location = asked.url.href.replace(`/hop${hop}/`, `/hop${hop - 1}/`);
		const headers = { ...shared, ...NO_STORE, Location: location, 'Content-Type': 'text/html' };
		return { status: 302, headers, body: resource.hopBytes > 0 ? noise(resource.hopBytes) : null };
	}
	const cache = resource.isCacheable ? { ...KEPT, ETag: '"one"' } : NO_STORE;
	if (resource.status === 204) return { status: 204, headers: { ...shared, ...cache }, body: null };
	const { type, bytes } = await bodyOf(resource);
	const headers = { ...shared, ...cache, 'Content-Type': type };
	const range = parseRange(asked.headers.range, bytes.length);
	if (range !== null && range !== 'outside' && resource.status === 200) {
		const contentRange = { 'Content-Range': `bytes ${range.first}-${range.last}/${bytes.length}` };
		return { status: 206, headers: { ...headers, ...contentRange }, body: bytes.subarray(range.first, range.last + 1) };
	}
	const encoded = ENCODE[resource.coding](bytes);
	const coding = resource.coding === 'identity' ? {} : { 'Content-Encoding': resource.coding };
	const isSlow = resource.abortedAfterMs !== null;
	const body = resource.hasLength && !isSlow ? encoded : chunks(encoded, isSlow ? DRIP_MS : 0);
	return { status: resource.status, headers: { ...headers, ...coding, Vary: 'Accept-Encoding' }, body };
}
