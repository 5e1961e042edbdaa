import {
	ANSWER,
	type AnswerStream,
	ASSISTANT,
	FIRST,
	lines,
	PIECES,
	REST,
	SO_FAR,
	SSE,
	sse,
	USER,
} from './answer-parts';

/**
 * Streams of the assistants whose shape is known, written after public code (2026-11-29); no live assistant was opened. Each is the same
 * answer, and what else such a stream carries.
 */
export const ANSWER_STREAMS: Readonly<Record<string, AnswerStream>> = {
	'ChatGPT, patches': {
		url: 'https://chatgpt.com/backend-api/f/conversation',
		type: SSE,
		text:
			'event: delta_encoding\ndata: "v1"\n\n' +
			sse([
				{ p: '', o: 'add', v: { message: USER, conversation_id: 'c0ffee' }, c: 0 },
				{ v: { message: ASSISTANT, conversation_id: 'c0ffee' }, c: 1 },
				{ type: 'message_marker', marker: 'user_visible_token' },
				{ p: '/message/content/parts/0', o: 'append', v: FIRST },
				...REST.slice(0, -1).map((v) => ({ v })),
				{
					p: '',
					o: 'patch',
					v: [
						{ p: '/message/content/parts/0', o: 'append', v: REST.at(-1) },
						{ p: '/message/status', o: 'replace', v: 'finished_successfully' },
						{ p: '/message/metadata', o: 'append', v: { is_complete: true } },
					],
				},
				{ type: 'title_generation', title: 'Photosynthèse' },
			]),
		counter: 'answer:gpt',
	},
	'ChatGPT, before patches': {
		url: 'https://chatgpt.com/backend-api/conversation',
		type: SSE,
		text: sse(SO_FAR.map((text) => ({ message: { ...ASSISTANT, content: { content_type: 'text', parts: [text] } } }))),
		counter: 'answer:gpt',
	},
	Gemini: {
		url: 'https://gemini.google.com/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate?bl=x&rt=c',
		type: 'application/json; charset=utf-8',
		text: `)]}'\n\n${SO_FAR.map((text) => {
			const row = JSON.stringify([
				['wrb.fr', null, JSON.stringify([null, ['c_1', 'r_1'], null, null, [['rc_1', [text]]]])],
			]);
			return `${row.length}\n${row}\n`;
		}).join('')}25\n[["e",4,null,null,131]]\n`,
		counter: 'answer:gemini',
	},
	Claude: {
		url: 'https://claude.ai/api/organizations/o1/chat_conversations/c1/completion',
		type: SSE,
		text: sse(
			[
				{ type: 'message_start', message: { role: 'assistant', model: 'claude-sonnet-4-6', content: [] } },
				{ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
				...PIECES.map((text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
				{ type: 'content_block_stop', index: 0 },
				{ type: 'message_stop' },
			],
			'',
		),
		counter: 'answer:claude',
	},
	'Le Chat': {
		url: 'https://chat.mistral.ai/api/chat',
		type: 'text/event-stream',
		text: [
			{ type: 'message', messageVersion: 0, patches: [] },
			{ type: 'message', patches: [{ op: 'replace', path: '/contentChunks', value: [{ type: 'text', text: FIRST }] }] },
			...REST.map((value) => ({ type: 'message', patches: [{ op: 'append', path: '/contentChunks/0/text', value }] })),
			{ type: 'done' },
		]
			.map((json) => `15:${JSON.stringify({ json })}\n`)
			.join(''),
		counter: 'answer:mistral',
	},
	'Le Chat, before patches': {
		url: 'https://chat.mistral.ai/api/chat',
		type: 'text/plain; charset=utf-8',
		text: `${PIECES.map((piece) => `0:${JSON.stringify(piece)}\n`).join('')}d:{"finishReason":"stop"}\n`,
		counter: 'answer:mistral',
	},
	'Meta AI': {
		url: 'https://www.meta.ai/api/graphql/',
		type: 'text/event-stream',
		text: lines(
			SO_FAR.map((snippet, index) => ({
				data: {
					node: {
						user_request_message: { snippet: 'Explique la photosynthèse.' },
						bot_response_message: {
							snippet,
							streaming_state: index < SO_FAR.length - 1 ? 'STREAMING' : 'OVERALL_DONE',
						},
					},
				},
			})),
		),
		counter: 'answer:unknown',
	},
	HuggingChat: {
		url: 'https://huggingface.co/chat/conversation/66f0c0ffee',
		type: 'application/jsonl',
		text: lines([
			{ type: 'status', status: 'started' },
			...PIECES.map((token) => ({ type: 'stream', token: token.padEnd(16, '\0') })),
			{ type: 'finalAnswer', text: ANSWER, interrupted: false },
		]),
		counter: 'answer:open',
	},
	'DeepSeek, fragments': {
		url: 'https://chat.deepseek.com/api/v0/chat/completion',
		type: SSE,
		text: sse(
			[
				{ v: { response: { message_id: 2, fragments: [{ id: 1, type: 'THINK', content: FIRST }] } } },
				{ p: 'response/fragments/-1/content', o: 'APPEND', v: REST[0] },
				{ v: REST[1] },
				{ p: 'response/fragments', o: 'APPEND', v: [{ id: 2, type: 'RESPONSE', content: REST[2] }] },
				{ p: 'response/fragments/-1/content', v: REST[3] },
				...REST.slice(4).map((v) => ({ v })),
				{ p: 'response/status', o: 'SET', v: 'FINISHED' },
			],
			'',
		),
		counter: 'answer:deepseek',
	},
	'DeepSeek, before fragments': {
		url: 'https://chat.deepseek.com/api/v0/chat/completion',
		type: SSE,
		text: sse([
			{ p: 'response/thinking_content', o: 'APPEND', v: FIRST },
			{ v: REST[0] },
			{ p: 'response/content', o: 'APPEND', v: REST[1] },
			...REST.slice(2).map((v) => ({ v })),
		]),
		counter: 'answer:deepseek',
	},
	Perplexity: {
		url: 'https://www.perplexity.ai/rest/sse/perplexity_ask',
		type: SSE,
		text: sse(
			SO_FAR.map((answer) => ({ blocks: [{ intended_usage: 'ask_text', markdown_block: { answer } }] })),
			'event: end_of_stream\ndata: {}\n\n',
		),
		counter: 'answer:unknown',
	},
	'Duck.ai': {
		url: 'https://duck.ai/duckchat/v1/chat',
		type: SSE,
		text: sse(PIECES.map((message) => ({ role: 'assistant', message, model: 'gpt-5-mini', action: 'success' }))),
		counter: 'answer:unknown',
	},
	'LibreChat, events': {
		url: 'https://chat.ecole.example/api/agents/chat/openAI',
		type: SSE,
		text: sse(
			[
				{ created: true, message: { text: 'Explique la photosynthèse.' } },
				...PIECES.map((text) => ({
					event: 'on_message_delta',
					data: { id: 'step_1', delta: { content: [{ type: 'text', text }] } },
				})),
				{ final: true, title: 'Photosynthèse', responseMessage: { sender: 'GPT', text: ANSWER } },
			],
			'',
		),
		counter: 'answer:own',
	},
	'OpenAI-compatible': {
		url: 'https://ia.ecole.example/v1/chat/completions',
		type: SSE,
		text: sse([
			{ model: 'mistral-small-3.2', choices: [{ delta: { role: 'assistant', content: '' } }] },
			...PIECES.map((content) => ({ model: 'mistral-small-3.2', choices: [{ delta: { content } }] })),
			{ model: 'mistral-small-3.2', choices: [], usage: { completion_tokens: 31 } },
		]),
		counter: 'answer:mistral-open',
	},
	'OpenAI-compatible, whole': {
		url: 'https://ia.ecole.example/v1/chat/completions',
		type: 'application/json',
		text: JSON.stringify(
			{ model: 'Qwen/Qwen3-32B', choices: [{ message: { role: 'assistant', content: ANSWER } }] },
			null,
			2,
		),
		counter: 'answer:qwen',
	},
	Ollama: {
		url: 'http://127.0.0.1:11434/api/chat',
		type: 'application/x-ndjson',
		text: lines([
			...PIECES.map((content) => ({ model: 'llama3.1:8b', message: { role: 'assistant', content }, done: false })),
			{ model: 'llama3.1:8b', message: { role: 'assistant', content: '' }, done: true },
		]),
		counter: 'answer:llama',
	},
	'AI SDK, data stream': {
		url: 'https://chat.ecole.example/api/chat/completions',
		type: SSE,
		text: `${PIECES.map((piece) => `0:${JSON.stringify(piece)}\n`).join('')}d:{"finishReason":"stop"}\n`,
		counter: 'answer:own',
	},
	'AI SDK, messages': {
		url: 'https://chat.ecole.example/api/chat',
		type: SSE,
		text: sse([
			{ type: 'text-start', id: '1' },
			...PIECES.map((delta) => ({ type: 'text-delta', id: '1', delta })),
			{ type: 'text-end', id: '1' },
		]),
		counter: 'answer:own',
	},
	Moodle: {
		url: 'https://moodle.example/lib/ajax/service.php?sesskey=k3y&info=aiplacement_courseassist_summarise_text',
		type: 'application/json; charset=utf-8',
		text: JSON.stringify([{ error: false, data: { success: true, generatedcontent: ANSWER } }]),
		counter: 'answer:unknown',
	},
};
