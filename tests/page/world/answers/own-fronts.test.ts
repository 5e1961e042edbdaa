import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { headers, request } from '@/tests/core/visit/sample';
import { ANSWER, type AnswerStream, SSE } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { counted, counters } from '@/tests/page/world/page-counters';
import { askedBy } from '@/utils/core/measure/assistants/asked';
import { answerTo } from '@/utils/page/world/answers/answer';
import { ANSWER_VARIANTS, LIBRECHAT_IN_TWO } from './variants';

const stream = (name: string) => ({ ...ANSWER_STREAMS, ...ANSWER_VARIANTS })[name] as AnswerStream;

/** Fronts that anybody may run, with the path that asks, and the stream that answers. */
const FRONTS: readonly (readonly [name: string, path: string, AnswerStream])[] = [
	['Open WebUI', '/api/chat/completions', stream('OpenAI-compatible')],
	['LibreChat', '/api/agents/chat/openAI', stream('LibreChat, events')],
	['chat-ui', '/conversation/66f0c0ffee', stream('chat-ui on a host of one’s own')],
	['an OpenAI-compatible front', '/v1/chat/completions', stream('OpenAI-compatible')],
	['an OpenAI-compatible front without a stream', '/v1/chat/completions', stream('OpenAI-compatible, whole')],
	['Ollama', '/api/chat', stream('Ollama')],
];
/** Origins that nobody knows, and the folder in which the front stands there. */
const places = fc.tuple(
	fc.constantFrom('http', 'https'),
	fc.oneof(fc.domain(), fc.ipV4(), fc.constantFrom('localhost', '[::1]')),
	fc.constantFrom('', ':3000', ':11434', ':8443'),
	fc.constantFrom('', '/ia', '/lycee/chat'),
	fc.constantFrom('', '?session=1', '?next=https://claude.ai/'),
);

function read({ url, type, text }: Pick<AnswerStream, 'url' | 'type' | 'text'>) {
	const answer = answerTo(url, type, 200, counters, 0);
	answer?.addChunk(text);
	answer?.end();
}

beforeEach(() => counted.clear());

describe('a front of one’s own', () => {
	it.each(FRONTS)(
		'%s is recognised on any host, port and folder, and its answers are read',
		(_name, path, { type, text, counter }) => {
			fc.assert(
				fc.property(places, ([scheme, host, port, folder, query]) => {
					counted.clear();
					const url = `${scheme}://${host}${port}${folder}${path}${query}`;
					const responseHeaders = headers({ 'content-type': type });
					expect(askedBy(request(url, { method: 'POST', responseHeaders }))).toEqual({ own: { promptCount: 1 } });
					read({ url, type, text });
					expect(counted.get('asked:own')?.count).toBe(1);
					expect(counted.get(counter)).toMatchObject({ count: 1, receivedBytes: ANSWER.length });
				}),
			);
		},
	);

	it('is asked once where LibreChat sends its answer by a second request', () => {
		read(LIBRECHAT_IN_TWO.asked);
		expect(counted.get('asked:own')?.count).toBe(1);
		expect(counted.has('answer:own')).toBe(false);
		read(LIBRECHAT_IN_TWO.stream);
		expect(counted.get('asked:own')?.count).toBe(1);
		expect(counted.get('answer:own')).toMatchObject({ count: 1, receivedBytes: ANSWER.length });
	});

	it('is not recognised by such an address in a query or of a known assistant’s other requests', () => {
		for (const url of [
			'https://ecole.example/login?next=/v1/chat/completions',
			'https://chatgpt.com/v1/chat/completions',
			'https://claude.ai/api/chat/completions',
		]) {
			expect(askedBy(request(url, { method: 'POST', responseHeaders: headers({ 'content-type': SSE }) }))).toEqual({});
			read({ ...stream('OpenAI-compatible'), url });
		}
		expect(counted.size).toBe(0);
	});
});

describe('an answer asked for once more', () => {
	it.each(Object.entries(ANSWER_VARIANTS))('%s: differs by its address', (_name, { isAgain, ...each }) => {
		const [counts] = Object.values(
			askedBy(request(each.url, { method: 'POST', responseHeaders: headers({ 'content-type': each.type }) })),
		);
		expect(counts).toEqual(isAgain ? { regenerationCount: 1 } : { promptCount: 1 });
		read(each);
		expect(counted.get(each.counter.replace('answer', isAgain ? 'again' : 'asked'))?.count).toBe(1);
		expect(counted.get(each.counter)?.receivedBytes).toBe(ANSWER.length);
	});
});
