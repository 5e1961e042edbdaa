import { quietly } from '@/utils/page/quietly';
import type { Counter, Counters } from './counters';
import { caller, isView, matches, noteResolved, OwnWeakMap, plainBytes, reader } from './natives';
import { afterAccess, afterCall, invoke, wrap } from './wrap';

/** Types that servers do not compress: only for these are the bytes read those that were transferred. */
const UNCOMPRESSED_TYPE = /^(?:video|audio)\//i;

interface Reading {
	readonly url: string;
	counter?: Counter | undefined;
	bytes: number;
}

/**
 * Counts what the frame's scripts read of a response chunk by chunk (`response.body.getReader()`), as players do that abort
 * segments. The counter of its address holds the bytes until the response is complete. It is an estimate, since the cache
 * may have answered: the background uses it only where network events saw the request break off.
 */
export function hookReaders({ counter: counterOf, release, notify }: Counters): void {
	const streams = new OwnWeakMap<object, Reading>();
	const readers = new OwnWeakMap<object, Reading>();
	const urlOf = reader(Response.prototype, 'url');
	const headersOf = reader(Response.prototype, 'headers');
	const header = caller(Headers.prototype, 'get');

	const note = (reading: Reading, { done, value }: ReadableStreamReadResult<unknown>) => {
		const name = `part:${reading.url}`;
		if (!done && isView(value)) {
			if (!reading.counter) {
				reading.counter = counterOf(name);
				reading.counter.count++;
				reading.counter.isEstimate = true;
			}
			const bytes = plainBytes(value) ?? 0;
			reading.bytes += bytes;
			reading.counter.receivedBytes += bytes;
			notify();
		} else if (done && reading.counter) {
			reading.counter.count--;
			reading.counter.receivedBytes -= reading.bytes;
			reading.counter = undefined;
			release(name);
		}
	};
	afterAccess(Response.prototype, 'body', 'get', (stream: object | null, response: Response) => {
		if (!stream || streams.has(stream)) return;
		const url = urlOf(response);
		const headers = headersOf(response);
		// Without a length, a truncated response cannot be distinguished from a complete one.
		const isCounted =
			matches(/^http/, url) &&
			header(headers, 'content-length') !== null &&
			matches(UNCOMPRESSED_TYPE, header(headers, 'content-type') ?? '') &&
			!header(headers, 'content-encoding');
		if (isCounted) streams.set(stream, { url, bytes: 0 });
	});
	afterCall(ReadableStream.prototype, 'getReader', (streamReader: object, stream: object) => {
		const reading = streams.get(stream);
		if (reading) readers.set(streamReader, reading);
	});
	wrap(ReadableStreamDefaultReader.prototype, 'read', {
		apply: function trap(read, streamReader: object, args) {
			const chunk: Promise<ReadableStreamReadResult<unknown>> = invoke(read, streamReader, args, trap);
			const reading = readers.get(streamReader);
			return reading ? noteResolved(chunk, (result) => quietly(() => note(reading, result))) : chunk;
		},
	});
}
