import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Plugin } from 'vitest/config';

const FOLDER = join(import.meta.dirname, '..', '..', 'utils', 'i18n');
const ASKED = /\bTEXTS_(FR|EN)\b/g;
const CARD = /\bCARD_TEXTS\b/g;
const CARD_KEYS = /^sober_card_/;

/** The texts of a language by their keys, as the browser has them in `_locales`. */
export async function readTexts(language: string): Promise<Record<string, string>> {
	const messages = generateChromeMessages(await parseMessagesFile(join(FOLDER, `${language}.yml`)));
	return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

/** The few texts of the card that stands in a page, for both languages: a script there can load nothing. */
async function cardTexts(): Promise<string> {
	const entries = await Promise.all(
		['fr', 'en'].map(async (language) => {
			const mine = Object.entries(await readTexts(language)).filter(([key]) => CARD_KEYS.test(key));
			return [language, Object.fromEntries(mine)];
		}),
	);
	return JSON.stringify(Object.fromEntries(entries));
}

/**
 * Turns `CARD_TEXTS` into those texts, and `TEXTS_EN` into an import of the catalogue that the browser has of that language. An
 * `import()` in the source would do, but Vite wraps it in a loader of style sheets: 1.6 kB in the popup.
 */
export function texts(): Plugin {
	return {
		name: 'sobrio:texts',
		apply: 'build',
		async renderChunk(code) {
			const asked = code.replace(
				ASKED,
				(_, tag: string) => `import("/_locales/${tag.toLowerCase()}/messages.json",{with:{type:"json"}})`,
			);
			if (code.search(CARD) < 0) return asked === code ? null : { code: asked, map: null };
			const card = await cardTexts();
			return { code: asked.replace(CARD, () => card), map: null };
		},
	};
}
