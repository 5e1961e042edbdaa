import type { Assistants } from '@/utils/core/schema/assistants';
import type { Range } from '@/utils/core/units/range';
import { tokensOf } from './energy';
import { type FamilySummary, summariseAssistants } from './summary';

/** At least, and at most. `low` is null where nothing is known, `high` where something is unknown and nothing limits it. */
export interface Limits {
	readonly low: number | null;
	readonly high: number | null;
}

/** What answers cost, all families together. */
export interface AnswerLimits {
	readonly wh: Limits;
	readonly co2eGrams: Limits;
	readonly waterMl: Limits;
}

const ZERO: Limits = { low: 0, high: 0 };
const NO_COST: AnswerLimits = { wh: ZERO, co2eGrams: ZERO, waterMl: ZERO };

function limitsOf(ranges: readonly (Range | null)[], isComplete: boolean): Limits {
	if (ranges.length === 0) return ZERO;
	const known = ranges.filter((range) => range !== null);
	const sum = (bound: 'low' | 'high') => known.reduce((total, range) => total + range[bound], 0);
	return {
		low: known.length > 0 ? sum('low') : null,
		high: isComplete && known.length === ranges.length ? sum('high') : null,
	};
}

/** Whole tokens of all answers; each that was read has one at least. */
export function tokenLimits(assistants: Assistants = {}): Limits {
	const asked = Object.values(assistants).filter(
		({ promptCount = 0, regenerationCount = 0 }) => promptCount + regenerationCount > 0,
	);
	const ranges = asked.map(({ readCount = 0, characters = 0 }) => {
		if (readCount === 0) return null;
		const { low, central, high } = tokensOf(characters);
		return { low: Math.max(readCount, Math.floor(low)), central, high: Math.max(readCount, Math.ceil(high)) };
	});
	return limitsOf(
		ranges,
		asked.every(({ unreadCount = 0 }) => unreadCount === 0),
	);
}

/** What all answers cost; `country` is the learner's. No size of an image is known. */
export function costLimits(assistants: Assistants | undefined, country: string): AnswerLimits {
	if (!assistants) return NO_COST;
	const families = summariseAssistants(assistants, country);
	const isComplete = families.every(({ unreadCount, imageCount }) => unreadCount + imageCount === 0);
	const of = (field: keyof NonNullable<FamilySummary['cost']>) =>
		limitsOf(
			families.map(({ cost }) => cost?.[field] ?? null),
			isComplete,
		);
	return { wh: of('wh'), co2eGrams: of('co2eGrams'), waterMl: of('waterMl') };
}
