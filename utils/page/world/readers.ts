import type { Counters, Line } from './counters';
import { quietly, wrap } from './wrap';

/** Types of what servers do not compress on the way: only of these the bytes that are read are those that came. */
const UNPACKED_TYPE = /^(?:video|audio)\//i;

interface Reading {
	readonly url: string;
	line?: Line;
	bytes: number;
}

/**
 * Counts what this frame's scripts read of an answer piece by piece (`response.body.getReader()`), as players do that give segments up on
 * their way. It goes on the line of its address until the answer is whole. The cache may have answered, so it is an estimate, and counts only
 * where the network's events saw the request break off.
 */
export function hookReaders({ line: lineNamed, forget, grow }: Counters): void {
	const streams = new WeakMap<object, Reading>();
	const readers = new WeakMap<object, Reading>();
	// The page may put another in its place later.
	const NativePromise = Promise;
	const { then } = Promise.prototype;

	const note = (reading: Reading, { done, value }: ReadableStreamReadResult<unknown>) => {
		if (!done && ArrayBuffer.isView(value)) {
			if (!reading.line) {
				reading.line = lineNamed(`part:${reading.url}`);
				reading.line[0]++;
				reading.line[3] = 1;
			}
			reading.bytes += value.byteLength;
			reading.line[1] += value.byteLength;
			grow();
		} else if (done && reading.line) {
			reading.line[0]--;
			reading.line[1] -= reading.bytes;
			delete reading.line;
			forget(`part:${reading.url}`);
		}
	};
	const body = Object.getOwnPropertyDescriptor(Response.prototype, 'body');
	if (!body?.get) return;
	wrap(body as { get: () => unknown }, 'get', {
		apply(get, response: Response, args) {
			const stream: object | null = Reflect.apply(get, response, args);
			quietly(() => {
				const { url, headers } = response;
				// Of what has no length nothing tells that it is whole.
				const isCounted = headers.has('content-length') && UNPACKED_TYPE.test(headers.get('content-type') ?? '');
				if (!stream || !isCounted || !url.startsWith('http') || headers.get('content-encoding') || streams.has(stream))
					return;
				streams.set(stream, { url, bytes: 0 });
			});
			return stream;
		},
	});
	Object.defineProperty(Response.prototype, 'body', body);
	wrap(ReadableStream.prototype, 'getReader', {
		apply(getReader, stream: object, args) {
			const reader: object = Reflect.apply(getReader, stream, args);
			const reading = streams.get(stream);
			if (reading) readers.set(reader, reading);
			return reader;
		},
	});
	wrap(ReadableStreamDefaultReader.prototype, 'read', {
		apply(read, reader: object, args) {
			const piece: Promise<ReadableStreamReadResult<unknown>> = Reflect.apply(read, reader, args);
			const reading = readers.get(reader);
			if (!reading) return piece;
			// In the place of the native promise, so that one that the page leaves unhandled stays so.
			return new NativePromise((resolve, reject) => {
				const pass = (result: ReadableStreamReadResult<unknown>) => {
					quietly(() => note(reading, result));
					resolve(result);
				};
				Reflect.apply(then, piece, [pass, reject]);
			});
		},
	});
}
