import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import { apply, caller, listen, now, OwnMap, OwnWeakMap, reader } from '@/utils/page/world/natives';
import { beforeCall } from '@/utils/page/world/wrap';
import { answerTo } from './answer';

/** `XMLHttpRequest.HEADERS_RECEIVED` */
const HEADERS_RECEIVED = 2;

interface Head {
	readonly url: string;
	readonly type: string;
	readonly status: number;
}

/** Counts the answers that XMLHttpRequests bring, once they are complete, are stopped, or the page is left. */
export function hookAnswerRequests(counters: Counters): void {
	const { prototype } = XMLHttpRequest;
	const urlOf = reader(prototype, 'responseURL');
	const statusOf = reader(prototype, 'status');
	const typeOf = reader(prototype, 'responseType');
	const textOf = reader(prototype, 'responseText');
	const responseOf = reader(prototype, 'response');
	const stateOf = reader(prototype, 'readyState');
	const header = caller(prototype, 'getResponseHeader');
	/** When each object began to send, null once its answer has ended: a page may use one again. */
	const starts = new OwnWeakMap<object, number | null>();
	const openRequests = new OwnMap<XMLHttpRequest, true>();
	/** What the head of each answer says: a request that the network or a time limit breaks off forgets it, and its text. */
	const heads = new OwnWeakMap<object, Head>();
	const headOf = (request: XMLHttpRequest) => ({
		url: urlOf(request),
		type: header(request, 'content-type') ?? '',
		status: statusOf(request),
	});
	const noteHead = (request: XMLHttpRequest) => {
		if (stateOf(request) === HEADERS_RECEIVED) heads.set(request, headOf(request));
	};

	const end = (request: XMLHttpRequest, isLoaded = true) => {
		openRequests.delete(request);
		const startMs = starts.get(request);
		if (typeof startMs !== 'number') return;
		const head = heads.get(request) ?? headOf(request);
		heads.delete(request);
		const isComplete = isLoaded && statusOf(request) > 0;
		const answer = answerTo(head.url, head.type, head.status, counters, startMs);
		if (!answer) return;
		starts.set(request, null);
		const responseType = typeOf(request);
		if (responseType === '' || responseType === 'text') answer.addWhole(textOf(request), isComplete);
		else if (responseType === 'json' && isComplete) answer.addValue(responseOf(request));
		else answer.end(isComplete);
	};
	const breakOff = (request: XMLHttpRequest) => quietly(() => end(request, false));
	beforeCall(prototype, 'send', (request) => {
		const isKnown = starts.has(request);
		starts.set(request, now());
		if (isKnown) return;
		// Not where it is sent synchronously, or cannot be sent.
		listen(request, 'loadstart', () => openRequests.set(request, true));
		listen(request, 'readystatechange', () => quietly(() => noteHead(request)));
		listen(request, 'loadend', () => quietly(() => end(request)));
	});
	// Then the text is gone.
	beforeCall(prototype, 'abort', (request) => openRequests.has(request) && breakOff(request));
	const leave = (_: true, request: XMLHttpRequest) => breakOff(request);
	apply(addEventListener, globalThis, ['pagehide', () => openRequests.forEach(leave)]);
}
