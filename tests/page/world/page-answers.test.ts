import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAMILIES } from '@/utils/core/schema/assistant-names';
import { ANSWER, type AnswerStream, SSE } from './answer-parts';
import { ANSWER_STREAMS } from './answer-streams';
import { counted, counters } from './page-counters';
import { OTHER_REQUESTS, UNREAD_STREAMS } from './unread-streams';

type Way = (response: Response) => Promise<string>;

async function join(stream: ReadableStream<string>): Promise<string> {
	let text = '';
	for await (const piece of stream) text += piece;
	return text;
}

/** How a page may read an answer. */
const WAYS: Readonly<Record<string, Way>> = {
	'with a reader': async ({ body }) => {
		const decoder = new TextDecoder();
		const reader = (body as ReadableStream<Uint8Array>).getReader();
		let text = '';
		for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
			text += decoder.decode(chunk.value, { stream: true });
		return text;
	},
	'through a pipe': ({ body }) => join((body as ReadableStream).pipeThrough(new TextDecoderStream())),
	'in a loop': async ({ body }) => {
		const decoder = new TextDecoder();
		let text = '';
		for await (const chunk of body as unknown as AsyncIterable<Uint8Array>)
			text += decoder.decode(chunk, { stream: true });
		return text;
	},
	'one of two copies': ({ body }) => {
		const [first] = (body as ReadableStream).tee();
		return new Response(first).text();
	},
	'into another stream': async ({ body }) => {
		const into = new TransformStream<Uint8Array, Uint8Array>();
		const written = (body as ReadableStream<Uint8Array>).pipeTo(into.writable);
		const text = await join(into.readable.pipeThrough(new TextDecoderStream() as never));
		await written;
		return text;
	},
	whole: (response) => response.text(),
	'from a copy': (response) => response.clone().text(),
};

/** A response with an address, which a constructed one lacks, in chunks of some bytes. */
function respond({ url, type, text }: AnswerStream, chunkBytes = 37, status = 200): Response {
	const bytes = new TextEncoder().encode(text);
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			for (let from = 0; from < bytes.length; from += chunkBytes)
				controller.enqueue(bytes.slice(from, from + chunkBytes));
			controller.close();
		},
	});
	return Object.assign(new Response(body, { status, headers: { 'content-type': type } }), { url });
}

const NATIVES = ['Response', 'ReadableStream', 'ReadableStreamDefaultReader', 'fetch'] as const;

beforeEach(async () => {
	counted.clear();
	vi.resetModules();
	const urls = new WeakMap<object, string>();
	class OwnResponse extends Response {
		override get url() {
			return urls.get(this) ?? '';
		}
		override set url(url: string) {
			urls.set(this, url);
		}
		override clone() {
			return Object.assign(new OwnResponse(super.clone().body, this), { url: this.url });
		}
	}
	for (const name of ['body', 'status', 'headers'] as const)
		Object.defineProperty(
			OwnResponse.prototype,
			name,
			Object.getOwnPropertyDescriptor(Response.prototype, name) as object,
		);
	for (const name of ['text', 'json'] as const)
		Object.defineProperty(
			OwnResponse.prototype,
			name,
			Object.getOwnPropertyDescriptor(Response.prototype, name) as object,
		);
	vi.stubGlobal('Response', OwnResponse);
	vi.stubGlobal('document', { baseURI: 'https://chat.ecole.example/' });
	vi.stubGlobal(
		'Node',
		class {
			get baseURI() {
				return 'https://chat.ecole.example/';
			}
		},
	);
	for (const name of NATIVES.slice(1)) vi.stubGlobal(name, globalThis[name]);
	const saved = [ReadableStream.prototype, ReadableStreamDefaultReader.prototype].map(
		(prototype) => [prototype, Object.getOwnPropertyDescriptors(prototype)] as const,
	);
	restore = () => {
		for (const [prototype, descriptors] of saved) Object.defineProperties(prototype, descriptors);
	};
	const { hookResponses } = await import('@/utils/page/world/answers/responses');
	const { hookTaps } = await import('@/utils/page/world/taps');
	hookResponses(counters, hookTaps());
});
let restore = () => {};
afterEach(() => {
	restore();
	vi.unstubAllGlobals();
});

const charactersOf = (name: string) => counted.get(name)?.receivedBytes ?? null;
const askedCount = () =>
	[...counted].filter(([name]) => /^(?:asked|again|image):/.test(name)).reduce((sum, [, { count }]) => sum + count, 0);

describe('an answer that the page reads', () => {
	const cases = Object.entries(ANSWER_STREAMS).flatMap(([name, stream]) =>
		Object.entries(WAYS).map(([way, read]) => [`${name}, ${way}`, stream, read] as const),
	);

	it.each(cases)('%s: has its characters counted, and reaches the page as it is', async (_title, stream, read) => {
		expect(await read(respond(stream))).toBe(stream.text);
		await vi.waitFor(() => expect(charactersOf(stream.counter)).toBe(ANSWER.length));
		expect(counted.get(stream.counter)?.count).toBe(1);
		expect(askedCount()).toBe(1);
	});

	it.each([1, 3, 64, 100_000])('is counted the same in chunks of %i bytes', async (bytes) => {
		for (const stream of Object.values(ANSWER_STREAMS)) {
			counted.clear();
			await (WAYS['with a reader'] as Way)(respond(stream, bytes));
			expect(charactersOf(stream.counter)).toBe(ANSWER.length);
		}
	});

	it('is the same whatever stands between its pieces, and with quotes and escapes in them', async () => {
		const pieces = ['Un ', 'mot ', '"cité" ', 'et ', 'et ', 'C:\\\\x ', 'id', 'fin\n', 'é', '.'];
		const frame = (content: string) => `data: ${JSON.stringify({ id: 'id', choices: [{ delta: { content } }] })}\n\n`;
		const between = ['event: delta\n', ': ping\n\n', '', 'data: {}\n\n'];
		const text = pieces.map((piece, index) => `${between[index % 4]}${frame(piece)}`).join('');
		const url = 'https://ia.ecole.example/v1/chat/completions';
		await (WAYS['with a reader'] as Way)(respond({ url, type: SSE, text, counter: '' }));
		expect(charactersOf('answer:own')).toBe(pieces.join('').length);
	});

	it('is counted where the page takes its JSON', async () => {
		const stream = ANSWER_STREAMS['OpenAI-compatible, whole'] as AnswerStream;
		expect(await respond(stream).json()).toEqual(JSON.parse(stream.text));
		await vi.waitFor(() => expect(charactersOf(stream.counter)).toBe(ANSWER.length));
	});

	it.each([
		['DeepSeek, fragments', 'deepseek', false],
		['DeepSeek, before fragments', 'deepseek', false],
		['Claude', 'claude', true],
		['OpenAI-compatible', 'mistral-open', false],
		['OpenAI-compatible, whole', 'qwen', true],
		['Ollama', 'llama', false],
	])('%s: has reasoning and a large model as they are', async (name, family, isLarge) => {
		const stream = ANSWER_STREAMS[name] as AnswerStream;
		await (WAYS['with a reader'] as Way)(respond(stream));
		const hasReasoned = family === 'deepseek';
		expect(counted.has(`reasoned:${family}`)).toBe(hasReasoned);
		if (hasReasoned) expect(counted.get(`reasoned:${family}`)?.receivedBytes).toBeLessThan(ANSWER.length);
		expect(counted.get(`large:${family}`)?.count ?? 0).toBe(isLarge ? 1 : 0);
	});

	it('counts what came of an answer that is stopped', async () => {
		const stream = ANSWER_STREAMS.Claude as AnswerStream;
		const reader = respond(stream, 400).body?.getReader();
		await reader?.read();
		await reader?.read();
		await reader?.cancel();
		expect(charactersOf(stream.counter)).toBeGreaterThan(0);
		expect(charactersOf(stream.counter)).toBeLessThan(ANSWER.length);
		expect(askedCount()).toBe(1);
	});

	it('rejects for the page where it breaks off, and counts what came', async () => {
		const stream = ANSWER_STREAMS.Claude as AnswerStream;
		const text = new TextEncoder().encode(stream.text.slice(0, 500));
		let pulled = 0;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (pulled++ === 0) controller.enqueue(text);
				else controller.error(new TypeError('network error'));
			},
		});
		const response = Object.assign(new Response(body, { headers: { 'content-type': stream.type } }), {
			url: stream.url,
		});
		await expect((WAYS['with a reader'] as Way)(response)).rejects.toThrow('network error');
		expect(charactersOf(stream.counter)).toBeGreaterThan(0);
	});

	it.each(['text', 'json'] as const)('was asked for where %s() breaks off', async (way) => {
		const { url, type } = ANSWER_STREAMS.Claude as AnswerStream;
		const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
		const response = Object.assign(new Response(body, { headers: { 'content-type': type } }), { url });
		await expect(response[way]()).rejects.toThrow('network error');
		await vi.waitFor(() => expect(askedCount()).toBe(1));
	});

	it('is counted whole where the page asks for its text twice, which fails', async () => {
		const stream = ANSWER_STREAMS.Claude as AnswerStream;
		const response = respond(stream);
		const text = response.text();
		await expect(response.text()).rejects.toThrow();
		expect(await text).toBe(stream.text);
		await vi.waitFor(() => expect(charactersOf(stream.counter)).toBe(ANSWER.length));
	});
});

it('counts under names of closed lists alone: no word of an answer, a model or an address', async () => {
	const logged = vi.spyOn(console, 'log');
	for (const stream of [...Object.values(ANSWER_STREAMS), ...Object.values(UNREAD_STREAMS)])
		await (WAYS['with a reader'] as Way)(respond(stream));
	const name = new RegExp(`^(?:asked|again|image|answer|reasoned|large):(?:${FAMILIES.join('|')})$`);
	for (const counter of counted.keys()) expect(counter).toMatch(name);
	for (const counter of counted.values())
		expect(
			Object.values(counter)
				.map((value) => typeof value)
				.sort(),
		).toEqual(['boolean', 'boolean', 'number', 'number', 'number']);
	expect(logged).not.toHaveBeenCalled();
});

describe('an answer that cannot be read', () => {
	it.each(Object.entries(UNREAD_STREAMS))('%s: counts as asked, without a size', async (_name, stream) => {
		expect(await (WAYS['with a reader'] as Way)(respond(stream))).toBe(stream.text);
		expect(charactersOf(stream.counter)).toBe(null);
		expect(askedCount()).toBe(1);
	});

	it.each(['https://www.meta.ai/api/graphql/', 'https://poe.com/api/gql_POST'])(
		'%s: anything else at the one address of the site is nothing',
		async (url) => {
			const text = JSON.stringify({ data: { viewer: { id: 1, message: 'Bonjour' } } });
			await (WAYS['with a reader'] as Way)(respond({ url, type: 'application/json', text, counter: '' }));
			expect(counted.size).toBe(0);
		},
	);

	it('was refused: nothing was asked', async () => {
		const stream = ANSWER_STREAMS.Claude as AnswerStream;
		await respond(stream, 5, 429).text();
		expect(counted.size).toBe(0);
	});
});

describe('another request', () => {
	it.each(OTHER_REQUESTS)('%s counts nothing', async (url) => {
		const { type, text } = ANSWER_STREAMS['OpenAI-compatible'] as AnswerStream;
		await (WAYS['with a reader'] as Way)(respond({ url, type, text, counter: '' }));
		expect(counted.size).toBe(0);
	});
});
