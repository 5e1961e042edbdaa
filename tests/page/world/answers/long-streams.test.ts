import { beforeEach, expect, it } from 'vitest';
import { SSE } from '@/tests/page/world/answer-parts';
import { counted, counters } from '@/tests/page/world/page-counters';
import { answerTo } from '@/utils/page/world/answers/answer';

const URL_OF_FRONT = 'https://ia.ecole.example/v1/chat/completions';
const ODD_PIECES = [' mot', ' élève', ' 🌱🌱', ' "cité"', ' C:\\x', '', ' fin\n'];
/** Longer than what is decoded at once, many times over. */
const PIECES = Array.from({ length: 3_000 }, (_, index) => ODD_PIECES[index % ODD_PIECES.length] as string);
const CHARACTERS = PIECES.join('').length;
const PLAIN_PIECES = Array.from({ length: 3_000 }, (_, index) => ` mot${index}`);

const write = (pieces: readonly string[], end: string) =>
	new TextEncoder().encode(
		pieces.map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}${end}${end}`).join(''),
	);

/** Reads a stream in chunks of some bytes; `after` gets each chunk that was read. */
function charactersOf(bytes: Uint8Array, chunkBytes: number, after = (_chunk: Uint8Array) => {}): number | undefined {
	const answer = answerTo(URL_OF_FRONT, SSE, 200, counters, 0);
	for (let from = 0; from < bytes.length; from += chunkBytes) {
		const chunk = bytes.slice(from, from + chunkBytes);
		answer?.addChunk(chunk);
		after(chunk);
	}
	answer?.end();
	return counted.get('answer:own')?.receivedBytes;
}

beforeEach(() => counted.clear());

it.each(
	['\n', '\r\n', '\r'].flatMap((end) =>
		[1, 7, 900, 32_767, 32_768, 32_769, 1_000_000].map((bytes) => ({ end, bytes })),
	),
)('a long answer with lines that end in $end is exact in chunks of $bytes bytes', ({ end, bytes }) => {
	expect(charactersOf(write(PIECES, end), bytes)).toBe(CHARACTERS);
	counted.clear();
	expect(charactersOf(write(PLAIN_PIECES, end), bytes)).toBe(PLAIN_PIECES.join('').length);
});

it('is exact where the page overwrites each chunk that it has read', () => {
	expect(charactersOf(write(PIECES, '\n'), 900, (chunk) => chunk.fill(0))).toBe(CHARACTERS);
});

it('is exact where the page hands each chunk over to a worker', () => {
	const after = (chunk: Uint8Array) => structuredClone(chunk.buffer, { transfer: [chunk.buffer as ArrayBuffer] });
	expect(charactersOf(write(PIECES, '\n'), 900, after)).toBe(CHARACTERS);
});

it('is exact where bytes, views of other kinds and texts come by turns', () => {
	const answer = answerTo(URL_OF_FRONT, SSE, 200, counters, 0);
	for (let turn = 0; turn < 90; turn++) {
		const bytes = write(PIECES.slice(turn * 10, turn * 10 + 10), '\n');
		if (turn % 3 === 0) answer?.addChunk(bytes);
		else if (turn % 3 === 1) answer?.addChunk(new DataView(bytes.buffer));
		else answer?.addChunk(new TextDecoder().decode(bytes));
	}
	answer?.end();
	expect(counted.get('answer:own')?.receivedBytes).toBe(PIECES.slice(0, 900).join('').length);
});
