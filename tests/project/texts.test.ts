import { join } from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeAll, describe, expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '..', '..', 'utils', 'i18n');

/** Each text by its key; a plural has one text for each count. */
type Texts = Map<string, Record<string, string>>;

let french: Texts;
let english: Texts;

beforeAll(async () => {
	french = textsByKey(await parseMessagesFile(join(FOLDER, 'fr.yml')));
	english = textsByKey(await parseMessagesFile(join(FOLDER, 'en.yml')));
});

function textsByKey(messages: readonly ParsedMessage[]): Texts {
	return new Map(
		messages.map((message) => {
			const key = message.key.join('.');
			if (message.type === 'plural') return [key, message.plurals];
			return [key, { text: message.message }];
		}),
	);
}

function slotsOf(forms: Record<string, string>): string[] {
	return [...new Set(Object.values(forms).join(' ').match(/\$\d/g))].sort();
}

/** The French texts that match, with their keys. */
function frenchTextsLike(pattern: RegExp): string[] {
	return [...french].flatMap(([key, forms]) =>
		Object.values(forms)
			.filter((text) => pattern.test(text))
			.map((text) => `${key}: ${text}`),
	);
}

test('both languages have the same keys', () => {
	expect(french.size).toBeGreaterThan(0);
	expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
});

test('a text takes the same values in both languages', () => {
	const slots = (texts: Texts) => Object.fromEntries([...texts].map(([key, forms]) => [key, slotsOf(forms)]));
	expect(slots(french)).toEqual(slots(english));
});

test('every plural has a form for zero', () => {
	const withoutZero = (texts: Texts) =>
		[...texts].filter(([, forms]) => !('text' in forms) && !('0' in forms)).map(([key]) => key);
	expect([...withoutZero(french), ...withoutZero(english)]).toEqual([]);
});

describe('French is set as French', () => {
	test('apostrophes are typographic', () => {
		expect(frenchTextsLike(/'/)).toEqual([]);
	});

	test('no line breaks before a double sign', () => {
		expect(frenchTextsLike(/ [:;!?»]|« /)).toEqual([]);
	});

	test('double signs have a space before them', () => {
		expect(frenchTextsLike(/[\p{L}\d)][;!?»](?!\S)|\p{L}:(?=\s)|«[^\u00a0\u202f]/u)).toEqual([]);
	});
});
