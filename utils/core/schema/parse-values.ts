import { isDay } from '@/utils/core/units/day';

/** 2^40, a terabyte or 35 years in milliseconds: no frame says more of anything, and sums of what frames say stay exact. */
const MAX_AMOUNT = 2 ** 40;

/** Thrown by the readers below for a value of another shape; `accept` makes it null. */
export class Refusal extends Error {}

/** The members of a value that may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object. */
export function fields(value: unknown): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal();
	return value as Fields;
}

/** A text that matches. */
export function text(value: unknown, pattern: RegExp): string {
	if (typeof value !== 'string' || !pattern.test(value)) throw new Refusal();
	return value;
}

/** A random id or a hash: it becomes the key of a plain object, so it may be no name that every object has (`constructor`). */
export function objectKey(value: unknown, pattern: RegExp): string {
	const key = text(value, pattern);
	if (key in Object.prototype) throw new Refusal();
	return key;
}

/** A local day, `YYYY-MM-DD`. */
export function day(value: unknown): string {
	if (typeof value !== 'string' || !isDay(value)) throw new Refusal();
	return value;
}

/** Milliseconds since 1970. */
export function moment(value: unknown): number {
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Refusal();
	return value;
}

/** A text of at most so many letters. */
export function shortText(value: unknown, maxLength: number): string {
	if (typeof value !== 'string' || value.length > maxLength) throw new Refusal();
	return value;
}

/** A whole amount of anything. */
export function amount(value: unknown): number {
	const known = moment(value);
	if (known > MAX_AMOUNT) throw new Refusal();
	return known;
}

/** One of these texts. */
export function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value {
	if (!(values as readonly unknown[]).includes(value)) throw new Refusal();
	return value as Value;
}

/** A list of at most so many items. */
export function list<Item>(value: unknown, maxLength: number, parse: (item: unknown) => Item): readonly Item[] {
	if (!Array.isArray(value) || value.length > maxLength) throw new Refusal();
	return value.map(parse);
}

/** What was read, null when anything in it was refused. */
export function accept<Value>(parse: () => Value): Value | null {
	try {
		return parse();
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}
