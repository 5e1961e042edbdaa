import type { Assistants } from '@/utils/core/schema/assistants';
import { sumFamilies } from '@/utils/core/visit/assistants';
import { CHARACTERS_A_TOKEN } from './energy';

/** What may be done better. */
export type AssistantTipName = 'again' | 'image' | 'reasoning' | 'large' | 'long' | 'many';

/** A tip by what was measured, with the publication that it rests on. */
export interface AssistantTip {
	readonly name: AssistantTipName;
	/** Prompts of the visit. */
	readonly promptCount: number;
	readonly reference: { readonly label: string; readonly url: string };
}

const ECOLOGITS = { label: 'EcoLogits 0.11', url: 'https://ecologits.ai/latest/methodology/llm_inference/' };
/** Reasoning against conversation on the same machines: 10 times the tokens, 25 times the energy (version 3.0, December 2025). */
const ML_ENERGY = {
	label: 'ML.ENERGY 3.0',
	url: 'https://ml.energy/blog/measurement/energy/diagnosing-inference-energy-consumption-with-the-mlenergy-leaderboard-v30',
};
/** An image by SDXL: 1.64 Wh of the GPU alone (December 2025). */
const AI_ENERGY_SCORE = { label: 'AI Energy Score', url: 'https://huggingface.github.io/AIEnergyScore' };

/** Answers asked for again, from which on a better prompt would have cost less. */
const MIN_REGENERATIONS = 2;
/** Answers of which all reasoned first: it was left on. */
const MIN_REASONED = 3;
/** Answers of large models, and their mean length in tokens up to which a small model would do: a paragraph. */
const MIN_LARGE = 3;
const SHORT_TOKENS = 100;
/** Answers, and their mean length in tokens, from which on shorter ones would do: about a page. */
const MIN_ANSWERS = 2;
const LONG_TOKENS = 600;
/** Prompts in one visit, beside a course of the same day, which a look into the lesson may answer. */
const MANY_PROMPTS = 12;

/**
 * The one thing to do better, by what was measured; null where there is nothing. `isBesideCourse` where a followed course was visited the
 * same day. Energy grows with each token of an answer.
 */
export function assistantTip(assistants: Assistants, isBesideCourse = false): AssistantTip | null {
	const sums = sumFamilies(assistants);
	const { promptCount, regenerationCount, imageCount, readCount, reasonedCount, largeModelCount } = sums;
	const meanTokens = readCount > 0 ? sums.characters / CHARACTERS_A_TOKEN / readCount : 0;
	const tip = (name: AssistantTipName, reference = ECOLOGITS): AssistantTip => ({ name, promptCount, reference });
	if (regenerationCount >= MIN_REGENERATIONS) return tip('again');
	if (imageCount > 0) return tip('image', AI_ENERGY_SCORE);
	if (reasonedCount >= MIN_REASONED && reasonedCount === readCount) return tip('reasoning', ML_ENERGY);
	if (largeModelCount >= MIN_LARGE && meanTokens <= SHORT_TOKENS) return tip('large');
	if (readCount >= MIN_ANSWERS && meanTokens >= LONG_TOKENS) return tip('long');
	return isBesideCourse && promptCount >= MANY_PROMPTS ? tip('many') : null;
}
