/** No-break space: keeps a figure on one line. */
export const NBSP = '\u00A0';

/** A figure with its unit on one line: in English, `Intl` puts a space between them at which a line may break. */
export function unbroken(figure: string): string {
	return figure.replaceAll(' ', NBSP);
}

/** Words within figures that `Intl` does not have. */
export interface Wording {
	/** Between the bounds of a range of figures, spaces included. */
	readonly to: string;
	/** Between the first and the last day of a span; null where that of `Intl` is right. */
	readonly toDay: string | null;
	readonly lessThan: string;
	readonly upTo: string;
	readonly about: string;
	/** True where the first of a month is an ordinal (1er), which `Intl` writes as 1. */
	readonly hasOrdinalFirst: boolean;
	/** True where hours and minutes are written `3 h 20`, without a unit after the minutes. */
	readonly hasBareMinutes: boolean;
}

const FRENCH: Wording = {
	to: `${NBSP}à${NBSP}`,
	toDay: ' au ',
	lessThan: `moins de${NBSP}`,
	upTo: `jusqu’à${NBSP}`,
	about: `environ${NBSP}`,
	hasOrdinalFirst: true,
	hasBareMinutes: true,
};

const ENGLISH: Wording = {
	to: '–',
	toDay: null,
	lessThan: `less than${NBSP}`,
	upTo: `up to${NBSP}`,
	about: `about${NBSP}`,
	hasOrdinalFirst: false,
	hasBareMinutes: false,
};

/** A figure for a narrow place: it may break before the word between its bounds, or within the words before it, never before its unit. */
export function breakable(figure: string, { to, lessThan, upTo, about }: Wording): string {
	return [to, lessThan, upTo, about].reduce((text, word) => text.replace(word, word.replace(NBSP, ' ')), figure);
}

/** The words of a language; English for every language that is not French. */
export function wordingFor(locale: string): Wording {
	return /^fr\b/i.test(locale) ? FRENCH : ENGLISH;
}
