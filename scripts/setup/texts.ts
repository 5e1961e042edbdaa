import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Plugin } from 'vitest/config';

const FOLDER = join(import.meta.dirname, '..', '..', 'utils', 'i18n');
const CATALOGUE_NAME = /\bTEXTS_(FR|EN)\b/g;
const CARD_KEY = /^sober_card_/;

/** The texts of a language by key, as `_locales` has them: with `_` for `.`. */
export async function readTexts(language: string): Promise<Record<string, string>> {
	const messages = generateChromeMessages(await parseMessagesFile(join(FOLDER, `${language}.yml`)));
	return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

/**
 * The few texts of the card that replaces an embedded player, by language and key. The build puts them into `sober.js`: in a course
 * page `i18n.getMessage` gives only the browser's language, and a script there cannot load a catalogue.
 */
export async function cardTexts(): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
	const entries = ['fr', 'en'].map(async (language) => {
		const texts = Object.entries(await readTexts(language)).filter(([key]) => CARD_KEY.test(key));
		return [language, Object.fromEntries(texts)] as const;
	});
	return Object.fromEntries(await Promise.all(entries));
}

/**
 * Replaces `TEXTS_EN` by an import of the catalogue that the build writes into `_locales`. In the source an `import()` of that address
 * would not do: Vite resolves a literal address while it builds, when there is no such file, and web-ext lint warns of a computed one.
 */
export function texts(): Plugin {
	return {
		name: 'sobrio:texts',
		apply: 'build',
		renderChunk(code) {
			const replaced = code.replace(
				CATALOGUE_NAME,
				(_, tag: string) => `import("/_locales/${tag.toLowerCase()}/messages.json",{with:{type:"json"}})`,
			);
			return replaced === code ? null : { code: replaced, map: null };
		},
	};
}
