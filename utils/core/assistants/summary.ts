import { FAMILIES, type Family } from '@/utils/core/schema/assistant-names';
import type { Assistants } from '@/utils/core/schema/assistants';
import { addRanges, type Range } from '@/utils/core/units/range';
import { type Cost, costRange, tokensOf } from './energy';
import { FAMILY_FACTS, type Weights } from './families';

const MS_A_SECOND = 1_000;

/** What is known of a family's answers. */
export interface FamilySummary {
	readonly family: Family;
	readonly weights: Weights;
	readonly promptCount: number;
	readonly regenerationCount: number;
	readonly imageCount: number;
	/** Answers whose text was counted, and those of unknown size: no figure below counts these. */
	readonly readCount: number;
	readonly unreadCount: number;
	/** Tokens of the answers; null where none was read. */
	readonly tokens: Range | null;
	/** Null where none was read, or no size of the family's models is known. */
	readonly cost: Readonly<Record<keyof Cost, Range>> | null;
}

/** The families that were asked, in the order of the list; `country` is the learner's, for models that do not run at their provider. */
export function summariseAssistants(assistants: Assistants, country: string): readonly FamilySummary[] {
	return FAMILIES.flatMap((family) => {
		const counts = assistants[family];
		if (!counts) return [];
		const { promptCount = 0, regenerationCount = 0, imageCount = 0, unreadCount = 0 } = counts;
		const { readCount = 0, characters = 0, answerMs = 0 } = counts;
		const { weights, models, provider } = FAMILY_FACTS[family];
		const tokens = readCount > 0 ? tokensOf(characters) : null;
		const seconds = answerMs > 0 ? answerMs / MS_A_SECOND : null;
		const cost =
			tokens && models.length > 0
				? costRange(models, provider, provider.country ?? country, { count: readCount, tokens, seconds })
				: null;
		const asked = { promptCount, regenerationCount, imageCount, readCount, unreadCount };
		return [{ family, weights, ...asked, tokens, cost }];
	});
}

/** Tokens for which families are compared. */
export const COMPARED_TOKENS = 400;

/** Watt-hours of one answer of {@link COMPARED_TOKENS} tokens; null where no size of the family's models is known. */
export function comparedWh(family: Family, country: string): Range | null {
	const { models, provider } = FAMILY_FACTS[family];
	if (models.length === 0) return null;
	const tokens = { low: COMPARED_TOKENS, central: COMPARED_TOKENS, high: COMPARED_TOKENS };
	return costRange(models, provider, provider.country ?? country, { count: 1, tokens, seconds: null }).wh;
}

/** Prompts to families whose weights are published, and to the others. */
export function promptsByWeights(families: readonly FamilySummary[]) {
	const count = (are: (weights: Weights) => boolean) =>
		families.filter(({ weights }) => are(weights)).reduce((sum, { promptCount }) => sum + promptCount, 0);
	return {
		published: count((weights) => weights === 'published'),
		withheld: count((weights) => weights === 'withheld'),
		unsure: count((weights) => weights === 'some' || weights === null),
	};
}

/** Watt-hours of all families together; null where none is known. */
export function totalWh(families: readonly FamilySummary[]): Range | null {
	const known = families.flatMap(({ cost }) => (cost ? [cost.wh] : []));
	return known.length > 0 ? addRanges(...known) : null;
}
