import type { Counters } from './counters';
import { afterCall, quietly } from './wrap';

/** Larger bodies stay unknown: compressing them takes noticeable time, and a part does not predict the rest. Bytes. */
const MAX_BYTES = 2 ** 22;
/** Characters of a decoded body that was not text (U+FFFD), or was decoded as `x-user-defined`: its size is unknown. */
const NOT_TEXT = /[\ufffd\uf780-\uf7ff]/;

const READ_METHODS = ['text', 'json', 'arrayBuffer', 'blob'] as const;

function blobOf(body: unknown): Blob {
	const isRaw = typeof body === 'string' || body instanceof Blob || body instanceof ArrayBuffer;
	return new Blob([isRaw ? body : JSON.stringify(body)]);
}

/** Bytes of a body compressed with gzip. Servers may compress slightly better or worse than the browser. */
async function compressedBytes(body: Blob): Promise<number> {
	const compressed = await new Response(body.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
	return compressed.byteLength;
}

/** Resource Timing level 3. */
type Entry = PerformanceResourceTiming & { readonly contentEncoding?: string };

/** The parts of the page's loaded XHR that are read. */
export interface LoadedRequest {
	readonly responseURL: string;
	readonly response: unknown;
	getResponseHeader(name: string): string | null;
}

/**
 * Estimates responses of other origins without a length that the page's scripts may read: Chrome shows no size of them, only
 * whether they were compressed. They are added to the counters of their addresses. Returns a function that does the same for
 * a loaded XHR.
 */
export function hookBodies({ counter: counterOf, notify }: Counters): (request: LoadedRequest) => void {
	const { origin } = location;
	const hasHiddenSize = (url: string, length: string | null) => length === null && new URL(url).origin !== origin;
	const note = (url: string, body: unknown) =>
		requestIdleCallback(async () => {
			try {
				const entry = performance.getEntriesByName(url).pop() as Entry | undefined;
				if (entry?.contentEncoding === undefined || entry.transferSize) return;
				if (typeof body === 'string' && NOT_TEXT.test(body)) return;
				const blob = blobOf(body);
				if (!blob.size || blob.size > MAX_BYTES) return;
				const bytes = entry.contentEncoding ? await compressedBytes(blob) : blob.size;
				const counter = counterOf(`part:${url}`);
				counter.count++;
				counter.receivedBytes += bytes;
				counter.isEstimate = true;
				notify();
			} catch {
				// The size stays unknown.
			}
		});
	for (const name of READ_METHODS) {
		afterCall(Response.prototype, name, (body: Promise<unknown>, { url, headers }: Response) => {
			if (!url || !hasHiddenSize(url, headers.get('content-length'))) return;
			body.then(
				(value) => quietly(() => note(url, value)),
				() => {},
			);
		});
	}
	return (request) => {
		const url = request.responseURL;
		if (!hasHiddenSize(url, request.getResponseHeader('content-length'))) return;
		if (!(request.response instanceof Document)) note(url, request.response);
	};
}
