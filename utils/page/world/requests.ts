import { bodyBytes } from './body-bytes';
import type { Counter, Counters } from './counters';
import { hookForms } from './forms';
import { Uploads } from './uploads';
import { quietly, wrap } from './wrap';

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
	wrap(Navigator.prototype, 'sendBeacon', {
		apply(sendBeacon, self, args) {
			const isQueued: boolean = Reflect.apply(sendBeacon, self, args);
			if (isQueued) quietly(() => uploads.add(bodyBytes(args[1])));
			return isQueued;
		},
	});
	hookXhrUploads(uploads);
	hookForms((bytes) => uploads.add(bytes));
}

function hookFetch(uploads: Uploads): void {
	/** Bytes of the bodies of `Request` objects, which cannot be read later. */
	const bytesOfRequests = new WeakMap<object, number>();
	const bytesOf = ([input, init]: Parameters<typeof fetch>) =>
		bodyBytes(init?.body) || (bytesOfRequests.get(Object(input)) ?? 0);
	wrap(globalThis, 'Request', {
		construct(RequestClass, args, newTarget) {
			const request: object = Reflect.construct(RequestClass, args, newTarget);
			quietly(() => {
				const bytes = bytesOf(args as unknown as Parameters<typeof fetch>);
				if (bytes > 0) bytesOfRequests.set(request, bytes);
			});
			return request;
		},
	});
	wrap(globalThis, 'fetch', {
		apply(native, self, args) {
			let bytes = 0;
			quietly(() => {
				bytes = bytesOf(args as unknown as Parameters<typeof fetch>);
			});
			return uploads.addOfFetch(bytes, Reflect.apply(native, self, args) as Promise<Response>);
		},
	});
}

function hookXhrUploads(uploads: Uploads): void {
	/** Requests whose method has no body: `send` ignores what it is given. */
	const withoutBody = new WeakSet<object>();
	const signalOf = sendSignals();
	wrap(XMLHttpRequest.prototype, 'open', {
		apply(open, request: object, args) {
			quietly(() => {
				if (typeof args[0] === 'string' && /^(?:get|head)$/i.test(args[0])) withoutBody.add(request);
				else withoutBody.delete(request);
			});
			return Reflect.apply(open, request, args);
		},
	});
	wrap(XMLHttpRequest.prototype, 'send', {
		apply(send, request: XMLHttpRequest, args) {
			quietly(() => {
				const signal = signalOf(request);
				if (!withoutBody.has(request)) uploads.addOfRequest(bodyBytes(args[0]), request, signal);
			});
			return Reflect.apply(send, request, args);
		},
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
	const follow = (request: XMLHttpRequest) => {
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
	};
	wrap(XMLHttpRequest.prototype, 'send', {
		apply(send, request: XMLHttpRequest, args) {
			quietly(() => follow(request));
			return Reflect.apply(send, request, args);
		},
	});
}
