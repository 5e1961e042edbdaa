import { createFormat, type Format } from '@/utils/core/units/format';

/** A page keeps one language for as long as it is open, so a variable is enough: a context with hooks would add 3 kB. */
let current: Format | null = null;

/** Sets how this page writes numbers, dates and units, by its language tag (BCP 47). Called before anything is rendered. */
export function setPageFormat(locale: string): void {
	current = createFormat(locale);
}

/** How this page writes numbers, dates and units; French until it is set. */
export function pageFormat(): Format {
	current ??= createFormat('fr');
	return current;
}
