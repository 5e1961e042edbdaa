import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ANSWER, type AnswerStream, SSE } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { counted, counters } from '@/tests/page/world/page-counters';
import { askedAt } from '@/utils/core/assistants/addresses';
import { answerTo } from '@/utils/page/world/answers/answer';

const OPEN_AI = ANSWER_STREAMS['OpenAI-compatible'] as AnswerStream;
const STREAMED = Object.entries(ANSWER_STREAMS).filter(([, { type }]) => !type.startsWith('application/json'));

/** What is counted of an answer that comes in such pieces: characters, null where they are unknown. */
function read({ url, type }: Pick<AnswerStream, 'url' | 'type'>, pieces: Iterable<unknown>, isComplete = true) {
	counted.clear();
	const answer = answerTo(url, type, 200, counters, 0);
	for (const piece of pieces) answer?.addChunk(piece);
	answer?.end(isComplete);
	const answers = [...counted].filter(([name]) => name.startsWith('answer:'));
	return {
		characters: answers[0]?.[1].receivedBytes ?? null,
		readCount: answers.reduce((sum, [, { count }]) => sum + count, 0),
		askedCount: [...counted].reduce((sum, [name, { count }]) => sum + (/^(?:asked|again):/.test(name) ? count : 0), 0),
	};
}

/** Bytes in pieces of the given lengths, over and over: they end in the middle of characters and lines. */
function* cut(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
	for (let from = 0, index = 0; from < bytes.length; index++) {
		const length = lengths[index % lengths.length] ?? 1;
		yield bytes.subarray(from, from + length);
		from += length;
	}
}

const JSON_TYPE = 'application/json';
/** Some addresses ask only where their answer is a stream. */
const isAsked = (url: string, type: string) => askedAt(url, type, (pattern, text) => pattern.exec(text)) !== null;
const encode = (text: string) => new TextEncoder().encode(text);
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 });

beforeEach(() => counted.clear());

/** The same stream, written otherwise. */
const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
	'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
	'with CR': (text) => text.replaceAll('\n', '\r'),
	'with a byte order mark': (text) => `\ufeff${text}`,
	'with comments and keep-alives': (text) => `: ok\n\n${text.replaceAll('\n', '\n: ping\n\n\n')}`,
	'with names, numbers and times of events': (text) =>
		text.replaceAll('data:', 'event: delta\nid: 7\nretry: 3000\ndata:'),
	'without a space after data': (text) => text.replaceAll('data: ', 'data:'),
	'without its last line end': (text) => text.trimEnd(),
};

describe('a stream of known shape', () => {
	it.each(
		STREAMED.flatMap(([name, stream]) => Object.entries(WRITTEN).map(([how, write]) => ({ name, stream, how, write }))),
	)('$name $how: is counted exactly, wherever it is cut', ({ stream, write }) => {
		const bytes = encode(write(stream.text));
		fc.assert(
			fc.property(lengths, (each) => {
				expect(read(stream, cut(bytes, each))).toEqual({ characters: ANSWER.length, readCount: 1, askedCount: 1 });
			}),
			{ numRuns: 20 },
		);
	});

	it('is counted where each event has its JSON on several lines of data', () => {
		for (const [, stream] of STREAMED.filter(([, { text }]) => text.startsWith('data: {'))) {
			const text = stream.text.replace(/^data: (\{.*)$/gm, (_line, json) =>
				JSON.stringify(JSON.parse(json), null, 2).replace(/^/gm, 'data: '),
			);
			for (const ends of ['\n', '\r\n', '\r'])
				expect(read(stream, cut(encode(text.replaceAll('\n', ends)), [13, 7]))).toMatchObject({
					characters: ANSWER.length,
				});
		}
	});

	it('is counted where it is one list of frames in JSON', () => {
		for (const [name, stream] of STREAMED.filter(
			([, { url, text }]) => text.startsWith('data: {') && isAsked(url, JSON_TYPE),
		)) {
			const frames = [...stream.text.matchAll(/^data: (\{.*)$/gm)].map(([, json]) => json);
			const text = `[${frames.join('\n,\n')}\n]`;
			const { characters } = read({ ...stream, type: JSON_TYPE }, cut(encode(text), [11]));
			expect(characters, name).toBe(ANSWER.length);
		}
	});

	it.each(['\u2028', '\u2029', '\u0085', '\u000b', '\ud800', '\u0000', '"', '\\', '\\"}', 'é', '🌱', '\r', '\n'])(
		'is exact with %j in its pieces',
		(odd) => {
			fc.assert(
				fc.property(lengths, fc.array(fc.constantFrom(odd, 'mot ', '')), (each, pieces) => {
					const text = pieces
						.map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
						.join('');
					const { characters } = read(OPEN_AI, cut(encode(text), each));
					expect(characters).toBe(pieces.join('').length || null);
				}),
			);
		},
	);

	it('is counted as far as it came where it breaks off anywhere', () => {
		for (const [name, stream] of STREAMED) {
			const bytes = encode(stream.text);
			for (let length = 0; length < bytes.length; length += 3) {
				const { characters, askedCount, readCount } = read(stream, cut(bytes.subarray(0, length), [50]), false);
				if (!name.startsWith('Meta')) expect(askedCount).toBe(1);
				expect(readCount).toBe(characters === null ? 0 : 1);
				if (characters === null) continue;
				expect(characters, name).toBeGreaterThan(0);
				expect(characters, name).toBeLessThanOrEqual(ANSWER.length);
			}
		}
	});
});

/** Frames of the words that shapes look for, put together as nobody did. */
const NAMES =
	'v p o c message messages author role content parts metadata model type delta text thinking token choices event data blocks markdown_block answer arguments json patches path value node bot_response_message snippet response fragments done length generatedcontent'.split(
		' ',
	);
const WORDS =
	'assistant user patch append THINK content_block_delta stream finalAnswer appendText on_message_delta wrb.fr bot /message/content/parts/0 response/fragments /contentChunks'.split(
		' ',
	);
const { frame: oddFrames } = fc.letrec((tie) => ({
	frame: fc.oneof(
		{ depthSize: 'medium', withCrossShrink: true },
		fc.constantFrom<unknown>(null, true, 0, -1, 1e9, 1e308, '', 'texte', '{', ...WORDS),
		fc.array(tie('frame'), { maxLength: 4 }),
		fc.dictionary(fc.constantFrom(...NAMES), tie('frame'), { maxKeys: 5 }),
		fc.tuple(fc.constant('wrb.fr'), tie('frame'), tie('frame')),
	),
}));
const urls = fc.constantFrom(...new Set(Object.values(ANSWER_STREAMS).map(({ url }) => url)));
const types = fc.constantFrom(SSE, JSON_TYPE, 'application/x-ndjson', 'text/plain', 'text/event-stream');

describe('a stream that nobody wrote', () => {
	/** Never thrown, and never read with a size of 0 or more than came. */
	const expectSane = ({ characters, readCount }: ReturnType<typeof read>, mostCharacters: number) => {
		expect(readCount).toBe(characters === null ? 0 : 1);
		if (characters === null) return;
		expect(characters).toBeGreaterThan(0);
		expect(characters).toBeLessThanOrEqual(mostCharacters);
	};

	it('of frames put together by chance has a size or none', () => {
		fc.assert(
			fc.property(
				urls,
				types,
				fc.array(oddFrames),
				fc.constantFrom('data: ', '', '0:', 'g:'),
				(url, type, frames, prefix) => {
					const written = frames.map((each) => `${prefix}${JSON.stringify(each)}\n\n`).join('');
					const whole = JSON.stringify(frames);
					for (const text of [written, whole]) {
						const result = read({ url, type }, [encode(text)]);
						expectSane(result, text.length);
						if (!url.includes('meta.ai')) expect(result.askedCount).toBe(isAsked(url, type) ? 1 : 0);
					}
				},
			),
			{ numRuns: 2_000 },
		);
	});

	it('of any bytes, texts or values has a size or none', () => {
		const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.anything()));
		fc.assert(
			fc.property(urls, types, pieces, (url, type, each) =>
				expectSane(read({ url, type }, each), 200 * each.length + 200),
			),
			{ numRuns: 1_000 },
		);
	});

	it('that is packed has no size, and was asked for', () => {
		for (const [name, stream] of STREAMED.filter(([each]) => !each.startsWith('Meta')))
			expect(read(stream, cut(gzipSync(stream.text), [10])), name).toEqual({
				characters: null,
				readCount: 0,
				askedCount: 1,
			});
	});

	it('of empty pieces alone has no size, and was asked for', () => {
		const text = `data: ${JSON.stringify({ choices: [{ delta: { content: '' } }] })}\n\n`.repeat(100);
		expect(read(OPEN_AI, [encode(text)])).toEqual({ characters: null, readCount: 0, askedCount: 1 });
	});

	it('claims a list of any length without holding up the page', () => {
		const text = JSON.stringify({ p: '', o: 'patch', v: { length: 1e12 } });
		expect(read(OPEN_AI, [encode(`data: ${text}\n\n`)])).toMatchObject({ characters: null, askedCount: 1 });
	});
});
