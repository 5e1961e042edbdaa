import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hookReaders } from '@/utils/page/world/readers';
import { hookTaps } from '@/utils/page/world/taps';
import { counted, counters, EMPTY } from './page-counters';

const SEGMENT = 'https://media.example/segment-3.m4s';
const LENGTH = { 'content-type': 'video/mp4', 'content-length': '3000' };

const natives = [
	[Response.prototype, 'body'],
	[Response.prototype, 'url'],
	[ReadableStream.prototype, 'getReader'],
	[ReadableStream.prototype, 'pipeThrough'],
	[ReadableStream.prototype, 'pipeTo'],
	[ReadableStream.prototype, 'tee'],
	[ReadableStream.prototype, 'values'],
	[ReadableStream.prototype, Symbol.asyncIterator],
	[ReadableStreamDefaultReader.prototype, 'read'],
	[ReadableStreamDefaultReader.prototype, 'cancel'],
	[ReadableStreamBYOBReader.prototype, 'read'],
	[ReadableStreamBYOBReader.prototype, 'cancel'],
] as const;
const descriptors = natives.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name) ?? {});

/** The addresses of responses: constructed ones have none. */
const urls = new WeakMap<object, string>();
Object.defineProperty(Response.prototype, 'url', {
	configurable: true,
	get(this: Response) {
		return urls.get(this) ?? '';
	},
});
const HIDDEN = 'https://media.example/hidden';
const noteRead = vi.fn();
hookReaders(counters, hookTaps(), { noteLoaded: () => {}, isHidden: ({ url }) => url === HIDDEN, noteRead });
beforeEach(() => {
	counted.clear();
	noteRead.mockClear();
});
afterAll(() => {
	for (const [index, [holder, name]] of natives.entries()) {
		Object.defineProperty(holder, name, descriptors[index] as PropertyDescriptor);
	}
});

/** A response of three chunks of 1,000 bytes, followed by an error if one is given. */
function respond(headers: HeadersInit, { url = SEGMENT, failure }: { url?: string; failure?: Error } = {}): Response {
	const chunks = [1, 2, 3].map(() => new Uint8Array(1_000));
	const stream = new ReadableStream({
		pull(controller) {
			const chunk = chunks.shift();
			if (chunk) controller.enqueue(chunk);
			else if (failure) controller.error(failure);
			else controller.close();
		},
	});
	const response = new Response(stream, { headers });
	urls.set(response, url);
	return response;
}

async function read(response: Response, times: number) {
	const reader = response.body?.getReader();
	const results = [];
	for (let time = 0; time < times; time++) results.push(await reader?.read());
	return results;
}
const counter = () => counted.get(`part:${SEGMENT}`);

describe('a response that is read chunk by chunk', () => {
	it('is counted as far as it was read, and reaches the page unchanged', async () => {
		const results = await read(respond(LENGTH), 2);
		expect(results.map((result) => [result?.done, result?.value?.length])).toEqual([
			[false, 1_000],
			[false, 1_000],
		]);
		expect(counter()).toEqual({ ...EMPTY, count: 1, receivedBytes: 2_000, mayBeCached: true });
	});

	it('is no longer counted once it is complete', async () => {
		await read(respond(LENGTH), 4);
		expect(counted.size).toBe(0);
	});

	it.each([
		['may have been compressed by its type', { 'content-type': 'application/octet-stream' }, {}],
		['was compressed', { ...LENGTH, 'content-encoding': 'gzip' }, {}],
		['has no length', { 'content-type': 'video/mp4' }, {}],
		['is an image', { 'content-type': 'image/svg+xml' }, {}],
		['comes from no server', LENGTH, { url: 'blob:https://media.example/1' }],
	])('is not counted if it %s', async (_title, headers, options) => {
		await read(respond(headers as HeadersInit, options), 4);
		expect(counted.size).toBe(0);
	});

	it('is noted with its length at its end if its size is hidden', async () => {
		const response = respond({ 'content-type': 'application/json' }, { url: HIDDEN });
		const reader = response.body?.getReader();
		for (let time = 0; time < 3; time++) await reader?.read();
		expect(noteRead).not.toHaveBeenCalled();
		expect(await reader?.read()).toEqual({ done: true, value: undefined });
		expect(noteRead.mock.calls).toEqual([[HIDDEN, 3_000]]);
		expect(counted.size).toBe(0);
	});

	const drain = async (stream: ReadableStream<Uint8Array> | null | undefined) => {
		let bytes = 0;
		for await (const chunk of (stream ?? []) as AsyncIterable<Uint8Array>) bytes += chunk.length;
		return bytes;
	};

	it.each<[string, (body: ReadableStream<Uint8Array>) => Promise<number>]>([
		['is iterated', drain],
		['is piped through a transformation', (body) => drain(body.pipeThrough(new TransformStream()))],
		[
			'is piped into a stream of the page',
			async (body) => {
				let bytes = 0;
				await body.pipeTo(
					new WritableStream({
						write(chunk) {
							bytes += chunk.length;
						},
					}),
				);
				return bytes;
			},
		],
		['is split, and one half is read', (body) => drain(body.tee()[1])],
		[
			'is split, and both halves are read',
			async (body) => {
				const [first, second] = body.tee();
				return Math.max(...(await Promise.all([drain(first), drain(second)])));
			},
		],
	])('is noted once if its size is hidden and it %s', async (_title, readAll) => {
		const response = respond({ 'content-type': 'application/json' }, { url: HIDDEN });
		expect(await readAll(response.body as ReadableStream<Uint8Array>)).toBe(3_000);
		expect(noteRead.mock.calls).toEqual([[HIDDEN, 3_000]]);
	});

	it('is not noted if the page leaves off reading it', async () => {
		const response = respond({ 'content-type': 'application/json' }, { url: HIDDEN });
		for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
			expect(chunk).toHaveLength(1_000);
			break;
		}
		expect(noteRead).not.toHaveBeenCalled();
	});

	it('stays the very stream for a page that goes on with it after a pipe', async () => {
		const body = respond({}, { url: HIDDEN }).body as ReadableStream<Uint8Array>;
		for await (const _ of body.values({ preventCancel: true })) break;
		expect((await body.getReader().read()).value).toHaveLength(1_000);
	});

	it('stays as it is where the browser refuses a pipe', async () => {
		const body = respond({}, { url: HIDDEN }).body as ReadableStream<Uint8Array>;
		const writable = new WritableStream();
		writable.getWriter();
		await expect(body.pipeTo(writable)).rejects.toThrow(TypeError);
		expect(() => body.pipeThrough({ readable: new ReadableStream(), writable })).toThrow(TypeError);
		expect(body.locked).toBe(false);
		expect((await body.getReader().read()).value).toHaveLength(1_000);
	});

	it('is counted where the page has set the places of lists', async () => {
		const set = vi.fn();
		Object.defineProperty(Array.prototype, 0, { configurable: true, get: () => undefined, set });
		const { body } = respond(LENGTH);
		Reflect.deleteProperty(Array.prototype, 0);
		await body?.getReader().read();
		expect(set).not.toHaveBeenCalled();
		expect(counter()).toEqual({ ...EMPTY, count: 1, receivedBytes: 1_000, mayBeCached: true });
	});

	it('fails as before, with an unhandled rejection if the page does not handle it', async () => {
		const failure = new Error('broken');
		const response = respond(LENGTH, { failure });
		const onUnhandled = vi.fn();
		process.once('unhandledRejection', onUnhandled);
		const reader = response.body?.getReader();
		for (let time = 0; time < 3; time++) await reader?.read();
		void reader?.read();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(onUnhandled).toHaveBeenCalledExactlyOnceWith(failure, expect.any(Promise));
		expect(counter()).toEqual({ ...EMPTY, count: 1, receivedBytes: 3_000, mayBeCached: true });
	});

	it('is counted for each of two readers of one address', async () => {
		await read(respond(LENGTH), 1);
		await read(respond(LENGTH), 2);
		expect(counter()).toEqual({ ...EMPTY, count: 2, receivedBytes: 3_000, mayBeCached: true });
	});
});

it('a stream of the page itself is not counted', async () => {
	const reader = new Blob(['abc']).stream().getReader();
	expect((await reader.read()).value).toHaveLength(3);
	expect(counted.size).toBe(0);
});
