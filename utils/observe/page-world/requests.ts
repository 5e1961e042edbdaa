import type { Line, Tally } from './tally';
import { Uploads } from './uploads';
import { quietly, wrap } from './wrap';

/** What comes before each field of a form in several parts: boundary, disposition and line ends, about (RFC 7578). */
const FIELD_BYTES = 140;

const encoder = new TextEncoder();

const textBytes = (text: unknown) => encoder.encode(String(text)).length;

/** Bytes of a request's body; 0 for a stream and for what only the browser can read. Nothing of it is kept. */
export function bodyBytes(body: unknown): number {
	if (typeof body === 'string' || body instanceof URLSearchParams) return textBytes(body);
	if (body instanceof FormData)
		return [...body].reduce(
			(sum, [name, value]) =>
				sum + FIELD_BYTES + textBytes(name) + (typeof value === 'string' ? textBytes(value) : value.size),
			0,
		);
	const { byteLength, size } = (body ?? {}) as Partial<ArrayBuffer & Blob>;
	return byteLength ?? size ?? 0;
}

/** Counts the bodies that this frame's scripts and forms send, of which Chrome tells nothing. */
export function hookSending(tally: Tally): void {
	const uploads = new Uploads(tally);
	wrap(globalThis, 'fetch', {
		apply(fetch, self, args) {
			quietly(() => {
				const [asked, init] = args as unknown as Parameters<typeof globalThis.fetch>;
				uploads.addOfFetch(bodyBytes(init?.body), () => addressOf(asked));
			});
			return Reflect.apply(fetch, self, args);
		},
	});
	wrap(Navigator.prototype, 'sendBeacon', {
		apply(sendBeacon, self, args) {
			quietly(() => uploads.add(bodyBytes(args[1])));
			return Reflect.apply(sendBeacon, self, args);
		},
	});
	wrap(XMLHttpRequest.prototype, 'send', {
		apply(send, request: XMLHttpRequest, args) {
			quietly(() => uploads.addOfRequest(bodyBytes(args[0]), request));
			return Reflect.apply(send, request, args);
		},
	});
	addEventListener('submit', (event) =>
		quietly(() => {
			const form = event.target as HTMLFormElement;
			if (!event.defaultPrevented && form.method === 'post') uploads.add(bodyBytes(new FormData(form)));
		}),
	);
}

/** The whole address that is fetched, as the entry of the request names it. */
function addressOf(asked: RequestInfo | URL): string {
	return asked instanceof Request ? asked.url : new URL(asked, document.baseURI).href;
}

/**
 * Keeps what a request that is not whole has received, on the line of its address, until it is; `onLoad` is shown it then, and what
 * announces no length, or was packed, is left to it.
 */
export function hookParts({ line: lineNamed, grow }: Tally, onLoad?: (request: XMLHttpRequest) => void): void {
	wrap(XMLHttpRequest.prototype, 'send', {
		apply(send, request: XMLHttpRequest, args) {
			quietly(() => {
				let line: Line | undefined;
				let saidBytes = 0;
				request.addEventListener('progress', ({ loaded, total }) => {
					if (!line && (loaded === total || (onLoad && !total))) return;
					if (!line) {
						line = lineNamed(`part:${request.responseURL}`);
						line[0]++;
					}
					line[1] += loaded - saidBytes;
					saidBytes = loaded;
					grow();
				});
				request.addEventListener('load', () => {
					if (line) {
						line[0]--;
						line[1] -= saidBytes;
						line = undefined;
					}
					quietly(() => onLoad?.(request));
				});
			});
			return Reflect.apply(send, request, args);
		},
	});
}
