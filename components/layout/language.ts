import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { createFormat, type Format } from '@/utils/core/units/format';

/**
 * The language tag for figures and for `<html lang>`: that of the catalogue in use, with the browser's region when it
 * speaks the same language (en-GB writes 29 November). A browser in German reads the French catalogue, so it counts in French.
 */
export function languageTag(browserTag: string): string {
	const language = i18n.t('language');
	return browserTag.split('-')[0] === language ? browserTag : language;
}

/** One page speaks one language for as long as it is open, so this needs no context: hooks would cost the popup 3 kB. */
let pageFormat: Format | null = null;

/** Hands the writer of figures to all components below. */
export function FormatProvider({ value, children }: { readonly value: Format; readonly children: ComponentChildren }) {
	pageFormat = value;
	return children;
}

/** The writer of figures in the reader's language. */
export function useFormat(): Format {
	pageFormat ??= createFormat('fr');
	return pageFormat;
}
