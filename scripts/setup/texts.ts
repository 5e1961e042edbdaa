import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Plugin } from 'vitest/config';

const FOLDER = join(import.meta.dirname, '..', '..', 'utils', 'i18n');
const LOAD_TEXTS = /\bLOAD_TEXTS\b/g;
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
export async function cardTexts(
	languages: readonly string[],
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
	const entries = languages.map(async (language) => {
		const texts = Object.entries(await readTexts(language)).filter(([key]) => CARD_KEY.test(key));
		return [language, Object.fromEntries(texts)] as const;
	});
	return Object.fromEntries(await Promise.all(entries));
}

/**
 * Replaces `LOAD_TEXTS` by an import of each catalogue that the build writes into `_locales`. In the source an `import()` of that address
 * would not do: Vite resolves a literal address while it builds, when there is no such file, and web-ext lint warns of a computed one.
 */
export function texts(languages: readonly string[]): Plugin {
	return {
		name: 'sobrio:texts',
		apply: 'build',
		renderChunk(code) {
			const loads = languages.map(
				(language) => `${language}:()=>import("/_locales/${language}/messages.json",{with:{type:"json"}})`,
			);
			const replaced = code.replace(LOAD_TEXTS, `({${loads}})`);
			return replaced === code ? null : { code: replaced, map: null };
		},
	};
}
