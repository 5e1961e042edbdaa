import { beforeEach, expect, it, vi } from 'vitest';
import { ANSWER, type AnswerStream } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { counted, counters } from '@/tests/page/world/page-counters';
import { hookLeaving } from '@/utils/page/world/answers/answer';
import { hookResponses } from '@/utils/page/world/answers/responses';
import { hookTaps } from '@/utils/page/world/taps';

const STREAM = ANSWER_STREAMS.Claude as AnswerStream;
const BYTES = new TextEncoder().encode(STREAM.text);

/** The addresses of responses: constructed ones have none. */
const urls = new WeakMap<object, string>();
Object.defineProperty(Response.prototype, 'url', {
	configurable: true,
	get(this: Response) {
		return urls.get(this) ?? '';
	},
});
/** Nothing here asks for an address. */
vi.stubGlobal('Node', class {});
const page = new EventTarget();
vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
hookResponses(counters, hookTaps());
hookLeaving();
beforeEach(() => counted.clear());

const counts = () => ({
	asked: counted.get('asked:claude')?.count ?? 0,
	read: counted.get('answer:claude')?.count ?? 0,
	characters: counted.get('answer:claude')?.receivedBytes ?? null,
});
const WHOLE = { asked: 1, read: 1, characters: ANSWER.length };

/** An answer as the network gives it: pages may read it into views of their own. */
function respond(bytes = BYTES, isOpen = false): Response {
	let from = 0;
	const body = new ReadableStream({
		type: 'bytes',
		pull(controller) {
			if (from < bytes.length) {
				controller.enqueue(bytes.slice(from, from + 50));
				from += 50;
			} else if (!isOpen) {
				controller.close();
				controller.byobRequest?.respond(0);
			} else return new Promise(() => {});
		},
	});
	const response = new Response(body, { headers: { 'content-type': STREAM.type } });
	urls.set(response, STREAM.url);
	return response;
}
const readerOf = (response: Response) => (response.body as ReadableStream<Uint8Array>).getReader({ mode: 'byob' });

it.each<[string, (buffer: ArrayBuffer) => ArrayBufferView<ArrayBuffer>]>([
	['bytes', (buffer) => new Uint8Array(buffer)],
	['bytes in the middle of a buffer', (buffer) => new Uint8Array(buffer, 7, 20)],
	['a view of data', (buffer) => new DataView(buffer)],
	['clamped bytes', (buffer) => new Uint8ClampedArray(buffer)],
])('an answer that the page reads into %s of its own is counted, over one buffer', async (_title, viewOf) => {
	const reader = readerOf(respond());
	const decoder = new TextDecoder();
	let text = '';
	let buffer = new ArrayBuffer(64);
	for (;;) {
		const { done, value } = await reader.read(viewOf(buffer));
		if (done) break;
		text += decoder.decode(value, { stream: true });
		buffer = value.buffer;
		new Uint8Array(buffer).fill(0);
	}
	expect(text).toBe(STREAM.text);
	expect(counts()).toEqual(WHOLE);
});

it('an answer that the page leaves off reading into a view counts with what came', async () => {
	const reader = readerOf(respond());
	for (let count = 0; count < 14; count++) await reader.read(new Uint8Array(50));
	await reader.cancel();
	expect(counts()).toMatchObject({ asked: 1, read: 1 });
	expect(counts().characters).toBeLessThan(ANSWER.length);
});

it('an answer whose reader is left without a word counts with what came once the page is left', async () => {
	const reader = respond(BYTES, true).body?.getReader();
	for (let from = 0; from < BYTES.length; from += 50) await reader?.read();
	reader?.releaseLock();
	expect(counts().asked).toBe(0);
	page.dispatchEvent(new Event('pagehide'));
	expect(counts()).toEqual(WHOLE);
});

it('an answer that goes on with another reader, of another kind, is one', async () => {
	const response = respond();
	const first = response.body?.getReader();
	for (let count = 0; count < 14; count++) await first?.read();
	first?.releaseLock();
	const second = readerOf(response);
	while (!(await second.read(new Uint8Array(99))).done);
	expect(counts()).toEqual(WHOLE);
});

it('an answer that was stopped and is asked for again is two, each with what came', async () => {
	const reader = respond().body?.getReader();
	for (let count = 0; count < 14; count++) await reader?.read();
	await reader?.cancel();
	const stopped = counts();
	expect(stopped).toMatchObject({ asked: 1, read: 1 });
	expect(await respond().text()).toBe(STREAM.text);
	await vi.waitFor(() =>
		expect(counts()).toEqual({ asked: 2, read: 2, characters: (stopped.characters ?? 0) + ANSWER.length }),
	);
});
