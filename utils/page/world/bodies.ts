import type { Counters } from './counters';
import { quietly, wrap } from './wrap';

/** Larger bodies are not packed, which would be felt, and stay unknown: their beginning does not tell how the rest packs. */
const MOST_BYTES = 2 ** 22;
/** What a text holds whose bytes were none (U+FFFD), or were made letters of one by one (`x-user-defined`): its size is not theirs. */
const NO_TEXT = /[\ufffd\uf780-\uf7ff]/;

const READS = ['text', 'json', 'arrayBuffer', 'blob'] as const;

function blobOf(body: unknown): Blob {
	const isRaw = typeof body === 'string' || body instanceof Blob || body instanceof ArrayBuffer;
	return new Blob([isRaw ? body : JSON.stringify(body)]);
}

/** Bytes that a body takes packed. Servers pack a little harder or less hard than browsers do. */
async function packedBytes(body: Blob): Promise<number> {
	const packed = await new Response(body.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
	return packed.byteLength;
}

/** Resource Timing level 3. */
type Entry = PerformanceResourceTiming & { readonly contentEncoding?: string };

/** What is read of a request of the page's that has loaded. */
export interface LoadedRequest {
	readonly responseURL: string;
	readonly response: unknown;
	getResponseHeader(name: string): string | null;
}

/**
 * Estimates the answers of other origins that announce no length and that the page's scripts may read: Chrome tells nobody what
 * they weighed, only whether they were packed. They go on the lines of their addresses. Returns what does the same for a request that
 * has loaded.
 */
export function hookBodies({ line: lineNamed, grow }: Counters): (request: LoadedRequest) => void {
	const { origin } = location;
	const isHidden = (url: string, length: string | null) => length === null && new URL(url).origin !== origin;
	const note = (url: string, body: unknown) =>
		requestIdleCallback(async () => {
			try {
				const entry = performance.getEntriesByName(url).pop() as Entry | undefined;
				if (entry?.contentEncoding === undefined || entry.transferSize) return;
				if (typeof body === 'string' && NO_TEXT.test(body)) return;
				const blob = blobOf(body);
				if (!blob.size || blob.size > MOST_BYTES) return;
				const bytes = entry.contentEncoding ? await packedBytes(blob) : blob.size;
				const line = lineNamed(`part:${url}`);
				line[0]++;
				line[1] += bytes;
				line[3] = 1;
				grow();
			} catch {
				// What is not counted stays unknown.
			}
		});
	for (const name of READS) {
		wrap(Response.prototype, name, {
			apply(read, response: Response, args) {
				const body: Promise<unknown> = Reflect.apply(read, response, args);
				quietly(() => {
					const { url, headers } = response;
					if (!url || !isHidden(url, headers.get('content-length'))) return;
					body.then(
						(whole) => quietly(() => note(url, whole)),
						() => {},
					);
				});
				return body;
			},
		});
	}
	return (request) => {
		const url = request.responseURL;
		if (!isHidden(url, request.getResponseHeader('content-length'))) return;
		if (!(request.response instanceof Document)) note(url, request.response);
	};
}
