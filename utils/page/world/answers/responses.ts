import { askedAt } from '@/utils/core/assistants/addresses';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import {
	apply,
	bare,
	brandReader,
	caller,
	defineProperty,
	exec,
	getOwnPropertyDescriptor,
	noteResolved,
	now,
	OwnMap,
	OwnWeakMap,
	reader,
	whenResolved,
} from '@/utils/page/world/natives';
import { afterAccess, afterCall, beforeCall, invoke, wrap } from '@/utils/page/world/wrap';
import { type Answer, answerTo } from './answer';
import type { GrowthWatch } from './growth';

/** Ways of reading a stream that the browser goes itself, without a reader of the page. */
const PIPES = ['pipeThrough', 'pipeTo', 'tee', 'values'] as const;
/** A stream of any content: an address that asks only with some types is not known before. */
const ANY_STREAM = 'text/event-stream';

/** Counts the answers that `fetch` brings, however the page reads them. */
export function hookResponses(counters: Counters, growth?: GrowthWatch): void {
	const { prototype } = Response;
	const urlOf = reader(prototype, 'url');
	const statusOf = reader(prototype, 'status');
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
			const text = invoke<Promise<string>>(native, response, args, trap);
			let answer: Answer | null = null;
			quietly(() => {
				answer = answerOf(response);
			});
			return answer ? noteResolved(text, (value) => quietly(() => (answer as Answer).addWhole(value))) : text;
		},
	});
	beforeCall(prototype, 'json', (response: Response) => {
		const answer = answerOf(response);
		if (answer?.isReadBy(response))
			whenResolved(readText(clone(response)), (text) => quietly(() => answer.addWhole(text)));
	});
	hookStreamsOf(answerOf);
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

/** Counts the chunks of the streams of responses. */
function hookStreamsOf(answerOf: (response: Response) => Answer | null): void {
	const streams = new OwnWeakMap<object, Answer>();
	const readers = new OwnWeakMap<object, Answer>();
	const { prototype } = ReadableStream;
	const { pipeThrough } = prototype;
	const NativeTransform = TransformStream;
	const lockedOf = reader(prototype, 'locked');
	const enqueue = caller(TransformStreamDefaultController.prototype, 'enqueue');

	const note = (answer: Answer, { done, value }: ReadableStreamReadResult<unknown>) => {
		if (done) answer.end();
		else answer.addChunk(value);
	};
	/** A stream of the same chunks, which are counted on their way. */
	const tapped = (stream: ReadableStream, answer: Answer): ReadableStream => {
		const tap = new NativeTransform(
			bare({
				transform(chunk: unknown, controller: TransformStreamDefaultController) {
					quietly(() => answer.addChunk(chunk));
					enqueue(controller, chunk);
				},
				flush: () => quietly(() => answer.end()),
				cancel: () => quietly(() => answer.end(false)),
			}),
		);
		return apply(pipeThrough, stream, [tap]);
	};
	afterAccess(Response.prototype, 'body', 'get', (stream: object | null, response: Response) => {
		if (!stream || streams.has(stream)) return;
		const answer = answerOf(response);
		if (answer?.isReadBy(stream)) streams.set(stream, answer);
	});
	afterCall(prototype, 'getReader', (streamReader: object, stream: object) => {
		const answer = streams.get(stream);
		if (answer) readers.set(streamReader, answer);
	});
	wrap(ReadableStreamDefaultReader.prototype, 'read', {
		apply: function trap(native, self: object, args) {
			const chunk = invoke<Promise<ReadableStreamReadResult<unknown>>>(native, self, args, trap);
			const answer = readers.get(self);
			if (!answer) return chunk;
			return noteResolved(
				chunk,
				(result) => quietly(() => note(answer, result)),
				() => quietly(() => answer.end(false)),
			);
		},
	});
	beforeCall(ReadableStreamDefaultReader.prototype, 'cancel', (self: object) => readers.get(self)?.end(false));
	for (let index = 0; index < PIPES.length; index++)
		wrap(prototype, PIPES[index] as keyof ReadableStream, {
			apply: function trap(native, self: ReadableStream, args) {
				const answer = streams.get(self);
				let stream = self;
				quietly(() => {
					if (answer && !lockedOf(self)) stream = tapped(self, answer);
				});
				return invoke(native, stream, args, trap);
			},
		});
	quietly(() => {
		const iterator = getOwnPropertyDescriptor(prototype, Symbol.asyncIterator);
		const { value } = getOwnPropertyDescriptor(prototype, 'values') ?? {};
		if (iterator && value) defineProperty(prototype, Symbol.asyncIterator, bare({ ...iterator, value }));
	});
}
