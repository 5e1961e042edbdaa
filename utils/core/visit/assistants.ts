import { type AnswerField, FAMILIES, type Family } from '@/utils/core/schema/assistant-names';
import type { Assistants } from '@/utils/core/schema/assistants';
import { add, type Combine, combineParts, subtract } from './parts';

export const NO_ASSISTANTS: Assistants = {};

function combine(a: Assistants, b: Assistants, combined: Combine): Assistants {
	const sum: Partial<Record<Family, Readonly<Record<string, number>>>> = {};
	for (const family of FAMILIES) {
		const parts = combineParts(a[family] ?? {}, b[family] ?? {}, combined);
		if (Object.keys(parts).length > 0) sum[family] = parts;
	}
	return sum;
}

export function addAssistants(a: Assistants, b: Assistants): Assistants {
	return combine(a, b, add);
}

/** `a` without `b`, which was added to it before. */
export function subtractAssistants(a: Assistants, b: Assistants): Assistants {
	return combine(a, b, subtract);
}

/** The later of two readings of the same counts, which only ever grow. */
export function largerAssistants(a: Assistants, b: Assistants): Assistants {
	return combine(a, b, Math.max);
}

/** Totals over all families. */
export function sumFamilies(assistants: Assistants) {
	const sum = (field: AnswerField) =>
		Object.values(assistants).reduce((total, counts) => add(total, counts[field] ?? 0), 0);
	return {
		promptCount: sum('promptCount'),
		regenerationCount: sum('regenerationCount'),
		imageCount: sum('imageCount'),
		unreadCount: sum('unreadCount'),
		readCount: sum('readCount'),
		characters: sum('characters'),
		reasonedCount: sum('reasonedCount'),
		largeModelCount: sum('largeModelCount'),
	};
}

/** The `assistants` field of a record; absent where no assistant was asked. */
export function carryAssistants(assistants: Assistants): { readonly assistants?: Assistants } {
	return Object.keys(assistants).length > 0 ? { assistants } : {};
}
