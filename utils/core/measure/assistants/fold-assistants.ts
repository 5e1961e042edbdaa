import type { VisitState } from '@/utils/core/measure/visit-state';
import { type AnswerField, FAMILIES, type Family } from '@/utils/core/schema/assistant-names';
import type { Assistants } from '@/utils/core/schema/assistants';
import { addAssistants, largerAssistants, NO_ASSISTANTS } from '@/utils/core/visit/assistants';

/** Nobody asks more often than once a second for long. */
const MS_A_PROMPT = 1_000;
/** Characters that pages may claim per millisecond of a visit: a thousand tokens a second. */
const MAX_CHARACTERS_PER_MS = 4;

type Counts = Readonly<Partial<Record<AnswerField, number>>>;
type Folding = Record<Family, Record<AnswerField, number>>;

/**
 * What was asked of assistants in a visit. Prompts are those that network events or the page show, whichever are more: Chrome shows no
 * request to a host that is not granted, and a page no request of its workers. Answers are what the page has read, at most one for each
 * prompt; the others are unread.
 */
export function foldAssistants({ asked, frames, ageMs }: VisitState): Assistants {
	if (!asked) return NO_ASSISTANTS;
	const reported = Object.values(frames).reduce((sum, { answers }) => addAssistants(sum, answers), NO_ASSISTANTS);
	const claimed = boundPrompts(reported, ageMs / MS_A_PROMPT);
	const counts = largerAssistants(asked, claimed);
	const folded = Object.fromEntries(FAMILIES.map((family) => [family, countsOf(counts[family])])) as Folding;
	nameOwn(folded);
	for (const family of FAMILIES) boundAnswers(folded[family], ageMs);
	// Leaves out what is 0.
	return addAssistants(folded, NO_ASSISTANTS);
}

const ZERO: Record<AnswerField, number> = {
	promptCount: 0,
	regenerationCount: 0,
	imageCount: 0,
	readCount: 0,
	characters: 0,
	answerMs: 0,
	unreadCount: 0,
	reasonedCount: 0,
	reasoningCharacters: 0,
	largeModelCount: 0,
};

const countsOf = (counts: Counts = {}): Record<AnswerField, number> => ({ ...ZERO, ...counts, unreadCount: 0 });

/** What a page claims to have asked, as far as its time allows. */
function boundPrompts(reported: Assistants, maxCount: number): Assistants {
	const asked = Object.values(reported).reduce(
		(sum, { promptCount = 0, regenerationCount = 0, imageCount = 0 }) =>
			sum + promptCount + regenerationCount + imageCount,
		0,
	);
	if (asked <= maxCount) return reported;
	return Object.fromEntries(
		Object.entries(reported).map(([family, counts]) => [
			family,
			{ ...counts, promptCount: 0, regenerationCount: 0, imageCount: 0 },
		]),
	);
}

/** Prompts to a front whose answers name their model are of that family. */
function nameOwn(folded: Folding): void {
	const { own } = folded;
	for (const family of FAMILIES) {
		if (family === 'own') continue;
		const counts = folded[family];
		const count = Math.min(own.promptCount, Math.max(0, counts.readCount - expected(counts)));
		counts.promptCount += count;
		own.promptCount -= count;
	}
}

const expected = ({ promptCount, regenerationCount }: Record<AnswerField, number>) => promptCount + regenerationCount;

/** Leaves at most one read answer for each that was asked for; the others that were asked for are unread. */
function boundAnswers(counts: Record<AnswerField, number>, ageMs: number): void {
	const asked = expected(counts);
	const share = Math.min(1, asked / (counts.readCount || 1));
	counts.readCount = Math.min(counts.readCount, asked);
	counts.characters = Math.min(Math.round(counts.characters * share), Math.floor(ageMs * MAX_CHARACTERS_PER_MS));
	counts.answerMs = Math.min(Math.round(counts.answerMs * share), Math.floor(ageMs));
	counts.unreadCount = asked - counts.readCount;
	counts.reasonedCount = Math.min(counts.reasonedCount, counts.readCount);
	counts.reasoningCharacters = counts.reasonedCount > 0 ? Math.min(counts.reasoningCharacters, counts.characters) : 0;
	counts.largeModelCount = Math.min(counts.largeModelCount, counts.readCount);
}
