import { askedAt } from '@/utils/core/assistants/addresses';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import {
	brandReader,
	caller,
	exec,
	noteResolved,
	now,
	OwnMap,
	OwnWeakMap,
	reader,
	whenResolved,
} from '@/utils/page/world/natives';
import type { TapOf } from '@/utils/page/world/taps';
import { afterCall, beforeCall, invoke, wrap } from '@/utils/page/world/wrap';
import { type Answer, answerTo } from './answer';
import type { GrowthWatch } from './growth';

/** A stream of any content: an address that asks only with some types is not known before. */
const ANY_STREAM = 'text/event-stream';

/** Counts the answers that `fetch` brings, however the page reads them. */
export function hookResponses(counters: Counters, addTap: (tapOf: TapOf) => void, growth?: GrowthWatch): void {
	const { prototype } = Response;
	const urlOf = reader(prototype, 'url');
	const statusOf = reader(prototype, 'status');
	const usedOf = reader(prototype, 'bodyUsed');
	const headersOf = reader(prototype, 'headers');
	const header = caller(Headers.prototype, 'get');
	const clone = caller(prototype, 'clone');
	const readText = caller(prototype, 'text');
	const answers = new OwnWeakMap<object, { readonly answer: Answer | null }>();
	const startsOf = createStarts();

	const answerOf = (response: Response): Answer | null => {
		const known = answers.get(response);
		if (known) return known.answer;
		const url = urlOf(response);
		const type = header(headersOf(response), 'content-type') ?? '';
		const answer = answerTo(url, type, statusOf(response), counters, startsOf(url), growth);
		answers.set(response, { answer });
		return answer;
	};
	afterCall(prototype, 'clone', (copy: Response, response: Response) =>
		answers.set(copy, { answer: answerOf(response) }),
	);
	wrap(prototype, 'text', {
		apply: function trap(native, response: Response, args) {
			let isUsed = true;
			quietly(() => {
				isUsed = usedOf(response);
			});
			const text = invoke<Promise<string>>(native, response, args, trap);
			let answer: Answer | null = null;
			quietly(() => {
				answer = answerOf(response);
			});
			if (!answer) return text;
			const whole = (value: string) => quietly(() => (answer as Answer).addWhole(value));
			// Where something else reads it, only this call has failed.
			return noteResolved(text, whole, () => isUsed || breakOff(answer as Answer, response));
		},
	});
	beforeCall(prototype, 'json', (response: Response) => {
		const answer = answerOf(response);
		if (answer?.isReadBy(response))
			whenResolved(
				readText(clone(response)),
				(text) => quietly(() => answer.addWhole(text)),
				() => breakOff(answer, response),
			);
	});
	addTap((response, stream) => {
		const answer = answerOf(response);
		if (!answer?.isReadBy(stream)) return null;
		return { chunk: (value) => answer.addChunk(value), end: (isComplete) => answer.end(isComplete) };
	});
}

/** Ends an answer whose body cannot be read any more, if it was read by this response. */
function breakOff(answer: Answer, response: Response): void {
	quietly(() => {
		if (answer.isReadBy(response)) answer.end(false);
	});
}

/** When the newest request to each address that asks for an answer began: milliseconds of the page's clock by address. */
function createStarts(): (url: string) => number | undefined {
	const starts = new OwnMap<string, number>();
	const hrefOf = brandReader<string>(URL.prototype, 'href');
	const urlOfRequest = brandReader<string>(Request.prototype, 'url');
	const NativeUrl = URL;
	const base = reader(Node.prototype, 'baseURI');
	beforeCall(globalThis, 'fetch', (_self, args) => {
		const given = args[0];
		const written = typeof given === 'string' ? given : (hrefOf(given) ?? urlOfRequest(given));
		const url = written === undefined ? undefined : hrefOf(new NativeUrl(written, base(document)));
		if (url !== undefined && askedAt(url, ANY_STREAM, exec)) starts.set(url, now());
	});
	return (url) => starts.get(url);
}
