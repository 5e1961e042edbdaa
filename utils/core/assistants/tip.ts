import type { Assistants } from '@/utils/core/schema/assistants';
import { sumFamilies } from '@/utils/core/visit/assistants';
import { CHARACTERS_A_TOKEN } from './energy';

/** Answers asked for again, from which on a better prompt would have cost less. */
const MIN_REGENERATIONS = 2;
/** Answers, and their mean length in tokens, from which on shorter ones would do: about a page. */
const MIN_ANSWERS = 2;
const LONG_TOKENS = 600;

/** The one thing to do better, by what was measured; null where there is nothing. Energy grows with each token of an answer. */
export function assistantTip(assistants: Assistants): 'again' | 'long' | null {
	const { regenerationCount, readCount, characters } = sumFamilies(assistants);
	if (regenerationCount >= MIN_REGENERATIONS) return 'again';
	const isLong = readCount >= MIN_ANSWERS && characters / CHARACTERS_A_TOKEN / readCount >= LONG_TOKENS;
	return isLong ? 'long' : null;
}
