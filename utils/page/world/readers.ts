import type { Counter, Counters } from './counters';
import { afterCall, quietly, wrap } from './wrap';

/** Types that servers do not compress: only for these are the bytes read those that were transferred. */
const UNCOMPRESSED_TYPE = /^(?:video|audio)\//i;

interface Reading {
	readonly url: string;
	counter?: Counter;
	bytes: number;
}

/**
 * Counts what the frame's scripts read of a response chunk by chunk (`response.body.getReader()`), as players do that abort
 * segments. The counter of its address holds the bytes until the response is complete. It is an estimate, since the cache
 * may have answered: the background uses it only where network events saw the request break off.
 */
export function hookReaders({ counter: counterOf, release, notify }: Counters): void {
	const streams = new WeakMap<object, Reading>();
	const readers = new WeakMap<object, Reading>();
	// Captured first: the page may replace them later.
	const NativePromise = Promise;
	const { then } = Promise.prototype;

	const note = (reading: Reading, { done, value }: ReadableStreamReadResult<unknown>) => {
		const name = `part:${reading.url}`;
		if (!done && ArrayBuffer.isView(value)) {
			if (!reading.counter) {
				reading.counter = counterOf(name);
				reading.counter.count++;
				reading.counter.isEstimate = true;
			}
			reading.bytes += value.byteLength;
			reading.counter.receivedBytes += value.byteLength;
			notify();
		} else if (done && reading.counter) {
			reading.counter.count--;
			reading.counter.receivedBytes -= reading.bytes;
			delete reading.counter;
			release(name);
		}
	};
	const body = Object.getOwnPropertyDescriptor(Response.prototype, 'body');
	if (!body?.get) return;
	afterCall(body, 'get', (stream: object | null, { url, headers }: Response) => {
		// Without a length, a truncated response cannot be told from a complete one.
		const isCounted = headers.has('content-length') && UNCOMPRESSED_TYPE.test(headers.get('content-type') ?? '');
		if (!stream || !isCounted || !url.startsWith('http') || headers.get('content-encoding') || streams.has(stream))
			return;
		streams.set(stream, { url, bytes: 0 });
	});
	Object.defineProperty(Response.prototype, 'body', body);
	afterCall(ReadableStream.prototype, 'getReader', (reader: object, stream: object) => {
		const reading = streams.get(stream);
		if (reading) readers.set(reader, reading);
	});
	wrap(ReadableStreamDefaultReader.prototype, 'read', {
		apply(read, reader: object, args) {
			const chunk: Promise<ReadableStreamReadResult<unknown>> = Reflect.apply(read, reader, args);
			const reading = readers.get(reader);
			if (!reading) return chunk;
			// Replaces the native promise, so that a rejection which the page does not handle still counts as unhandled.
			return new NativePromise((resolve, reject) => {
				const pass = (result: ReadableStreamReadResult<unknown>) => {
					quietly(() => note(reading, result));
					resolve(result);
				};
				Reflect.apply(then, chunk, [pass, reject]);
			});
		},
	});
}
