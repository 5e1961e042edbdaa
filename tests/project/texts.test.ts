import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '@/utils/core/units/language';

const FOLDER = join(import.meta.dirname, '..', '..', 'utils', 'i18n');

/** Each text by its key; a plural has one text for each count. */
type Texts = Map<string, Record<string, string>>;

const catalogues = new Map<Language, Texts>();
let french: Texts;

beforeAll(async () => {
	for (const language of LANGUAGES) {
		catalogues.set(language, textsByKey(await parseMessagesFile(join(FOLDER, `${language}.yml`))));
	}
	french = catalogues.get('fr') ?? new Map();
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

test('every catalogue belongs to a language, and every language has one', () => {
	const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yml'));
	expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.yml`).sort());
});

describe.each(LANGUAGES)('the texts of %s', (language) => {
	const texts = () => catalogues.get(language) ?? new Map();

	test('have the same keys as the French ones', () => {
		expect(french.size).toBeGreaterThan(0);
		expect([...texts().keys()].sort()).toEqual([...french.keys()].sort());
	});

	test('take the same values as the French ones', () => {
		const slots = (of: Texts) => Object.fromEntries([...of].map(([key, forms]) => [key, slotsOf(forms)]));
		expect(slots(texts())).toEqual(slots(french));
	});

	test('quote in the help only what Sobrio shows elsewhere', () => {
		const every = [...texts()].map(([key, forms]): [string, string[]] => [key, Object.values(forms)]);
		const shown = new Set(every.flatMap(([, forms]) => forms));
		const help = every.filter(([key]) => key.startsWith('help.')).flatMap(([, forms]) => forms);
		const quoted = help.flatMap(
			(text) => text.match(/(?<=«[\u00a0\u202f])[^»]*(?=[\u00a0\u202f]»)|(?<=“)[^”]*(?=”)/g) ?? [],
		);
		expect(quoted.length).toBeGreaterThan(8);
		// A figure stands for any of its kind.
		expect(quoted.filter((text) => !shown.has(text) && !/\$|%/.test(text))).toEqual([]);
	});

	test('let no unit part from its number', () => {
		const unit = /[$\d]\d* (?:km|m|l|s|min|h|[kMGT][Bo]|k?g|px|€|k?Wh|W|mL|%|CO₂e|[kM]bit)(?![\p{L}\d])|g CO₂e/u;
		const parted = [...texts()].filter(([, forms]) => Object.values<string>(forms).some((text) => unit.test(text)));
		expect(parted.map(([key]) => key)).toEqual([]);
	});

	test('have a form for zero in every plural', () => {
		const plurals = [...texts()].filter(([, forms]) => !('text' in forms));
		expect(plurals.filter(([, forms]) => !('0' in forms)).map(([key]) => key)).toEqual([]);
	});
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
