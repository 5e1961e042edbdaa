/** Amounts by name; a name that is absent has 0. */
export type Parts = Readonly<Partial<Record<string, number>>>;

export type Combine = (a: number, b: number) => number;

export const add: Combine = (a, b) => a + b;
export const subtract: Combine = (a, b) => a - b;

/** Combines amounts name by name; results of 0 are left out. */
export function combineParts(a: Parts, b: Parts, combined: Combine): Record<string, number> {
	const sum: Record<string, number> = {};
	for (const part of Object.keys({ ...a, ...b })) {
		const amount = combined(a[part] ?? 0, b[part] ?? 0);
		if (amount !== 0) sum[part] = amount;
	}
	return sum;
}
