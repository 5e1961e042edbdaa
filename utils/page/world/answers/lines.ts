import { caller, exec, matches } from '@/utils/page/world/natives';
import type { AnswerCounts } from './answer-counts';
import { noteFrame } from './shapes';

const { parse } = JSON;
const slice = caller(String.prototype, 'slice');
const indexOf = caller(String.prototype, 'indexOf');
const startsWith = caller(String.prototype, 'startsWith');
const endsWith = caller(String.prototype, 'endsWith');

/**
 * Counts a line that differs from the one before in its piece alone, without cutting it out of its text or parsing it; false for any other
 * line. A piece with a quote or an escape in it is parsed.
 */
function isLikeLast(counts: AnswerCounts, text: string, lineStart: number, lineEnd: number): boolean {
	const { frame } = counts;
	if (frame === null) return false;
	const start = lineStart + frame.start.length;
	const end = lineEnd - frame.end.length;
	if (end < start || !startsWith(text, frame.start, lineStart) || !endsWith(text, frame.end, lineEnd)) return false;
	// What stands behind the piece begins with its quote.
	if (indexOf(text, '"', start) !== end || indexOf(slice(text, start, end), '\\') >= 0) return false;
	counts.pieces += end - start;
	if (frame.isReasoning) counts.reasoning += end - start;
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

/** Counts one line of a stream, which is a part of a text: server-sent events, lines of JSON, or the AI SDK's `0:"text"`. */
function noteLine(counts: AnswerCounts, text: string, start: number, end: number): void {
	if (start === end) endEvent(counts);
	if (start === end || isLikeLast(counts, text, start, end)) return;
	const line = slice(text, start, end);
	const { pieces, reasoning } = counts;
	if (isParsed(counts, line)) rememberFrame(counts, line, { pieces, reasoning });
}

const PREFIX = /^(data:|\d+:|g:)?\s*/;
/** An error as an event of its name, or in the AI SDK's streams. */
const ERROR_LINE = /^(?:event:\s*error\s*$|3:\s*")/;

/** Characters with which the JSON values begin that may add to an answer, and how each ends. Numbers and names add nothing. */
const BEGINS = '{["';
const ENDS = '}]"';
/** Texts that look like JSON and are none cost much each. So many are tried, and some for each that is JSON; with more, the answer has no size. */
const MAX_FAILED = 1_000;
const FAILED_A_FRAME = 8;

/** Whether a text, by its first and last character, may be one whole JSON value. */
function mayBeWhole(text: string): boolean {
	let end = text.length - 1;
	while (text[end] === ' ' || text[end] === '\t') end--;
	return end > 0 && ENDS[indexOf(BEGINS, text[0] as string)] === text[end];
}

/** The value of a JSON text; undefined where it is none. */
function parsed(counts: AnswerCounts, text: string): unknown {
	if (counts.failedCount > MAX_FAILED + FAILED_A_FRAME * counts.frameCount) {
		counts.isTooLong = true;
		return undefined;
	}
	if (!mayBeWhole(text)) return undefined;
	try {
		const value: unknown = parse(text);
		counts.frameCount++;
		return value;
	} catch {
		// No JSON, or a line of a value of several.
		counts.failedCount++;
		return undefined;
	}
}

/** Counts a frame; one that cannot be counted adds nothing, and is dear too. */
function noteParsed(counts: AnswerCounts, frame: unknown): void {
	try {
		noteFrame(counts, frame);
	} catch {
		counts.failedCount += FAILED_A_FRAME + 1;
	}
}

/** Counts what a line of JSON adds; false for any other line. */
function isParsed(counts: AnswerCounts, line: string): boolean {
	const cut = exec(PREFIX, line);
	const prefix = cut?.[1] ?? '';
	const text = slice(line, cut?.[0].length ?? 0);
	if (prefix !== 'data:' && matches(ERROR_LINE, line)) counts.hasFailed = true;
	if (text === '' || indexOf(BEGINS, text[0] as string) < 0 || startsWith(text, '[DONE]')) {
		if (prefix === 'data:' && counts.event !== '') addToEvent(counts, text);
		return false;
	}
	const { pieces, whole } = counts;
	const frame = parsed(counts, text);
	if (frame === undefined) {
		if (prefix === 'data:') addToEvent(counts, text);
		return true;
	}
	if (typeof frame === 'string' && matches(/^[0g]:/, prefix)) counts[prefix === 'g:' ? 'addReasoning' : 'add'](frame);
	else noteParsed(counts, frame);
	if (counts.pieces > pieces || counts.whole > whole) counts.event = '';
	else if (counts.event !== '') addToEvent(counts, text);
	return true;
}

/** Longer lines and events are not read: the answer has no size then. */
const MAX_LINE = 2 ** 22;

/** One more line of an event whose value has several: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
function addToEvent(counts: AnswerCounts, text: string): void {
	if (counts.event.length + text.length < MAX_LINE) counts.event += `${text}\n`;
	else counts.isTooLong = true;
}

/** An empty line ends an event. */
function endEvent(counts: AnswerCounts): void {
	const { event } = counts;
	if (event === '') return;
	counts.event = '';
	noteParsed(counts, parsed(counts, slice(event, 0, -1)));
}

/** Finds the lines of a text that comes in pieces, which end as in server-sent events: LF, CR, or both. Each character is read once. */
export class LineReader {
	#rest = '';
	#isAfterReturn = false;
	readonly #counts: AnswerCounts;

	/** Its lines are noted in `counts`. */
	constructor(counts: AnswerCounts) {
		this.#counts = counts;
	}

	add(piece: string): void {
		let feedAt = indexOf(piece, '\n');
		let returnAt = indexOf(piece, '\r');
		let start = this.#isAfterReturn && feedAt === 0 ? 1 : 0;
		if (piece !== '') this.#isAfterReturn = false;
		for (;;) {
			if (feedAt >= 0 && feedAt < start) feedAt = indexOf(piece, '\n', start);
			if (returnAt >= 0 && returnAt < start) returnAt = indexOf(piece, '\r', start);
			const isReturn = returnAt >= 0 && (feedAt < 0 || returnAt < feedAt);
			const end = isReturn ? returnAt : feedAt;
			if (end < 0) break;
			if (this.#rest === '') noteLine(this.#counts, piece, start, end);
			else this.#endRest(slice(piece, start, end));
			start = end + (isReturn && feedAt === end + 1 ? 2 : 1);
			this.#isAfterReturn = isReturn && start === piece.length && feedAt !== end + 1;
		}
		this.#rest += slice(piece, start);
		if (this.#rest.length <= MAX_LINE) return;
		this.#counts.isTooLong = true;
		this.#rest = '';
	}

	end(): void {
		if (this.#rest !== '') this.#endRest('');
		// An event of several lines ends with the stream, too.
		noteLine(this.#counts, '', 0, 0);
	}

	#endRest(end: string): void {
		const line = this.#rest + end;
		this.#rest = '';
		noteLine(this.#counts, line, 0, line.length);
	}
}

/** Counts a text that came whole: one JSON value, or the lines of a stream. */
export function noteWhole(counts: AnswerCounts, text: string): void {
	let frame: unknown;
	try {
		frame = parse(text);
	} catch {
		const lines = new LineReader(counts);
		lines.add(text);
		lines.end();
		return;
	}
	noteFrame(counts, frame);
}
