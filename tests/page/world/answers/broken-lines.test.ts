import { beforeEach, expect, it, vi } from 'vitest';
import { SSE } from '@/tests/page/world/answer-parts';
import { counted, counters } from '@/tests/page/world/page-counters';

const URL_OF_FRONT = 'https://ia.ecole.example/v1/chat/completions';
const LINE_COUNT = 50_000;
/** More texts than these are not tried: each that is no JSON costs as much as an error. */
const MOST_PARSED = 1_010;
const frameOf = (content: string) => ({ id: 'c1', choices: [{ index: 0, delta: { content } }] });

/** Reads an answer with modules that take the functions of JSON anew; returns how often a text was parsed. */
async function read(text: string, chunkBytes = 32_000): Promise<number> {
	counted.clear();
	vi.resetModules();
	const parse = vi.spyOn(JSON, 'parse');
	const { answerTo } = await import('@/utils/page/world/answers/answer');
	const bytes = new TextEncoder().encode(text);
	const answer = answerTo(URL_OF_FRONT, SSE, 200, counters, 0);
	for (let from = 0; from < bytes.length; from += chunkBytes) answer?.addChunk(bytes.slice(from, from + chunkBytes));
	answer?.end();
	const parsedCount = parse.mock.calls.length;
	parse.mockRestore();
	return parsedCount;
}
const characters = () => counted.get('answer:own')?.receivedBytes ?? null;

beforeEach(() => counted.clear());

it.each([
	['an event of lines that look whole', 'data: "a": "b"\n'],
	['events that look whole', 'data: {"a}\n\n'],
	['lines of JSON', '{"a}\n'],
	['pieces of the AI SDK', '0:"a\\"\n'],
	['rows that cannot be read', 'data: [["wrb.fr",null,"{"]]\n\n'],
])('of %s, a bounded number is tried, and the answer has no size', async (_title, line) => {
	const whole = `data: ${JSON.stringify(frameOf(' mot'))}\n\n`;
	expect(await read(`${whole}${line.repeat(LINE_COUNT)}\n${whole}`)).toBeLessThan(MOST_PARSED * 2);
	expect(counted.get('asked:own')?.count).toBe(1);
	expect(characters()).toBe(null);
});

it('lines that open an object and never end it are not tried, and add nothing', async () => {
	const whole = `data: ${JSON.stringify(frameOf(' mot'))}\n\n`;
	expect(await read(`${whole}${'data: {\n'.repeat(LINE_COUNT)}\n${whole}`)).toBe(2);
	expect(characters()).toBe(2 * ' mot'.length);
});

it('an event of very many lines of data is read once, at its end', async () => {
	const lines = Array.from({ length: LINE_COUNT }, (_, index) => `data: "n${index}": "x",\n`).join('');
	expect(await read(`data: {\n${lines}data: "choices": [{"delta": {"content": "Bonjour"}}]}\n\n`)).toBe(1);
	expect(characters()).toBe('Bonjour'.length);
});

it('a long answer whose events have their JSON on several lines is exact', async () => {
	const pieces = Array.from({ length: 3_000 }, (_, index) => ` mot${index}`);
	const events = pieces.map((piece) => `${JSON.stringify(frameOf(piece), null, 2).replace(/^/gm, 'data: ')}\n\n`);
	await read(events.join(''), 700);
	expect(characters()).toBe(pieces.join('').length);
});

it('a few broken lines in a long answer leave the others exact', async () => {
	const pieces = Array.from({ length: 3_000 }, (_, index) => ` mot${index}`);
	await read(pieces.map((piece) => `data: {"broken}\n\ndata: ${JSON.stringify(frameOf(piece))}\n\n`).join(''), 700);
	expect(characters()).toBe(pieces.join('').length);
});
