import { quietly } from '@/utils/page/quietly';
import type { Counters } from './counters';
import { apply, caller, matches, noteResolved, plainBytes, reader, whenResolved } from './natives';
import { plainText } from './plain-text';
import { invoke, wrap } from './wrap';

/** Larger compressed bodies stay unknown: compressing them takes noticeable time, and a part does not predict the rest. Bytes. */
const MAX_BYTES = 2 ** 22;
/** Characters of a decoded body that was not text (U+FFFD), or was decoded as `x-user-defined`: its size is unknown. */
const NOT_TEXT = /[\ufffd\uf780-\uf7ff]/;

/** Methods whose value shows the body as it was sent, and that the page cannot change before it is compressed. */
const READ_METHODS = ['text', 'arrayBuffer', 'blob', 'bytes'] as const;

/** Resource Timing level 3. */
type Entry = PerformanceResourceTiming & { readonly contentEncoding?: string };

/** Notes a loaded XHR: the address and length of its response, and how to read that. */
export type NoteLoaded = (url: string, length: string | null, read: () => unknown) => void;

/** The responses of other origins without a length. */
export interface HiddenBodies {
	readonly noteLoaded: NoteLoaded;
	isHidden(response: Response): boolean;
	/** Notes one that was read to its end chunk by chunk: an address, and the bytes read. It is counted unless it was compressed. */
	noteRead(url: string, bytes: number): void;
}

/** Calls `note` with the bytes of a body compressed with gzip. Servers may compress slightly better or worse than the browser. */
function createCompressor(): (body: Blob, note: (bytes: number) => void) => void {
	const NativeResponse = Response;
	const NativeCompression = CompressionStream;
	const streamOf = caller(Blob.prototype, 'stream');
	const { pipeThrough } = ReadableStream.prototype;
	const { arrayBuffer } = Response.prototype;
	return (body, note) => {
		const stream = apply<ReadableStream>(pipeThrough, streamOf(body), [new NativeCompression('gzip')]);
		whenResolved(apply<Promise<ArrayBuffer>>(arrayBuffer, new NativeResponse(stream), []), (packed) =>
			note(plainBytes(packed) ?? 0),
		);
	};
}

/** Calls `note` with the address and the body of each hidden response that the page reads at once. */
function hookReadMethods(isHidden: (response: Response) => boolean, note: (url: string, body: unknown) => void): void {
	const { prototype } = Response;
	const urlOf = reader(prototype, 'url');
	const clone = caller(prototype, 'clone');
	const readText = caller(prototype, 'text');
	for (let index = 0; index < READ_METHODS.length; index++)
		wrap(prototype, READ_METHODS[index] as (typeof READ_METHODS)[number], {
			apply: function trap(read, response: Response, args) {
				const body = invoke<Promise<unknown>>(read, response, args, trap);
				let url = '';
				quietly(() => {
					if (isHidden(response)) url = urlOf(response);
				});
				return url ? noteResolved(body, (value) => note(url, value)) : body;
			},
		});
	// The value of `json` belongs to the page, and reading it could run code of the page: a copy of the response is read.
	wrap(prototype, 'json', {
		apply: function trap(json, response: Response, args) {
			quietly(() => {
				if (isHidden(response)) whenResolved(readText(clone(response)), (body) => note(urlOf(response), body));
			});
			return invoke(json, response, args, trap);
		},
	});
}

/**
 * Estimates responses of other origins without a length that the page's scripts may read: Chrome shows no size of them, only
 * whether they were compressed. They are added to the counters of their addresses. Returns what does the same for
 * those that are read in other ways.
 */
export function hookBodies({ counter: counterOf, notify }: Counters): HiddenBodies {
	const ownAddresses = `${location.origin}/`;
	const { prototype } = Response;
	const urlOf = reader(prototype, 'url');
	const headersOf = reader(prototype, 'headers');
	const header = caller(Headers.prototype, 'get');
	const indexOf = caller(String.prototype, 'indexOf');
	const compressedBytes = createCompressor();
	const entriesOf = performance.getEntriesByName.bind(performance);
	const idle = requestIdleCallback;
	const NativeBlob = Blob;

	const hasHiddenSize = (url: string, length: string | null) =>
		length === null && matches(/^http/, url) && indexOf(url, ownAddresses) !== 0;
	const isHidden = (response: Response) =>
		hasHiddenSize(urlOf(response), header(headersOf(response), 'content-length'));
	const add = (url: string, body: unknown, bufferBytes: number | undefined) => {
		const entries = entriesOf(url);
		const entry = entries[entries.length - 1] as Entry | undefined;
		if (entry?.contentEncoding === undefined || entry.transferSize) return;
		const isPacked = entry.contentEncoding !== '';
		if (typeof body === 'string' && matches(NOT_TEXT, body)) return;
		const count = (bytes: number) => {
			if (!bytes) return;
			const counter = counterOf(`part:${url}`);
			counter.count++;
			counter.receivedBytes += bytes;
			counter.isPacked ||= isPacked;
			counter.mayBeCached = true;
			notify();
		};
		const rawBytes = bufferBytes ?? plainBytes(body);
		if (rawBytes !== undefined && !isPacked) return count(rawBytes);
		if (body === null) return;
		const blob = new NativeBlob([rawBytes === undefined ? plainText(body, MAX_BYTES) : (body as BlobPart)]);
		const size = plainBytes(blob) ?? 0;
		if (!size || size > MAX_BYTES) return;
		if (isPacked) compressedBytes(blob, count);
		else count(size);
	};
	/** Where it fails, the size stays unknown. */
	const addLater = (url: string, body: unknown, bufferBytes: number | undefined) =>
		void idle(() => quietly(() => add(url, body, bufferBytes)));
	const note = (url: string, body: unknown) =>
		// At once: a player may hand the buffer to a worker, after which its length here is 0.
		addLater(url, body, typeof body === 'string' ? undefined : plainBytes(body));
	hookReadMethods(isHidden, note);
	return {
		noteLoaded(url, length, read) {
			if (hasHiddenSize(url, length)) note(url, read());
		},
		isHidden,
		noteRead: (url, bytes) => addLater(url, null, bytes),
	};
}
