import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import { caller, listen, now, OwnWeakMap, reader } from '@/utils/page/world/natives';
import { beforeCall } from '@/utils/page/world/wrap';
import { answerTo } from './answer';

/** Counts the answers that XMLHttpRequests bring, once they are complete. */
export function hookAnswerRequests(counters: Counters): void {
	const { prototype } = XMLHttpRequest;
	const urlOf = reader(prototype, 'responseURL');
	const statusOf = reader(prototype, 'status');
	const typeOf = reader(prototype, 'responseType');
	const textOf = reader(prototype, 'responseText');
	const responseOf = reader(prototype, 'response');
	const header = caller(prototype, 'getResponseHeader');
	/** When each object began to send: a page may use one again. */
	const starts = new OwnWeakMap<object, number>();

	const end = (request: XMLHttpRequest) => {
		const type = header(request, 'content-type') ?? '';
		const answer = answerTo(urlOf(request), type, statusOf(request), counters, starts.get(request));
		if (!answer) return;
		const responseType = typeOf(request);
		if (responseType === '' || responseType === 'text') answer.addWhole(textOf(request));
		else if (responseType === 'json') answer.addValue(responseOf(request));
		else answer.end();
	};
	beforeCall(prototype, 'send', (request) => {
		const isKnown = starts.has(request);
		starts.set(request, now());
		if (!isKnown) listen(request, 'loadend', () => quietly(() => end(request)));
	});
}
