import { createItem } from '@/utils/browser/storage-item';
import { parseLanguage } from '@/utils/core/schema/settings';
import type { Language } from '@/utils/core/units/language';

const item = createItem('language', parseLanguage);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptLanguage = item.accept;

/** The language that the user chose for Sobrio; null while it follows the browser. */
export const readLanguage = item.read;

/** Saves the user's choice, for pages opened from now on; null goes back to the browser's language. */
export function saveLanguage(language: Language | null): Promise<void> {
	return language === null ? item.remove() : item.write(language);
}
