import { describe, expect, it } from 'vitest';
import { beginVisit, headers, report, request } from '@/tests/core/visit/sample';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { OTHER_REQUESTS } from '@/tests/page/world/unread-streams';
import { checkedAssistants } from '@/utils/core/assistants/checked';
import { comparedWh, promptsByWeights, summariseAssistants, totalWh } from '@/utils/core/assistants/summary';
import { assistantTip } from '@/utils/core/assistants/tip';
import { applyReport } from '@/utils/core/measure/apply-report';
import { askedBy, noteAsked } from '@/utils/core/measure/assistants/asked';
import { foldAssistants } from '@/utils/core/measure/assistants/fold-assistants';
import { parseAnswers } from '@/utils/core/measure/assistants/parse-answers';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import { FAMILIES } from '@/utils/core/schema/assistant-names';

const ASK = 'https://claude.ai/api/organizations/o1/chat_conversations/c1/completion';
const AGAIN = 'https://claude.ai/api/organizations/o1/chat_conversations/c1/retry_completion';
const OWN = 'https://ia.ecole.example/v1/chat/completions';

const asking = (url: string, changes: Partial<RequestDetails> = {}) =>
	request(url, { method: 'POST', responseHeaders: headers({ 'content-type': 'text/event-stream' }), ...changes });

/** What is folded of some requests and of the counters of the page. */
function folded(requests: readonly RequestDetails[], counters = '', ageMs = 86_400_000) {
	const visit = beginVisit({ ageMs });
	const reader = new RequestReader();
	for (const details of requests) noteAsked(visit, details, reader.completed(details));
	applyReport(visit, report({ answers: parseAnswers(counters) }));
	return foldAssistants(visit);
}

describe('what a request asks of an assistant', () => {
	it.each(Object.entries(ANSWER_STREAMS))('%s: one prompt', (_name, { url, type }) => {
		if (url.includes('meta.ai')) {
			// Only its answer shows that something was asked.
			expect(askedBy(asking(url))).toEqual({});
			return;
		}
		const [counts] = Object.values(askedBy(asking(url, { responseHeaders: headers({ 'content-type': type }) })));
		expect(counts).toEqual({ promptCount: 1 });
	});

	it.each(OTHER_REQUESTS)('%s: nothing', (url) => {
		expect(askedBy(asking(url))).toEqual({});
	});

	it('is a regeneration at an address of its own, and an image where Moodle makes one', () => {
		expect(askedBy(asking(AGAIN))).toEqual({ claude: { regenerationCount: 1 } });
		const image = 'https://moodle.example/lib/ajax/service.php?info=aiplacement_editor_generate_image&sesskey=k';
		expect(askedBy(asking(image))).toEqual({ unknown: { imageCount: 1 } });
	});

	it('is nothing where it was refused, is no request of an answer, or never reached a server', () => {
		expect(askedBy(asking(ASK, { statusCode: 429 }))).toEqual({});
		expect(askedBy(asking(ASK, { method: 'OPTIONS' }))).toEqual({});
		expect(askedBy(asking(ASK, { error: 'net::ERR_FAILED', ip: undefined }))).toEqual({});
		expect(askedBy(asking('https://forum.example/api/chat', { responseHeaders: [] }))).toEqual({});
	});

	it('counts where the learner stopped the answer', () => {
		expect(askedBy(asking(ASK, { error: 'net::ERR_ABORTED', statusCode: undefined }))).toEqual({
			claude: { promptCount: 1 },
		});
	});
});

describe('what a visit asked of assistants', () => {
	it('has one read answer for each prompt, and the others unread', () => {
		const three = [asking(ASK, { requestId: '1' }), asking(ASK, { requestId: '2' }), asking(AGAIN, { requestId: '3' })];
		expect(folded(three, 'asked:claude,2,0,0,0\nanswer:claude,2,1000,4000,0')).toEqual({
			claude: { promptCount: 2, regenerationCount: 1, readCount: 2, characters: 1000, answerMs: 4000, unreadCount: 1 },
		});
		expect(folded(three)).toEqual({ claude: { promptCount: 2, regenerationCount: 1, unreadCount: 3 } });
	});

	it('counts what only the page shows, since Chrome shows no request to a host without access', () => {
		expect(folded([], 'asked:own,1,0,0,0\nanswer:own,1,40,900,0')).toEqual({
			own: { promptCount: 1, readCount: 1, characters: 40, answerMs: 900 },
		});
	});

	it('gives prompts to a front of one’s own to the family that its answers name', () => {
		expect(folded([asking(OWN), asking(OWN)], 'asked:own,2,0,0,0\nanswer:llama,1,40,900,0')).toEqual({
			llama: { promptCount: 1, readCount: 1, characters: 40, answerMs: 900 },
			own: { promptCount: 1, unreadCount: 1 },
		});
	});

	it('does not believe a page that claims answers to prompts that nobody asked', () => {
		expect(folded([asking(ASK)], 'answer:claude,9,9000,9000,0')).toEqual({
			claude: { promptCount: 1, readCount: 1, characters: 1000, answerMs: 1000 },
		});
		expect(folded([], 'answer:claude,9,9000,9000,0')).toEqual({});
		expect(folded([], 'asked:claude,999999,0,0,0', 10_000)).toEqual({});
		expect(folded([asking(ASK)], 'answer:claude,1,999999999,0,0', 10_000).claude?.characters).toBe(40_000);
	});

	it('has reasoning and large models of answers that were read, no more than those', () => {
		const counters = 'answer:claude,1,400,900,0\nreasoned:claude,3,9000,0,0\nlarge:claude,2,0,0,0';
		expect(folded([asking(ASK)], counters)).toEqual({
			claude: {
				promptCount: 1,
				readCount: 1,
				characters: 400,
				answerMs: 900,
				reasonedCount: 1,
				reasoningCharacters: 400,
				largeModelCount: 1,
			},
		});
		expect(folded([asking(ASK)], 'reasoned:claude,1,90,0,0')).toEqual({ claude: { promptCount: 1, unreadCount: 1 } });
	});

	it('is nothing where assistants are not counted', () => {
		const visit = beginVisit({ asked: null });
		const details = asking(ASK);
		noteAsked(visit, details, new RequestReader().completed(details));
		applyReport(visit, report({ answers: parseAnswers('asked:claude,1,0,0,0') }));
		expect(foldAssistants(visit)).toEqual({});
	});

	it('reads no line of another shape', () => {
		expect(parseAnswers('asked:hal,1,0,0,0\nanswer:gpt,-1,0,0,0\nasked:gpt,1\nwss://x,1,2,3,0\n')).toEqual({});
	});
});

describe('what is shown of assistants', () => {
	const summary = summariseAssistants(
		{
			gpt: { promptCount: 3, readCount: 2, characters: 4_000, answerMs: 20_000, unreadCount: 1 },
			llama: { promptCount: 1, readCount: 1, characters: 800 },
			claude: { promptCount: 1, unreadCount: 1 },
			own: { promptCount: 1, readCount: 1, characters: 800 },
		},
		'FR',
	);
	const of = (family: string) => summary.find((each) => each.family === family);

	it('is a range of tokens, energy, carbon and water', () => {
		expect(of('gpt')?.tokens).toEqual({ low: 800, central: 1000, high: 1200 });
		for (const { low, high } of Object.values(of('gpt')?.cost ?? {})) expect(high).toBeGreaterThan(low);
		expect(Object.keys(of('gpt')?.cost ?? {})).toEqual(['wh', 'co2eGrams', 'waterMl']);
	});

	it('is unknown, never 0, where no answer was read or no size of a model is known', () => {
		expect(of('claude')).toMatchObject({ tokens: null, cost: null });
		expect(of('own')).toMatchObject({ cost: null, tokens: { central: 200 } });
		expect(totalWh(summary.filter(({ cost }) => !cost))).toBe(null);
	});

	it('takes the learner’s electricity for models of one’s own, and the provider’s for others', () => {
		const grams = (family: 'gpt' | 'llama', country: string) =>
			summariseAssistants({ [family]: { promptCount: 1, readCount: 1, characters: 800 } }, country)[0]?.cost?.co2eGrams
				.high;
		expect(grams('gpt', 'FR')).toBe(grams('gpt', 'PL'));
		expect(grams('llama', 'FR')).toBeLessThan(grams('llama', 'PL') as number);
	});

	it('splits prompts by weights, and compares families for the same number of tokens', () => {
		expect(promptsByWeights(summary)).toEqual({ published: 1, withheld: 4, unsure: 1 });
		for (const family of FAMILIES) {
			const wh = comparedWh(family, 'FR');
			if (family === 'own' || family === 'unknown') expect(wh).toBe(null);
			else expect(wh?.low).toBeGreaterThan(0);
		}
	});

	it.each([
		['answers asked for again', { promptCount: 2, regenerationCount: 2 }, false, 'again'],
		['an image', { promptCount: 1, imageCount: 1 }, false, 'image'],
		[
			'reasoning in each of three answers',
			{ promptCount: 3, readCount: 3, characters: 3_000, reasonedCount: 3 },
			false,
			'reasoning',
		],
		['reasoning in three of four', { promptCount: 4, readCount: 4, characters: 3_000, reasonedCount: 3 }, false, null],
		[
			'three short answers of a large model',
			{ promptCount: 3, readCount: 3, characters: 1_200, largeModelCount: 3 },
			false,
			'large',
		],
		['three of a page', { promptCount: 3, readCount: 3, characters: 1_204, largeModelCount: 3 }, false, null],
		['long answers', { promptCount: 2, readCount: 2, characters: 4_800 }, false, 'long'],
		['shorter ones', { promptCount: 2, readCount: 2, characters: 4_000 }, false, null],
		['one long answer', { promptCount: 1, readCount: 1, characters: 40_000 }, false, null],
		['twelve prompts beside a course', { promptCount: 12, unreadCount: 12 }, true, 'many'],
		['eleven', { promptCount: 11, unreadCount: 11 }, true, null],
		['twelve without a course', { promptCount: 12, unreadCount: 12 }, false, null],
	] as const)('has a tip for %s', (_what, gpt, isBesideCourse, name) => {
		const tip = assistantTip({ gpt }, isBesideCourse);
		expect(tip?.name ?? null).toBe(name);
		if (tip) expect(tip.reference.url).toMatch(/^https:/);
	});

	it('says when an assistant was checked more than 180 days ago', () => {
		expect(checkedAssistants('2027-05-28').some(({ isStale }) => isStale)).toBe(false);
		expect(checkedAssistants('2027-05-29').every(({ isStale }) => isStale)).toBe(true);
	});
});
