import { caller, exec, matches } from '@/utils/page/world/natives';
import type { AnswerCounts } from './answer-counts';
import { noteFrame } from './shapes';

const { parse } = JSON;
const slice = caller(String.prototype, 'slice');
const indexOf = caller(String.prototype, 'indexOf');
const startsWith = caller(String.prototype, 'startsWith');
const endsWith = caller(String.prototype, 'endsWith');

/**
 * Counts a line that differs from the one before in its piece alone, without parsing it; false for any other line. A piece with a quote or
 * an escape in it is parsed.
 */
function isLikeLast(counts: AnswerCounts, line: string): boolean {
	const { frame } = counts;
	if (frame === null || !startsWith(line, frame.start)) return false;
	const end = indexOf(line, '"', frame.start.length);
	if (end !== line.length - frame.end.length || !endsWith(line, frame.end)) return false;
	const escapeAt = indexOf(line, '\\', frame.start.length);
	if (escapeAt >= 0 && escapeAt < end) return false;
	counts.pieces += end - frame.start.length;
	if (frame.isReasoning) counts.reasoning += end - frame.start.length;
	return true;
}

/** Remembers what stands around the piece of a line, if the piece is all that it added to what was counted before. */
function rememberFrame(
	counts: AnswerCounts,
	line: string,
	before: { readonly pieces: number; readonly reasoning: number },
): void {
	const { piece } = counts;
	counts.piece = '';
	counts.frame = null;
	if (piece === '' || counts.pieces !== before.pieces + piece.length) return;
	const written = `"${piece}"`;
	const at = indexOf(line, written);
	if (at < 0 || indexOf(line, written, at + 1) >= 0) return;
	counts.frame = {
		start: slice(line, 0, at + 1),
		end: slice(line, at + written.length - 1),
		isReasoning: counts.reasoning > before.reasoning,
	};
}

/** Counts one line of a stream: server-sent events, lines of JSON, or the AI SDK's `0:"text"`. */
export function noteLine(counts: AnswerCounts, line: string): void {
	if (line === '' || isLikeLast(counts, line)) return;
	const { pieces, reasoning } = counts;
	if (isParsed(counts, line)) rememberFrame(counts, line, { pieces, reasoning });
}

/** Counts what a line of JSON adds; false for any other line. */
function isParsed(counts: AnswerCounts, line: string): boolean {
	const cut = exec(/^(data:|\d+:|g:)?\s*(.*)$/, line);
	const prefix = cut?.[1] ?? '';
	const text = cut?.[2] ?? '';
	if (!matches(/^[[{"]/, text) || matches(/^\[DONE\]/, text)) return false;
	try {
		const frame: unknown = parse(text);
		if (typeof frame === 'string' && matches(/^[0g]:/, prefix)) counts[prefix === 'g:' ? 'addReasoning' : 'add'](frame);
		else noteFrame(counts, frame);
	} catch {
		// No JSON: it adds nothing.
	}
	return true;
}

/** Longer lines are not read. */
const MAX_LINE = 2 ** 22;

/** Cuts a text that comes in pieces into lines. */
export class LineReader {
	#rest = '';
	readonly #note: (line: string) => void;

	constructor(note: (line: string) => void) {
		this.#note = note;
	}

	add(piece: string): void {
		this.#rest += piece;
		let start = 0;
		for (let end = indexOf(this.#rest, '\n'); end >= 0; end = indexOf(this.#rest, '\n', start)) {
			this.#note(slice(this.#rest, start, end));
			start = end + 1;
		}
		this.#rest = this.#rest.length - start > MAX_LINE ? '' : slice(this.#rest, start);
	}

	end(): void {
		if (this.#rest !== '') this.#note(this.#rest);
		this.#rest = '';
	}
}

/** Counts a text that came whole: one JSON value, or the lines of a stream. */
export function noteWhole(counts: AnswerCounts, text: string): void {
	let frame: unknown;
	try {
		frame = parse(text);
	} catch {
		const lines = new LineReader((line) => noteLine(counts, line));
		lines.add(text);
		lines.end();
		return;
	}
	noteFrame(counts, frame);
}
