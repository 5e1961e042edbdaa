import { type AnswerStream, ASSISTANT, FIRST, PIECES, SSE, sse } from './answer-parts';

/** Answers whose size must stay unknown. */
export const UNREAD_STREAMS: Readonly<Record<string, AnswerStream>> = {
	'ChatGPT, handed over to a socket': {
		url: 'https://chatgpt.com/backend-api/f/conversation',
		type: SSE,
		text: sse([
			{ v: { message: ASSISTANT }, c: 0 },
			{ p: '/message/content/parts/0', o: 'append', v: FIRST },
			{ type: 'stream_handoff', topic_id: 't1' },
		]),
		counter: 'answer:gpt',
	},
	'Poe, which answers by a socket': {
		url: 'https://poe.com/api/gql_POST',
		type: 'application/json',
		text: JSON.stringify({ data: { messageEdgeCreate: { status: 'success', message: { node: { messageId: 1 } } } } }),
		counter: 'answer:unknown',
	},
	'DeepSeek, which goes on with an answer that was stopped': {
		url: 'https://chat.deepseek.com/api/v0/chat/continue',
		type: SSE,
		text: sse([
			{ v: { response: { fragments: [{ type: 'RESPONSE', content: FIRST }] } } },
			...PIECES.map((piece) => ({ p: 'response/fragments/-1/content', o: 'APPEND', v: piece })),
		]),
		counter: 'answer:deepseek',
		isAgain: true,
	},
	'a shape nobody knows': {
		url: 'https://claude.ai/api/organizations/o1/chat_conversations/c1/completion',
		type: SSE,
		text: sse(PIECES.map((piece) => ({ kind: 'tok', body: { t: piece } }))),
		counter: 'answer:claude',
	},
	'no text at all': {
		url: 'https://chat.mistral.ai/api/chat',
		type: SSE,
		text: '\u0000\u0001\n[[[\n{"a":\n"\n',
		counter: 'answer:mistral',
	},
};

/** Requests that ask for no answer. */
export const OTHER_REQUESTS: readonly string[] = [
	'https://chatgpt.com/backend-api/f/conversation/prepare',
	'https://chatgpt.com/backend-api/f/conversation/resume',
	'https://chatgpt.com/backend-api/conversation/gen_title/66f0c0ffee',
	'https://chatgpt.com/backend-api/conversation/66f0c0ffee',
	'https://chatgpt.com/backend-api/conversation/init',
	'https://evil.example/chatgpt.com/backend-api/f/conversation',
	'https://chat.mistral.ai/api/trpc/message.newChat?batch=1',
	'https://claude.ai/api/organizations/o1/chat_conversations/c1/title',
	'https://claude.ai/api/organizations/o1/chat_conversations',
	'https://huggingface.co/chat/conversation',
	'https://huggingface.co/chat/conversation/66f0/stop-generating',
	'https://duck.ai/duckchat/v1/status',
	'https://chat.ecole.example/api/agents/chat/abort',
	'https://chat.ecole.example/api/v1/tasks/title/completions',
	'https://ia.ecole.example/v1/models',
	'https://moodle.example/lib/ajax/service.php?sesskey=k3y&info=core_fetch_notifications',
	'https://moodle.example/mod/forum/post.php?reply=1#/api/chat/completions',
];
