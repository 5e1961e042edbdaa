import { OWN_HINTS, OWN_LOGINS } from '@/utils/core/measure/connection';
import { quietly } from '@/utils/page/quietly';
import type { NoteLoaded } from './bodies';
import { bodyBytes } from './body-bytes';
import type { Counter, Counters } from './counters';
import { caller, listen, matches, OwnWeakMap, OwnWeakSet, reader } from './natives';
import type { Uploads } from './uploads';
import { afterCall, beforeCall } from './wrap';

/**
 * Counts requests with a name and a password. The server first answers that it wants them (401), and the browser asks again by itself:
 * no event, and no entry, shows that first answer.
 */
export function hookLogins({ counter, notify }: Counters): void {
	beforeCall(XMLHttpRequest.prototype, 'open', (_request, args) => {
		if (typeof args[3] !== 'string') return;
		counter(OWN_LOGINS).count++;
		notify();
	});
}

/**
 * Counts an answer ahead of the page's own (early hints, 103). Chromium loads the files that it names before the page begins, and no event
 * of an extension shows them. What the answer named no interface shows. Chromium heeds that of a page alone, not of frames.
 */
export function noteHints({ counter, notify }: Counters): void {
	const [page] = performance.getEntriesByType('navigation') as unknown as readonly {
		firstInterimResponseStart?: number;
	}[];
	if (window.top !== window || !page?.firstInterimResponseStart) return;
	counter(OWN_HINTS).count++;
	notify();
}

/** Counts the bodies of beacons that the browser queues. */
export function hookBeacons(uploads: Uploads): void {
	afterCall(Navigator.prototype, 'sendBeacon', (isQueued, _navigator, args) => {
		if (isQueued) uploads.add(bodyBytes(args[1]));
	});
}

/** Counts the bodies that XMLHttpRequests send. */
export function hookRequests(uploads: Uploads): void {
	const { prototype } = XMLHttpRequest;
	const statusOf = reader(prototype, 'status');
	const urlOf = reader(prototype, 'responseURL');
	const baseOf = reader(Node.prototype, 'baseURI');
	const NativeURL = URL;
	const hrefOf = reader(URL.prototype, 'href');
	const hashOf = reader(URL.prototype, 'hash');
	const slice = caller(String.prototype, 'slice');
	/** Requests whose method has no body: `send` ignores what it is given. */
	const withoutBody = new OwnWeakSet<object>();
	/** The address that each object asks for, as `responseURL` writes it: another one there shows a redirect. */
	const asked = new OwnWeakMap<object, string>();
	const noteAddress = (request: object, url: unknown) => {
		// Reading an object's address could run code of the page.
		if (typeof url !== 'string') return void asked.set(request, '');
		const resolved = new NativeURL(url, baseOf(document));
		asked.set(request, slice(hrefOf(resolved), 0, hrefOf(resolved).length - hashOf(resolved).length));
	};
	/** Bytes of the body that each object is sending: a page may open an object again that is in use. */
	const sending = new OwnWeakMap<object, number>();
	beforeCall(prototype, 'open', (request, args) => {
		const method = args[0];
		if (typeof method === 'string' && matches(/^(?:get|head)$/i, method)) withoutBody.add(request);
		else withoutBody.delete(request);
		asked.set(request, '');
		quietly(() => noteAddress(request, args[1]));
	});
	beforeCall(prototype, 'send', (request, args) => {
		const isKnown = sending.has(request);
		const bytes = withoutBody.has(request) ? 0 : bodyBytes(args[0]);
		if (bytes === 0 && !isKnown) return;
		sending.set(request, bytes);
		uploads.begin(bytes);
		if (isKnown) return;
		listen(request, 'loadend', () =>
			quietly(() => {
				const status = statusOf(request);
				const url = urlOf(request);
				const address = asked.get(request);
				const redirected = Boolean(address) && address !== url;
				if (status > 0) uploads.settle(sending.get(request) ?? 0, { status, url, redirected });
				sending.set(request, 0);
			}),
		);
	});
}

/** What an XMLHttpRequest in progress has received. */
interface Receiving {
	name: string;
	counter: Counter | undefined;
	countedBytes: number;
}

/**
 * Counts what an incomplete XMLHttpRequest has received, in the counter of its address, until it is complete. `onLoad` is
 * then called with it; where `onLoad` is given, responses without a usable length (absent or compressed) are left to it.
 */
export function hookDownloads({ counter: counterOf, release, notify }: Counters, onLoad?: NoteLoaded): void {
	const { prototype } = XMLHttpRequest;
	const urlOf = reader(prototype, 'responseURL');
	const typeOf = reader(prototype, 'responseType');
	const responseOf = reader(prototype, 'response');
	const header = caller(prototype, 'getResponseHeader');
	const loadedOf = reader(ProgressEvent.prototype, 'loaded');
	const totalOf = reader(ProgressEvent.prototype, 'total');
	/** By object: a page may open one again that is in use. */
	const receiving = new OwnWeakMap<object, Receiving>();

	const onProgress = (request: XMLHttpRequest, event: ProgressEvent) => {
		const state = receiving.get(request);
		const loaded = loadedOf(event);
		const total = totalOf(event);
		if (!state || (!state.counter && (loaded === total || (onLoad && !total)))) return;
		if (!state.counter) {
			state.name = `part:${urlOf(request)}`;
			state.counter = counterOf(state.name);
			state.counter.count++;
		}
		state.counter.receivedBytes += loaded - state.countedBytes;
		state.countedBytes = loaded;
		notify();
	};
	const onComplete = (request: XMLHttpRequest) => {
		const { counter, countedBytes, name } = receiving.get(request) ?? { countedBytes: 0, name: '' };
		if (counter) {
			counter.count--;
			counter.receivedBytes -= countedBytes;
			receiving.set(request, { name: '', counter: undefined, countedBytes: 0 });
			release(name);
		}
		if (typeOf(request) !== 'document')
			onLoad?.(urlOf(request), header(request, 'content-length'), () => responseOf(request));
	};
	beforeCall(prototype, 'send', (request) => {
		const isKnown = receiving.has(request);
		receiving.set(request, { name: '', counter: undefined, countedBytes: 0 });
		if (isKnown) return;
		listen(request, 'progress', (event) => quietly(() => onProgress(request, event as ProgressEvent)));
		listen(request, 'load', () => quietly(() => onComplete(request)));
	});
}
