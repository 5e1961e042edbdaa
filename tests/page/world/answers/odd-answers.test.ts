import { beforeEach, describe, expect, it } from 'vitest';
import { ANSWER, type AnswerStream, lines, PIECES, SSE, sse } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { counted, counters } from '@/tests/page/world/page-counters';
import { type Answer, answerTo } from '@/utils/page/world/answers/answer';
import type { GrowthWatch } from '@/utils/page/world/answers/growth';

const OPEN_AI = ANSWER_STREAMS['OpenAI-compatible'] as AnswerStream;
const GEMINI = ANSWER_STREAMS.Gemini as AnswerStream;
const { url: FRONT } = OPEN_AI;
const CHUNK_BYTES = 2 ** 16;
const MEGABYTE = 2 ** 20;
/** Characters that the page shows anew, whatever comes: the text of an error, say. */
const GROWN = 7;
const watch = {
	begin: () => ({ end: (note: (characters: number) => void) => note(GROWN), drop: () => {} }),
} as unknown as GrowthWatch;

const begin = ({ url, type }: Pick<AnswerStream, 'url' | 'type'>, growth?: GrowthWatch) =>
	answerTo(url, type, 200, counters, 0, growth) as Answer;

/** Reads an answer in chunks of some bytes. */
function read(stream: Pick<AnswerStream, 'url' | 'type' | 'text'>, growth?: GrowthWatch, chunkBytes = CHUNK_BYTES) {
	const answer = begin(stream, growth);
	const bytes = new TextEncoder().encode(stream.text);
	for (let from = 0; from < bytes.length; from += chunkBytes) answer.addChunk(bytes.subarray(from, from + chunkBytes));
	answer.end();
	return counts();
}

/** Questions and read answers so far, and their characters; null where none is known. */
function counts() {
	const sum = (kind: string) =>
		[...counted].reduce((total, [name, { count }]) => total + (name.startsWith(kind) ? count : 0), 0);
	const answers = [...counted].filter(([name]) => name.startsWith('answer:'));
	const characters = answers.reduce((total, [, { receivedBytes }]) => total + receivedBytes, 0);
	return { asked: sum('asked:'), read: sum('answer:'), characters: answers.length > 0 ? characters : null };
}
const UNREAD = { asked: 1, read: 0, characters: null };

beforeEach(() => counted.clear());

describe('an answer that is too long to be read', () => {
	const frame = (content: string) => ({ choices: [{ delta: { content } }] });
	const longText = 'x'.repeat(5 * MEGABYTE);

	it.each([
		['a line', sse([...PIECES.map(frame), frame(longText), ...PIECES.map(frame)])],
		['a line at its end', sse([...PIECES.map(frame), frame(longText)], '').trimEnd()],
		[
			'an event of several lines',
			`${sse(PIECES.map(frame), '')}data: {\n${`data: ${JSON.stringify(longText.slice(0, MEGABYTE))}: 1,\n`.repeat(5)}data: "b": 1}\n\n`,
		],
	])('in %s of five megabytes has no size, whatever else came', (_where, text) => {
		expect(read({ url: FRONT, type: SSE, text })).toEqual(UNREAD);
	});

	it('in a value of five megabytes has no size', () => {
		const value = { choices: [{ message: { role: 'assistant', content: longText } }] };
		for (const space of [0, 1]) {
			counted.clear();
			expect(read({ url: FRONT, type: 'application/json', text: JSON.stringify(value, null, space) })).toEqual(UNREAD);
		}
	});

	it('is exact where its lines are short, however many there are', () => {
		const row = (text: string) =>
			JSON.stringify([['wrb.fr', null, JSON.stringify([null, ['c_1', 'r_1'], null, null, [['rc_1', [text]]]])]]);
		const rows = Array.from({ length: 1_500 }, (_, index) => row('mot '.repeat(index + 1)));
		const text = `)]}'\n\n${rows.map((each) => `${each.length}\n${each}\n`).join('')}`;
		expect(text.length).toBeGreaterThan(4 * MEGABYTE);
		expect(read({ ...GEMINI, text })).toEqual({ asked: 1, read: 1, characters: 1_500 * 4 });
	});
});

describe('an error in place of an answer', () => {
	const message = 'Rate limit reached, try again later.';

	it.each([
		['an event', SSE, sse([{ error: { message, type: 'rate_limit' } }], '')],
		['an event after empty pieces', SSE, sse([{ choices: [{ delta: { content: '' } }] }, { error: { message } }])],
		['Claude’s event', SSE, `event: error\n${sse([{ type: 'error', error: { type: 'overloaded', message } }], '')}`],
		['the AI SDK’s event', SSE, sse([{ type: 'start' }, { type: 'error', errorText: message }])],
		['the AI SDK’s line', SSE, `3:${JSON.stringify(message)}\n`],
		['an event by its name', SSE, `event: error\ndata: ${message}\n\n`],
		['a line', 'application/x-ndjson', lines([{ error: message }])],
		['a list', SSE, sse([[{ error: true, exception: { message } }]])],
		['JSON', 'application/json', JSON.stringify({ error: { message } })],
	])('%s, with status 200: what the page shows of it is no answer', (_name, type, text) => {
		expect(read({ url: FRONT, type, text }, watch)).toEqual(UNREAD);
	});

	it('after a part of the answer leaves the size of that part', () => {
		const text = sse([...PIECES.map((content) => ({ choices: [{ delta: { content } }] })), { error: { message } }], '');
		expect(read({ url: FRONT, type: SSE, text }, watch)).toEqual({ asked: 1, read: 1, characters: ANSWER.length });
	});

	it('that is none does not matter', () => {
		const text = sse([
			{ kind: 'tok', error: null },
			{ kind: 'tok', error: false },
			{ error: '', kind: ANSWER },
		]);
		expect(read({ url: FRONT, type: SSE, text }, watch)).toEqual({ asked: 1, read: 1, characters: GROWN });
	});
});

it('answers in parallel are counted each by itself, wherever their pieces are cut', () => {
	const bytes = new TextEncoder().encode(OPEN_AI.text);
	const answers = [11, 37, 900].map((chunkBytes) => ({ chunkBytes, answer: begin(OPEN_AI), from: 0 }));
	for (let turn = 0; turn < bytes.length; turn++)
		for (const each of answers) {
			each.answer.addChunk(bytes.slice(each.from, each.from + each.chunkBytes));
			each.from += each.chunkBytes;
		}
	for (const { answer } of answers) answer.end();
	expect(counts()).toEqual({ asked: 3, read: 3, characters: 3 * ANSWER.length });
});
