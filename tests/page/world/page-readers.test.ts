import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hookReaders } from '@/utils/page/world/readers';
import { counters, lines } from './page-counters';

const SEGMENT = 'https://media.example/segment-3.m4s';
const LENGTH = { 'content-type': 'video/mp4', 'content-length': '3000' };

const natives = [
	[Response.prototype, 'body'],
	[ReadableStream.prototype, 'getReader'],
	[ReadableStreamDefaultReader.prototype, 'read'],
] as const;
const descriptors = natives.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name) ?? {});

hookReaders(counters);
beforeEach(() => lines.clear());
afterAll(() => {
	for (const [index, [holder, name]] of natives.entries()) {
		Object.defineProperty(holder, name, descriptors[index] as PropertyDescriptor);
	}
});

/** An answer of three pieces of a kilobyte; it fails after them where that is wanted. */
function answer(headers: HeadersInit, { url = SEGMENT, failure }: { url?: string; failure?: Error } = {}): Response {
	const pieces = [1, 2, 3].map(() => new Uint8Array(1_000));
	const stream = new ReadableStream({
		pull(controller) {
			const piece = pieces.shift();
			if (piece) controller.enqueue(piece);
			else if (failure) controller.error(failure);
			else controller.close();
		},
	});
	return Object.defineProperty(new Response(stream, { headers }), 'url', { value: url });
}

async function read(response: Response, times: number) {
	const reader = response.body?.getReader();
	const results = [];
	for (let time = 0; time < times; time++) results.push(await reader?.read());
	return results;
}
const reported = () => lines.get(`part:${SEGMENT}`);

describe('an answer that is read piece by piece', () => {
	it('is told as far as it was read, and comes as before', async () => {
		const results = await read(answer(LENGTH), 2);
		expect(results.map((result) => [result?.done, result?.value?.length])).toEqual([
			[false, 1_000],
			[false, 1_000],
		]);
		expect(reported()).toEqual([1, 2_000, 0, 1]);
	});

	it('is told no longer once it is whole', async () => {
		await read(answer(LENGTH), 4);
		expect(lines.size).toBe(0);
	});

	it.each([
		['may have been packed', { 'content-type': 'application/octet-stream' }, {}],
		['was packed', { ...LENGTH, 'content-encoding': 'gzip' }, {}],
		['has no length', { 'content-type': 'video/mp4' }, {}],
		['is a picture', { 'content-type': 'image/svg+xml' }, {}],
		['came from no server', LENGTH, { url: 'blob:https://media.example/1' }],
	])('is not told where it %s', async (_title, headers, options) => {
		await read(answer(headers as HeadersInit, options), 4);
		expect(lines.size).toBe(0);
	});

	it('fails as before, and unheard where nobody listens', async () => {
		const failure = new Error('broken');
		const response = answer(LENGTH, { failure });
		const unheard = vi.fn();
		process.once('unhandledRejection', unheard);
		const reader = response.body?.getReader();
		for (let time = 0; time < 3; time++) await reader?.read();
		void reader?.read();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(unheard).toHaveBeenCalledExactlyOnceWith(failure, expect.any(Promise));
		expect(reported()).toEqual([1, 3_000, 0, 1]);
	});

	it('is told for each of two readers of one address', async () => {
		await read(answer(LENGTH), 1);
		await read(answer(LENGTH), 2);
		expect(reported()).toEqual([2, 3_000, 0, 1]);
	});
});

it('a stream of the page’s own is left alone', async () => {
	const reader = new Blob(['abc']).stream().getReader();
	expect((await reader.read()).value).toHaveLength(3);
	expect(lines.size).toBe(0);
});
