import type { AnswerStream } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';

const CLAUDE = ANSWER_STREAMS.Claude as AnswerStream;
const DEEPSEEK = ANSWER_STREAMS['DeepSeek, fragments'] as AnswerStream;
const LIBRECHAT = ANSWER_STREAMS['LibreChat, events'] as AnswerStream;
const HUGGING_CHAT = ANSWER_STREAMS.HuggingChat as AnswerStream;

/** The same streams at other addresses: answers asked for once more, an edited question, fronts of one's own. */
export const ANSWER_VARIANTS: Readonly<Record<string, AnswerStream>> = {
	'Claude, asked again': { ...CLAUDE, url: CLAUDE.url.replace('completion', 'retry_completion'), isAgain: true },
	'DeepSeek, asked again': { ...DEEPSEEK, url: DEEPSEEK.url.replace('completion', 'regenerate'), isAgain: true },
	'DeepSeek, an edited question': { ...DEEPSEEK, url: DEEPSEEK.url.replace('completion', 'edit_message') },
	'chat-ui on a host of one’s own': {
		...HUGGING_CHAT,
		url: 'https://chat.ecole.example/conversation/66f0c0ffee',
		counter: 'answer:own',
	},
};

/** Where LibreChat asks since 0.8.7, with a short answer, and the address from which the stream then comes. */
export const LIBRECHAT_IN_TWO = {
	asked: {
		url: LIBRECHAT.url,
		type: 'application/json; charset=utf-8',
		text: '{"streamId":"66f0","status":"started"}',
	},
	stream: { ...LIBRECHAT, url: 'https://chat.ecole.example/api/agents/chat/stream/66f0' },
} as const;
