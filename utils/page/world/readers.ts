import { quietly } from '@/utils/page/quietly';
import type { HiddenBodies } from './bodies';
import type { Counter, Counters } from './counters';
import { caller, isView, matches, noteResolved, OwnWeakMap, plainBytes, reader } from './natives';
import { afterAccess, afterCall, invoke, wrap } from './wrap';

/** Types that servers do not compress: only for these are the bytes read those that were transferred. */
const UNCOMPRESSED_TYPE = /^(?:video|audio)\//i;

interface Reading {
	readonly url: string;
	/** Its whole size is hidden, and counts once it is complete. */
	readonly isHidden: boolean;
	counter?: Counter | undefined;
	bytes: number;
}

/**
 * Counts what the frame's scripts read of a response chunk by chunk (`response.body.getReader()`), as players do that abort
 * segments. The counter of its address holds the bytes until the response is complete. The cache may have answered: the background uses
 * them only where network events saw the request break off. A response of hidden size counts when it has been read to its end.
 */
export function hookReaders({ counter: counterOf, release, notify }: Counters, hidden?: HiddenBodies): void {
	const streams = new OwnWeakMap<object, Reading>();
	const readers = new OwnWeakMap<object, Reading>();
	const urlOf = reader(Response.prototype, 'url');
	const headersOf = reader(Response.prototype, 'headers');
	const header = caller(Headers.prototype, 'get');

	const note = (reading: Reading, { done, value }: ReadableStreamReadResult<unknown>) => {
		const name = `part:${reading.url}`;
		if (reading.isHidden) {
			reading.bytes += isView(value) ? (plainBytes(value) ?? 0) : 0;
			if (done) hidden?.noteRead(reading.url, reading.bytes);
		} else if (!done && isView(value)) {
			if (!reading.counter) {
				reading.counter = counterOf(name);
				reading.counter.count++;
				reading.counter.mayBeCached = true;
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
		const isHidden = !isCounted && hidden?.isHidden(response) === true;
		if (isCounted || isHidden) streams.set(stream, { url, isHidden, bytes: 0 });
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
