import { createItem } from '@/utils/browser/storage-item';
import { LANGUAGES, type Language } from '@/utils/core/units/language';

const item = createItem('language', parseLanguage);

function parseLanguage(stored: unknown): Language | null {
	return LANGUAGES.find((known) => known === stored) ?? null;
}

/** The language that the user chose for Sobrio; null while it follows the browser. */
export function readLanguage(): Promise<Language | null> {
	return item.read();
}

/** Keeps the user's choice, for pages opened from now on; null goes back to the browser's language. */
export function saveLanguage(language: Language | null): Promise<void> {
	return language === null ? item.remove() : item.write(language);
}
