import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import { createFormat, type Format } from '@/utils/units/format';

/**
 * The language tag for figures and for `<html lang>`: that of the catalogue in use, with the browser's region when it
 * speaks the same language (en-GB writes 29 November). A browser in German reads the French catalogue, so it counts in French.
 */
export function languageTag(browserTag: string): string {
	const language = i18n.t('language');
	return browserTag.split('-')[0] === language ? browserTag : language;
}

const FormatContext = createContext<Format>(createFormat('fr'));

/** Hands the writer of figures to all components below. */
export const FormatProvider = FormatContext.Provider;

/** The writer of figures in the reader's language. */
export function useFormat(): Format {
	return useContext(FormatContext);
}
