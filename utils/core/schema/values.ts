import * as v from 'valibot';
import { isDay, isWeek } from '@/utils/core/units/day';
import { MAX_AMOUNT, MAX_STORED } from './names';

/** `Type` with every field read-only, down to the last. */
type Frozen<Type> = unknown extends Type ? Type : { readonly [Key in keyof Type]: Frozen<Type[Key]> };

/** The type of the values that a schema accepts. */
export type Of<Schema extends v.GenericSchema> = Frozen<v.InferOutput<Schema>>;

/** The value as the schema outputs it; null when any part of it is refused. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, value: unknown): Of<Schema> | null {
	const { success, output } = v.safeParse(schema, value, { abortEarly: true });
	return success ? (output as Of<Schema>) : null;
}

/** The unchecked value of a JSON text; undefined for any other text: cut off, or nested too deep. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** More levels than anything that we write has. A message with many more cannot be sent, and one with a few more is nothing of ours. */
const MAX_LEVELS = 50;

/** Whether a value is nested no deeper than anything that we write. */
export function isShallow(value: unknown, levelsLeft = MAX_LEVELS): boolean {
	if (typeof value !== 'object' || value === null) return true;
	return levelsLeft > 0 && Object.values(value).every((each) => isShallow(each, levelsLeft - 1));
}

/** A parser of one schema that returns `otherwise` for what it refuses. */
export const parserOf =
	<Schema extends v.GenericSchema, Otherwise>(schema: Schema, otherwise: Otherwise) =>
	(value: unknown): Of<Schema> | Otherwise =>
		parse(schema, value) ?? otherwise;

/** A text that matches. */
const matching = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));

/** Host of a page as a browser writes it in an address, `[::1]` too. Not every such host can be followed. */
export const HostSchema = matching(/^(?:[a-z0-9._~!$&'()*+,;=`{}"%-]{1,254}|\[[0-9a-f:.]{2,45}\])$/);
/** Id from the catalogue of `utils/core/platforms`, or 'site' for a followed site of no known platform. */
export const PlatformIdSchema = matching(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** Random id of a visit or of a page of ours, as stored. */
export const IdSchema = matching(/^[\w-]{1,64}$/);
/** Local day that exists, `YYYY-MM-DD`. */
export const DaySchema = v.pipe(
	matching(/^\d{4}-\d{2}-\d{2}$/),
	v.check((day) => isDay(day)),
);
/** ISO 8601 week that exists, `2026-W48`. */
export const WeekSchema = v.pipe(
	matching(/^\d{4}-W\d{2}$/),
	v.check((week) => isWeek(week)),
);
/** ISO 3166-1 alpha-2. */
export const CountrySchema = matching(/^[A-Z]{2}$/);
/** Random code of an install, and of a course within it. */
export const SourceCodeSchema = matching(/^[0-9a-z]{12}$/);
export const CourseCodeSchema = matching(/^[0-9a-z]{10}$/);

/** A text for display of at most so many characters, without control characters. */
export const labelSchema = (maxLength: number) =>
	v.pipe(v.string(), v.regex(new RegExp(`^[^\\p{Cc}]{0,${maxLength}}$`, 'u')));

/** Rounding error that subtracting binary fractions leaves. */
const DUST = 1e-6;

/** A whole number from 0 to the largest that is stored. */
export const isWhole = (value: unknown) =>
	Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_STORED;

/** Milliseconds since 1970. */
export const MomentSchema = v.custom<number>(isWhole);
/** Whole amount of anything that a frame counts. One check, not a pipe of four: a report holds thousands. */
export const AmountSchema = v.custom<number>((value) => isWhole(value) && (value as number) <= MAX_AMOUNT);
/** Amount in a stored record or an exported file. */
export const StoredAmountSchema = v.pipe(v.number(), v.minValue(-DUST), v.maxValue(MAX_STORED));
/** 0 to 1. */
export const ShareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A field that a sender may leave out or fill with anything: only `true` counts. */
export const FlagSchema = v.fallback(v.boolean(), false);

/** Names that every object inherits would reach its prototype as the key of a plain object. */
const isInherited = (name: string) => name in Object.prototype;

/** A text that matches, in one check. */
export const word = (pattern: RegExp) => v.custom<string>((value) => typeof value === 'string' && pattern.test(value));

/** A random id or a hash that becomes the key of a plain object. */
const objectKey = (pattern: RegExp) =>
	v.custom<string>((value) => typeof value === 'string' && pattern.test(value) && !isInherited(value));

/** Random id of a document or a visit, as a frame sends it. */
export const FrameIdSchema = objectKey(/^[\w-]{8,64}$/);
/** Key of an address, see `addressKey`. */
export const AddressKeySchema = objectKey(/^[0-9a-z]{1,16}$/);

/** Whether a value is an object with fields: no list, text or bytes, whose every index would be a field (Firefox lets them through a message). */
export const isPlain = (value: unknown) => Object.prototype.toString.call(value) === '[object Object]';

/** An object and no list, text or bytes, which valibot takes for an object too. */
export const PlainSchema = v.custom<object>(isPlain);

/** Fields of an object, each of which may be absent. */
export const optionalEntries = <Name extends string, Member extends v.GenericSchema>(
	names: readonly Name[],
	member: Member,
) => v.entriesFromList(names, v.exactOptional(member));

/** A list of at most so many items; a longer one is refused unread. */
export const listOf = <Item extends v.GenericSchema>(item: Item, maxLength: number) =>
	v.pipe(
		v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= maxLength),
		v.array(item),
	);

/** Amounts by name. Inherited names are refused first: valibot's record skips some of them silently. */
export const amountsBy = (
	name: v.GenericSchema<string>,
	amount: v.GenericSchema<number>,
	maxCount = Number.POSITIVE_INFINITY,
): v.GenericSchema<unknown, Readonly<Record<string, number>>> =>
	v.pipe(
		PlainSchema,
		v.check((value) => Object.keys(value).length <= maxCount && !Object.keys(value).some(isInherited)),
		v.record(name, amount),
	);
