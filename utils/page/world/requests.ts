import { bodyBytes } from './body-bytes';
import type { Counter, Counters } from './counters';
import { hookForms } from './forms';
import { Uploads } from './uploads';
import { afterCall, afterConstruct, beforeCall, quietly, wrap } from './wrap';

/** Gives each `send` of one XMLHttpRequest a signal that aborts at the next: a page may reopen an object that is in use. */
function sendSignals(): (request: object) => AbortSignal {
	const controllers = new WeakMap<object, AbortController>();
	return (request) => {
		controllers.get(request)?.abort();
		const controller = new AbortController();
		controllers.set(request, controller);
		return controller.signal;
	};
}

/** Counts the bodies that the frame's scripts and forms send, which Chrome shows to no extension. */
export function hookUploads(counters: Counters): void {
	const uploads = new Uploads(counters);
	hookFetch(uploads);
	afterCall(Navigator.prototype, 'sendBeacon', (isQueued, _navigator, [, body]) => {
		if (isQueued) uploads.add(bodyBytes(body));
	});
	hookXhrUploads(uploads);
	hookForms((bytes) => uploads.add(bytes));
}

function hookFetch(uploads: Uploads): void {
	/** Bytes of the bodies of `Request` objects, which cannot be read later. */
	const bytesOfRequests = new WeakMap<object, number>();
	const bytesOf = (args: readonly unknown[]) => {
		const [input, init] = args as Parameters<typeof fetch>;
		return bodyBytes(init?.body) || (bytesOfRequests.get(Object(input)) ?? 0);
	};
	afterConstruct('Request', (request, args) => {
		const bytes = bytesOf(args);
		if (bytes > 0) bytesOfRequests.set(request, bytes);
	});
	wrap(globalThis, 'fetch', {
		apply(native, self, args) {
			let bytes = 0;
			quietly(() => {
				bytes = bytesOf(args);
			});
			return uploads.addOfFetch(bytes, Reflect.apply(native, self, args) as Promise<Response>);
		},
	});
}

function hookXhrUploads(uploads: Uploads): void {
	/** Requests whose method has no body: `send` ignores what it is given. */
	const withoutBody = new WeakSet<object>();
	const signalOf = sendSignals();
	beforeCall(XMLHttpRequest.prototype, 'open', (request, [method]) => {
		if (typeof method === 'string' && /^(?:get|head)$/i.test(method)) withoutBody.add(request);
		else withoutBody.delete(request);
	});
	beforeCall(XMLHttpRequest.prototype, 'send', (request, [body]) => {
		const signal = signalOf(request);
		if (!withoutBody.has(request)) uploads.addOfRequest(bodyBytes(body), request, signal);
	});
}

/**
 * Counts what an incomplete XMLHttpRequest has received, in the counter of its address, until it is complete. `onLoad` is
 * then called with it; where `onLoad` is given, responses without a usable length (absent or compressed) are left to it.
 */
export function hookDownloads(
	{ counter: counterOf, release, notify }: Counters,
	onLoad?: (request: XMLHttpRequest) => void,
): void {
	const signalOf = sendSignals();
	beforeCall(XMLHttpRequest.prototype, 'send', (request) => {
		let name = '';
		let counter: Counter | undefined;
		let countedBytes = 0;
		const signal = signalOf(request);
		const onProgress = ({ loaded, total }: ProgressEvent) => {
			if (!counter && (loaded === total || (onLoad && !total))) return;
			if (!counter) {
				name = `part:${request.responseURL}`;
				counter = counterOf(name);
				counter.count++;
			}
			counter.receivedBytes += loaded - countedBytes;
			countedBytes = loaded;
			notify();
		};
		const onComplete = () => {
			if (counter) {
				counter.count--;
				counter.receivedBytes -= countedBytes;
				counter = undefined;
				release(name);
			}
			quietly(() => onLoad?.(request));
		};
		request.addEventListener('progress', onProgress, { signal });
		request.addEventListener('load', onComplete, { signal });
	});
}
