import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { OpenResponse } from './served-requests.ts';

/** A part of a file, both ends included, as in a Range header. */
export interface FilePart {
	readonly path: string;
	readonly first: number;
	readonly last: number;
}

/** What a route answers. A body of unknown length (an async iterable) goes out in chunks. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array | FilePart | AsyncIterable<Uint8Array> | null;
}

/** Waits until the bandwidth allows this many more bytes. */
export type Pace = (bytes: number) => Promise<void>;

const SLICE_BYTES = 16 * 1024;

/** A bandwidth of `bytesPerSecond` shared by all responses; null is as fast as loopback. */
export function paceAt(bytesPerSecond: number | null): Pace {
	let freeAtMs = 0;
	return async (bytes) => {
		if (bytesPerSecond === null) return;
		freeAtMs = Math.max(freeAtMs, performance.now()) + (bytes / bytesPerSecond) * 1000;
		const waitMs = freeAtMs - performance.now();
		// Timers have a resolution of a millisecond; shorter waits add up for the next slice.
		if (waitMs >= 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
	};
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += SLICE_BYTES) yield bytes.subarray(start, start + SLICE_BYTES);
}

async function* slicesOf(body: Exclude<Answer['body'], null>): AsyncGenerator<Uint8Array> {
	if (body instanceof Uint8Array) yield* slices(body);
	else if (!('path' in body)) for await (const bytes of body) yield* slices(bytes);
	else if (body.last >= body.first) {
		yield* createReadStream(body.path, { start: body.first, end: body.last, highWaterMark: SLICE_BYTES });
	}
}

function lengthOf(body: Answer['body']): number | null {
	if (body === null) return 0;
	if (body instanceof Uint8Array) return body.length;
	return 'path' in body ? body.last - body.first + 1 : null;
}

function write(response: ServerResponse, slice: Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		// A broken connection may never call back; it only closes the response.
		response.once('close', reject);
		response.write(slice, (error) => {
			response.off('close', reject);
			if (error) reject(error);
			else resolve();
		});
	});
}

/** Sends an answer slice by slice, each once the kernel has accepted the one before, and counts it. Ends early, silently, when the browser disconnects. */
export async function send(response: ServerResponse, answer: Answer, ledger: OpenResponse, pace: Pace): Promise<void> {
	const length = lengthOf(answer.body);
	const hasBody = answer.status !== 304 && answer.status !== 204;
	const lengthHeader = length === null || !hasBody ? {} : { 'Content-Length': String(length) };
	response.writeHead(answer.status, { ...answer.headers, ...lengthHeader });
	response.flushHeaders();
	ledger.headersSent();
	try {
		if (answer.body !== null && hasBody && response.req.method !== 'HEAD') {
			for await (const slice of slicesOf(answer.body)) {
				await pace(slice.length);
				await write(response, slice);
				ledger.sliceSent(slice.length, length === null ? slice.length.toString(16).length + 4 : 0);
			}
		}
		response.end();
	} catch {
		// The browser disconnected: it is recorded as aborted.
		response.destroy();
	}
}
