import { type AnswerField, FAMILIES } from '@/utils/core/schema/assistant-names';
import type { Assistants } from '@/utils/core/schema/assistants';
import { MAX_COUNTER_LINES } from '@/utils/core/schema/names';
import { addAssistants, NO_ASSISTANTS } from '@/utils/core/visit/assistants';

/** The fields that a counter of the page world fills, by the kind of its name. */
const FIELDS: Readonly<Record<string, readonly AnswerField[]>> = {
	asked: ['promptCount'],
	again: ['regenerationCount'],
	image: ['imageCount'],
	answer: ['readCount', 'characters', 'answerMs'],
	reasoned: ['reasonedCount', 'reasoningCharacters'],
	large: ['largeModelCount'],
};

/** `answer:gpt,2,4800,9000,0`: answers, characters and milliseconds. */
const LINE = new RegExp(
	`^(${Object.keys(FIELDS).join('|')}):(${FAMILIES.join('|')}),(\\d{1,12}),(\\d{1,12}),(\\d{1,12}),`,
);

/** What a frame counted of assistants. The page may have forged it: lines of another shape or beyond the limit are dropped. */
export function parseAnswers(counters: string): Assistants {
	const lines = counters.split('\n', MAX_COUNTER_LINES).map((line) => LINE.exec(line) ?? []);
	return lines.reduce((sum, [, kind = '', family = '', ...amounts]) => {
		const fields = (FIELDS[kind] ?? []).map((field, index) => [field, Number(amounts[index])]);
		return addAssistants(sum, { [family]: Object.fromEntries(fields) });
	}, NO_ASSISTANTS);
}
