import { beforeEach, describe, expect, it } from 'vitest';
import { answerTo } from '@/utils/page/world/answers/answer';
import type { GrowthWatch } from '@/utils/page/world/answers/growth';
import { ANSWER, type AnswerStream, SSE } from './answer-parts';
import { ANSWER_STREAMS } from './answer-streams';
import { counted, counters } from './page-counters';
import { UNREAD_STREAMS } from './unread-streams';

const UNKNOWN = UNREAD_STREAMS['a shape nobody knows'] as AnswerStream;
const HANDED_OVER = UNREAD_STREAMS['ChatGPT, handed over to a socket'] as AnswerStream;
const KNOWN = ANSWER_STREAMS.Claude as AnswerStream;

/** What became of an answer to which the page grew by so many characters. */
function grown({ url, type, text }: AnswerStream, characters: number, isComplete = true) {
	const calls: string[] = [];
	const watch = {
		begin: () => ({
			end(note: (added: number) => void) {
				calls.push('end');
				note(characters);
			},
			drop: (isKnown: boolean) => void calls.push(isKnown ? 'known' : 'dropped'),
		}),
	};
	const answer = answerTo(url, type, 200, counters, 0, watch as unknown as GrowthWatch);
	answer?.addChunk(text);
	answer?.end(isComplete);
	const [name = null] = [...counted.keys()].filter((each) => each.startsWith('answer:'));
	return { calls, characters: name && counted.get(name)?.receivedBytes };
}

beforeEach(() => counted.clear());

describe('the text that an answer adds to the page', () => {
	it('is its size where its shape is not known', () => {
		expect(grown(UNKNOWN, ANSWER.length)).toEqual({ calls: ['end'], characters: ANSWER.length });
	});

	it('does not matter where its shape is known', () => {
		expect(grown(KNOWN, 9_999)).toEqual({ calls: ['known'], characters: ANSWER.length });
	});

	it('is unknown where more text came than the answer can hold', () => {
		expect(grown(UNKNOWN, UNKNOWN.text.length + 1)).toEqual({ calls: ['end'], characters: null });
	});

	it('is unknown where the answer was stopped, handed over, or takes the place of another', () => {
		expect(grown(UNKNOWN, 80, false)).toEqual({ calls: ['dropped'], characters: null });
		expect(grown(HANDED_OVER, 80)).toEqual({ calls: ['dropped'], characters: null });
		const again = { ...UNKNOWN, url: UNKNOWN.url.replace('completion', 'retry_completion') };
		expect(grown(again, 80)).toEqual({ calls: ['dropped'], characters: null });
	});

	it('is not watched for a short value that names where the answer comes', () => {
		const started = {
			url: 'https://chat.ecole.example/api/agents/chat/openAI',
			text: '{"streamId":"s1"}',
			counter: '',
		};
		expect(grown({ ...started, type: 'application/json' }, 10)).toEqual({ calls: [], characters: null });
		expect(grown({ ...started, type: SSE }, 10)).toEqual({ calls: ['end'], characters: 10 });
	});
});
