import { i18n } from '#i18n';
import type { Language } from '@/utils/core/units/language';
import { createSpeaker } from './speaker';

/** The catalogue of a language as a module, loaded once it is read: scripts/setup/texts.ts. */
declare const TEXTS_FR: Promise<{ readonly default: Readonly<Record<string, { readonly message: string }>> }>;
declare const TEXTS_EN: typeof TEXTS_FR;

/**
 * Makes `i18n.t` use the language that the user chose: browsers give an extension the texts of their own language only. Loads
 * nothing where both are the same. Call it before anything is rendered.
 */
export async function speak(language: Language | null): Promise<void> {
	if (language === null || language === i18n.t('language')) return;
	try {
		const { default: catalogue } = await (language === 'fr' ? TEXTS_FR : TEXTS_EN);
		Object.assign(i18n, { t: createSpeaker((key) => catalogue[key]?.message) });
	} catch {
		// The development server has no such file: the browser's language stays.
	}
}
