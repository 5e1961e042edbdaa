import { MAX_PARTS, MAX_STORED } from '@/utils/core/schema/names';

/** Amounts by name; a name that is absent has 0. */
export type Parts = Readonly<Partial<Record<string, number>>>;

export type Combine = (a: number, b: number) => number;

/** A sum as it may be stored, from 0 to `MAX_STORED`: forged amounts cannot make a record that no reader accepts. */
export function bounded(sum: number): number {
	if (sum > MAX_STORED) return MAX_STORED;
	return sum < 0 || Number.isNaN(sum) ? 0 : sum;
}

export const add: Combine = (a, b) => bounded(a + b);
export const subtract: Combine = (a, b) => bounded(a - b);

/**
 * Combines amounts name by name; results of 0 are left out. No more names than may be stored: those of `a` come first, and what finds no
 * room is in the amounts without names only.
 */
export function combineParts(a: Parts, b: Parts, combined: Combine): Record<string, number> {
	const sum: Record<string, number> = {};
	let room = MAX_PARTS;
	const added = Object.keys(b).filter((part) => !Object.hasOwn(a, part));
	for (const part of [...Object.keys(a), ...added]) {
		const amount = combined(a[part] ?? 0, b[part] ?? 0);
		if (amount === 0) continue;
		sum[part] = amount;
		if (--room === 0) break;
	}
	return sum;
}
