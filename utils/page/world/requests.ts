import { bodyBytes } from './body-bytes';
import type { Counters, Line } from './counters';
import { hookForms } from './forms';
import { Uploads } from './uploads';
import { quietly, wrap } from './wrap';

/** For each sending of one request object a signal that ends with the next: a page may open an object again that is under way. */
function sendings(): (request: object) => AbortSignal {
	const endings = new WeakMap<object, AbortController>();
	return (request) => {
		endings.get(request)?.abort();
		const ending = new AbortController();
		endings.set(request, ending);
		return ending.signal;
	};
}

/** Counts the bodies that this frame's scripts and forms send, of which Chrome tells nothing. */
export function hookSending(counters: Counters): void {
	const uploads = new Uploads(counters);
	/** Bodies of requests that were made before they are fetched. */
	const made = new WeakMap<object, number>();
	wrap(globalThis, 'Request', {
		construct(RequestClass, args, newTarget) {
			const request: object = Reflect.construct(RequestClass, args, newTarget);
			quietly(() => {
				const [asked, init] = args as unknown as ConstructorParameters<typeof Request>;
				const bytes = bodyBytes(init?.body) || (made.get(Object(asked)) ?? 0);
				if (bytes > 0) made.set(request, bytes);
			});
			return request;
		},
	});
	wrap(globalThis, 'fetch', {
		apply(fetch, self, args) {
			let bytes = 0;
			quietly(() => {
				const [asked, init] = args as unknown as Parameters<typeof globalThis.fetch>;
				bytes = bodyBytes(init?.body) || (made.get(Object(asked)) ?? 0);
			});
			return uploads.addOfFetch(bytes, Reflect.apply(fetch, self, args) as Promise<Response>);
		},
	});
	wrap(Navigator.prototype, 'sendBeacon', {
		apply(sendBeacon, self, args) {
			const isQueued: boolean = Reflect.apply(sendBeacon, self, args);
			if (isQueued) quietly(() => uploads.add(bodyBytes(args[1])));
			return isQueued;
		},
	});
	/** Requests of methods without a body: what they are given is not sent. */
	const bodiless = new WeakSet<object>();
	const signalOf = sendings();
	wrap(XMLHttpRequest.prototype, 'open', {
		apply(open, request: object, args) {
			quietly(() => {
				if (typeof args[0] === 'string' && /^(?:get|head)$/i.test(args[0])) bodiless.add(request);
				else bodiless.delete(request);
			});
			return Reflect.apply(open, request, args);
		},
	});
	wrap(XMLHttpRequest.prototype, 'send', {
		apply(send, request: XMLHttpRequest, args) {
			quietly(() => {
				const signal = signalOf(request);
				if (!bodiless.has(request)) uploads.addOfRequest(bodyBytes(args[0]), request, signal);
			});
			return Reflect.apply(send, request, args);
		},
	});
	hookForms((bytes) => uploads.add(bytes));
}

/**
 * Keeps what a request that is not whole has received, on the line of its address, until it is; `onLoad` is shown it then, and what
 * announces no length, or was packed, is left to it.
 */
export function hookParts(
	{ line: lineNamed, forget, grow }: Counters,
	onLoad?: (request: XMLHttpRequest) => void,
): void {
	const signalOf = sendings();
	const follow = (request: XMLHttpRequest) => {
		let name = '';
		let line: Line | undefined;
		let reportedBytes = 0;
		const signal = signalOf(request);
		const onProgress = ({ loaded, total }: ProgressEvent) => {
			if (!line && (loaded === total || (onLoad && !total))) return;
			if (!line) {
				name = `part:${request.responseURL}`;
				line = lineNamed(name);
				line[0]++;
			}
			line[1] += loaded - reportedBytes;
			reportedBytes = loaded;
			grow();
		};
		const onWhole = () => {
			if (line) {
				line[0]--;
				line[1] -= reportedBytes;
				line = undefined;
				forget(name);
			}
			quietly(() => onLoad?.(request));
		};
		request.addEventListener('progress', onProgress, { signal });
		request.addEventListener('load', onWhole, { signal });
	};
	wrap(XMLHttpRequest.prototype, 'send', {
		apply(send, request: XMLHttpRequest, args) {
			quietly(() => follow(request));
			return Reflect.apply(send, request, args);
		},
	});
}
