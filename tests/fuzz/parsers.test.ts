import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { FUZZ, textsNear, valuesNear } from './inputs';
import { STABLE_PARSERS, TEXT_PARSERS, VALUE_PARSERS } from './parsers';

const CORE = join(import.meta.dirname, '..', '..', 'utils', 'core');
/** A long form takes minutes. */
const TIMEOUT_MS = 600_000;

const inherited = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
	expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(inherited);
});

/** Readers that get no text or value from outside, and why. */
const OTHERS: Readonly<Record<string, string>> = {
	readContext: 'reads a page through its view: tests/core/platforms',
};

it('every parser of the core is in one of the lists', () => {
	const names = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.flatMap((path) => [
			...readFileSync(join(CORE, path), 'utf8').matchAll(/^export (?:const|function) ((?:parse|read)[A-Z]\w*)/gm),
		])
		.map(([, name = '']) => name);
	const listed = [STABLE_PARSERS, VALUE_PARSERS, TEXT_PARSERS, OTHERS].flatMap(Object.keys);
	expect(names.filter((name) => !listed.includes(name))).toEqual([]);
	expect(listed.filter((name) => !names.includes(name))).toEqual([]);
});

describe('a parser of values', () => {
	it.each(Object.entries(STABLE_PARSERS))(
		'%s never throws, and accepts what it returns',
		(_, { parse, samples }) => {
			for (const sample of samples) expect(parse(sample)).not.toBeNull();
			fc.assert(
				fc.property(valuesNear(samples), (value) => {
					const parsed = parse(value);
					if (parsed !== null) expect(isDeepStrictEqual(parse(parsed), parsed)).toBe(true);
				}),
				FUZZ,
			);
		},
		TIMEOUT_MS,
	);

	it.each(Object.entries(VALUE_PARSERS))(
		'%s never throws',
		(_, { parse, samples }) => {
			for (const sample of samples) expect(parse(sample)).not.toBeNull();
			fc.assert(
				fc.property(valuesNear(samples), (value) => {
					parse(value);
				}),
				FUZZ,
			);
		},
		TIMEOUT_MS,
	);
});

describe('a parser of texts', () => {
	it.each(Object.entries(TEXT_PARSERS))(
		'%s never throws',
		(_, { parse, samples }) => {
			for (const sample of samples) expect(parse(sample)).not.toBeNull();
			fc.assert(
				fc.property(textsNear(samples), (text) => {
					parse(text);
				}),
				FUZZ,
			);
		},
		TIMEOUT_MS,
	);
});
