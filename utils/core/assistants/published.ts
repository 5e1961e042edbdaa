import type { SourceId } from '@/utils/core/carbon/sources';
import type { Family } from '@/utils/core/schema/assistant-names';

/** What providers published of one answer, each with a scope of its own. Figures to compare ours with; none is used in a computation. */
export interface PublishedAnswer {
	readonly id: 'google' | 'openai' | 'mistral';
	readonly family: Family;
	/** The figures, in the order of the text's places. */
	readonly values: readonly number[];
	readonly source: SourceId;
}

export const PUBLISHED_ANSWERS: readonly PublishedAnswer[] = [
	// Median text prompt: Wh, g (market-based), mL (on-site).
	{ id: 'google', family: 'gemini', values: [0.24, 0.03, 0.26], source: 'google' },
	// "Average query", without a method: Wh, mL.
	{ id: 'openai', family: 'gpt', values: [0.34, 0.32], source: 'altman' },
	// Large 2, 400 tokens, reviewed life cycle: g, mL.
	{ id: 'mistral', family: 'mistral', values: [1.14, 45], source: 'mistral' },
];
