import { browser } from '@/utils/browser/browser';
import { createSpeaker, type Speaker } from './speaker';

/** The browser fills the places of a text and says nothing of plural forms: filled with themselves they stay open. */
const OPEN_PLACES = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

/** Stands for `createI18n` of `@wxt-dev/i18n` in the build: the speaker of the other catalogue does all that we use of it. */
export function createI18n(): { t: Speaker } {
	const { getMessage } = browser.i18n as unknown as { getMessage(key: string, places: readonly string[]): string };
	return { t: createSpeaker((key) => getMessage(key, OPEN_PLACES)) };
}
