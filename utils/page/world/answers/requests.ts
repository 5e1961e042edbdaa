import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import { apply, caller, listen, now, OwnMap, OwnWeakMap, reader } from '@/utils/page/world/natives';
import { beforeCall } from '@/utils/page/world/wrap';
import { answerTo } from './answer';

/** Counts the answers that XMLHttpRequests bring, once they are complete, are stopped, or the page is left. */
export function hookAnswerRequests(counters: Counters): void {
	const { prototype } = XMLHttpRequest;
	const urlOf = reader(prototype, 'responseURL');
	const statusOf = reader(prototype, 'status');
	const typeOf = reader(prototype, 'responseType');
	const textOf = reader(prototype, 'responseText');
	const responseOf = reader(prototype, 'response');
	const header = caller(prototype, 'getResponseHeader');
	/** When each object began to send, null once its answer has ended: a page may use one again. */
	const starts = new OwnWeakMap<object, number | null>();
	const openRequests = new OwnMap<XMLHttpRequest, true>();

	const end = (request: XMLHttpRequest, isComplete = true) => {
		openRequests.delete(request);
		const startMs = starts.get(request);
		if (typeof startMs !== 'number') return;
		const type = header(request, 'content-type') ?? '';
		const answer = answerTo(urlOf(request), type, statusOf(request), counters, startMs);
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
		listen(request, 'loadend', () => quietly(() => end(request)));
	});
	// Then the text is gone.
	beforeCall(prototype, 'abort', (request) => openRequests.has(request) && breakOff(request));
	const leave = (_: true, request: XMLHttpRequest) => breakOff(request);
	apply(addEventListener, globalThis, ['pagehide', () => openRequests.forEach(leave)]);
}
