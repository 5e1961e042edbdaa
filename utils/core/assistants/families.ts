import type { Family } from '@/utils/core/schema/assistant-names';
import {
	CLAUDE,
	DEEPSEEK,
	GEMINI,
	GEMMA,
	GPT,
	GPT_OSS,
	LLAMA,
	MISTRAL,
	MISTRAL_OPEN,
	type Model,
	PROVIDERS,
	type Provider,
	QWEN,
} from './models';

/** Whether anybody may download the weights of a family's models; `some` where that depends on the model, null where it is not known. */
export type Weights = 'published' | 'withheld' | 'some' | null;

export interface FamilyFacts {
	/** Name as its publisher writes it; null for a group of several, which the catalogues name. */
	readonly name: string | null;
	readonly weights: Weights;
	/** Smallest to largest; none where no size is known, so that there is no estimate. */
	readonly models: readonly Model[];
	readonly provider: Provider;
}

const published = (name: string | null, models: readonly Model[], provider: Provider): FamilyFacts => ({
	name,
	weights: 'published',
	models,
	provider,
});

const NOBODY_KNOWS: FamilyFacts = { name: null, weights: null, models: [], provider: PROVIDERS.own };

export const FAMILY_FACTS: Readonly<Record<Family, FamilyFacts>> = {
	gpt: { name: 'GPT', weights: 'withheld', models: GPT, provider: PROVIDERS.openai },
	gemini: { name: 'Gemini', weights: 'withheld', models: GEMINI, provider: PROVIDERS.google },
	claude: { name: 'Claude', weights: 'withheld', models: CLAUDE, provider: PROVIDERS.anthropic },
	mistral: { name: 'Mistral', weights: 'some', models: MISTRAL, provider: PROVIDERS.mistral },
	deepseek: published('DeepSeek', DEEPSEEK, PROVIDERS.deepseek),
	open: published(null, [...GEMMA, ...GPT_OSS, ...QWEN, ...LLAMA, ...DEEPSEEK], PROVIDERS.hub),
	'gpt-oss': published('gpt-oss', GPT_OSS, PROVIDERS.own),
	llama: published('Llama', LLAMA, PROVIDERS.own),
	qwen: published('Qwen', QWEN, PROVIDERS.own),
	gemma: published('Gemma', GEMMA, PROVIDERS.own),
	'mistral-open': published('Mistral', MISTRAL_OPEN, PROVIDERS.own),
	own: NOBODY_KNOWS,
	unknown: NOBODY_KNOWS,
};
