import { i18n } from '#i18n';
import { browser } from '@/utils/browser/browser';
import type { Language } from '@/utils/core/units/language';
import { createSpeaker } from './speaker';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** Loads the catalogue of a language as a module: scripts/setup/texts.ts. */
declare const LOAD_TEXTS: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>>;

/**
 * Applies the language that the user chose (null for the browser's) to this page, `<html lang>` included. Resolves to its
 * tag, BCP 47. Called before anything is rendered.
 */
export async function applyLanguage(chosen: Language | null): Promise<string> {
	await speak(chosen);
	const tag = languageTag(browser.i18n.getUILanguage());
	document.documentElement.lang = tag;
	return tag;
}

/**
 * The tag of the catalogue in use, with the browser's region when the language is the same (en-GB writes 29 November). A
 * browser in German reads the French catalogue, so numbers and dates are French too.
 */
function languageTag(browserTag: string): string {
	const language = i18n.t('language');
	return browserTag.split('-')[0] === language ? browserTag : language;
}

/**
 * Makes `i18n.t` use the language that the user chose: browsers give an extension the texts of their own language only. Loads
 * nothing where both are the same.
 */
async function speak(language: Language | null): Promise<void> {
	if (language === null || language === i18n.t('language')) return;
	try {
		const { default: catalogue } = await LOAD_TEXTS[language]();
		Object.assign(i18n, { t: createSpeaker((key) => catalogue[key]?.message) });
	} catch {
		// The development server has no such file: the browser's language stays.
	}
}
