import { caller, matches } from '@/utils/page/world/natives';
import { type AnswerCounts, each, own, within } from './answer-counts';

const { parse } = JSON;
const { isArray } = Array;
const slice = caller(String.prototype, 'slice');
const indexOf = caller(String.prototype, 'indexOf');

/** Where patches put text: `/message/content/parts/0`, `response/fragments/-1/content`. */
const TEXT_PATH = /(?:parts\/\d+|text|content)$/;
/** chat-ui pads its pieces with NUL. */
function unpadded(token: unknown): unknown {
	if (typeof token !== 'string') return token;
	const end = indexOf(token, '\0');
	return end < 0 ? token : slice(token, 0, end);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** One patch of ChatGPT or DeepSeek: `v` at the place `p`, by the operation `o`. */
function patch(counts: AnswerCounts, path: string, operation: string, value: unknown): void {
	if (operation === 'patch') {
		each(value, (item) => patch(counts, textOf(own(item, 'p')), textOf(own(item, 'o')), own(item, 'v')));
		return;
	}
	if (matches(/fragments$/, path)) each(value, (fragment) => addFragment(counts, fragment));
	else if (counts.isOfOthers || !matches(TEXT_PATH, path)) return;
	else if (counts.isReasoning || matches(/think|thought/, path)) counts.addReasoning(value);
	else counts.add(value);
}

/** DeepSeek's reasoning and answer are fragments, of which the last one grows. */
function addFragment(counts: AnswerCounts, fragment: unknown): void {
	counts.isReasoning = own(fragment, 'type') === 'THINK';
	const content = own(fragment, 'content');
	if (counts.isReasoning) counts.addReasoning(content);
	else counts.add(content);
}

function patches(counts: AnswerCounts, frame: unknown): void {
	const value = own(frame, 'v');
	if (value === undefined) return;
	const path = own(frame, 'p');
	const operation = own(frame, 'o');
	if (typeof path === 'string') counts.path = path;
	if (typeof operation === 'string') counts.operation = operation;
	const message = own(value, 'message');
	if (message !== undefined) {
		counts.isOfOthers = within(message, ['author', 'role']) !== 'assistant';
		counts.path = '';
		counts.noteModel(within(message, ['metadata', 'model_slug']));
		if (!counts.isOfOthers) counts.add(within(message, ['content', 'parts', 0]));
		return;
	}
	each(within(value, ['response', 'fragments']), (fragment) => addFragment(counts, fragment));
	patch(counts, counts.path, counts.operation, value);
}

/** Ollama, Duck.ai, LibreChat before its events, and ChatGPT before its patches. */
function messages(counts: AnswerCounts, frame: unknown): void {
	const message = own(frame, 'message');
	if (typeof own(frame, 'done') === 'boolean') {
		counts.add(own(message, 'content'));
		counts.addReasoning(own(message, 'thinking'));
		counts.add(own(frame, 'response'));
	} else if (own(frame, 'role') === 'assistant') counts.add(message);
	else if (message === true) counts.set(own(frame, 'text'));
	else if (within(message, ['author', 'role']) === 'assistant') counts.set(within(message, ['content', 'parts', 0]));
}

/** Chat Completions, whole and as a stream: OpenAI, Mistral, Open WebUI, vLLM... */
function choices(counts: AnswerCounts, frame: unknown): void {
	const choice = within(frame, ['choices', 0]);
	const delta = own(choice, 'delta');
	counts.add(own(delta, 'content'));
	counts.addReasoning(own(delta, 'reasoning_content') ?? own(delta, 'reasoning'));
	counts.set(within(choice, ['message', 'content']));
}

/** Frames that say what they are: Claude, OpenAI's Responses, the AI SDK, chat-ui, ChatGPT's handoff. */
function typed(counts: AnswerCounts, frame: unknown): void {
	const delta = own(frame, 'delta');
	switch (own(frame, 'type')) {
		case 'content_block_delta':
			counts.add(own(delta, 'text'));
			counts.addReasoning(own(delta, 'thinking'));
			break;
		case 'message_start':
			counts.noteModel(within(frame, ['message', 'model']));
			break;
		case 'response.output_text.delta':
		case 'text-delta':
			counts.add(delta);
			break;
		case 'reasoning-delta':
			counts.addReasoning(delta);
			break;
		case 'reasoning':
			counts.addReasoning(unpadded(own(frame, 'token')));
			break;
		case 'stream':
			counts.add(unpadded(own(frame, 'token')));
			break;
		case 'finalAnswer':
			counts.set(own(frame, 'text'));
			break;
		case 'stream_handoff':
			counts.isHandedOver = true;
	}
}

/** Frames with the name of an event: Copilot, LibreChat. */
function events(counts: AnswerCounts, frame: unknown): void {
	const event = own(frame, 'event');
	if (event === 'appendText') counts.add(own(frame, 'text'));
	else if (event === 'on_message_delta' || event === 'on_reasoning_delta')
		each(within(frame, ['data', 'delta', 'content']), (part) => {
			if (event === 'on_message_delta') counts.add(own(part, 'text'));
			else counts.addReasoning(own(part, 'text'));
			counts.addReasoning(own(part, 'think'));
		});
}

/** Texts that repeat all that came before: Perplexity, Microsoft 365 Copilot, Moodle. */
function repeated(counts: AnswerCounts, frame: unknown): void {
	each(own(frame, 'blocks'), (block) => counts.set(within(block, ['markdown_block', 'answer'])));
	each(within(frame, ['arguments', 0, 'messages']), (message) => {
		if (own(message, 'author') === 'bot') counts.set(own(message, 'text'));
	});
	counts.set(within(frame, [0, 'data', 'generatedcontent']));
}

/** Le Chat's patches, and the two sites that ask for everything at one address: Meta AI and Poe. */
function nested(counts: AnswerCounts, frame: unknown): void {
	each(within(frame, ['json', 'patches']), (item) => chunk(counts, textOf(own(item, 'path')), own(item, 'value')));
	const message = within(frame, ['data', 'node', 'bot_response_message']);
	if (message !== undefined || within(frame, ['data', 'messageEdgeCreate']) !== undefined) counts.isConfirmed = true;
	counts.set(own(message, 'snippet'));
}

/** Le Chat adds to the text of a chunk, or sets all chunks. */
function chunk(counts: AnswerCounts, path: string, value: unknown): void {
	if (matches(/^\/contentChunks\/\d+\/text$/, path)) counts.add(value);
	else if (matches(/^\/contentChunks$/, path)) each(value, (part) => counts.add(own(part, 'text')));
}

/** Gemini's rows hold JSON in a text: the answer so far. */
function rows(counts: AnswerCounts, frame: unknown): void {
	if (within(frame, [0, 0]) !== 'wrb.fr') return;
	each(frame, (row) => {
		const inner = own(row, 2);
		if (typeof inner === 'string') counts.set(within(parse(inner), [4, 0, 1, 0]));
	});
}

const SHAPES = [patches, messages, choices, typed, events, repeated, nested, rows];

/** Counts a frame by one shape; whether it adds anything by it. */
function isCounted(counts: AnswerCounts, frame: unknown, shape: number): boolean {
	const { pieces, whole } = counts;
	(SHAPES[shape] as (typeof SHAPES)[number])(counts, frame);
	return counts.pieces > pieces || counts.whole > whole;
}

/**
 * Counts what one frame of an answer adds to it, whatever its shape. Frames of unknown shape add nothing; a list of no known shape may be one
 * of frames.
 */
export function noteFrame(counts: AnswerCounts, frame: unknown): void {
	if (isFrame(counts, frame) || !isArray(frame)) return;
	for (let index = 0; index < frame.length; index++) isFrame(counts, own(frame, index));
}

/** Counts one frame; whether it adds anything. */
function isFrame(counts: AnswerCounts, frame: unknown): boolean {
	if (counts.family === null) counts.noteModel(own(frame, 'model'));
	if (own(frame, 'error') || own(frame, 'type') === 'error') counts.hasFailed = true;
	if (isCounted(counts, frame, counts.shape)) return true;
	for (let index = 0; index < SHAPES.length; index++) {
		if (index === counts.shape || !isCounted(counts, frame, index)) continue;
		counts.shape = index;
		return true;
	}
	return false;
}
