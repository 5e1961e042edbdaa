/* Course pages bundle this file: it may not import valibot (`tests/project/injected.test.ts`). */

/** Longest name of a course that a page may show, in UTF-16 units. */
export const MAX_OBSERVED_LABEL_LENGTH = 120;
/** Longest name that a record or a file may hold, in characters. */
export const MAX_STORED_LABEL_LENGTH = 300;
/** What is read of a text that a page shows; the rest would only cost time. */
const MAX_READ_LENGTH = 1_000;

/** C0 and C1 control characters (a page in a wrong encoding has them), invisible marks of direction and of width, line separators. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What separates the parts of a name: `Prévention – Camille Martin`, `Prévention | Camille Martin`. */
const PART_END = /\s+[-–—/·•:>]+\s+|\s*[|›»]\s*/;
/** The part of a mail address before its `@`. */
const MAIL_NAMES = /[^\s@<>()[\]]+(?=@[^\s@])/gu;
/** A mail address, or the mention of an account. */
const ADDRESS = /[^\s@]@[^\s@]|@[\p{L}\p{N}_]/u;
/** What stands for the `@` of an address: a wide or escaped one, one in words, and one with space before a domain. */
const OTHER_AT = /[＠﹫]|%40|\s?[([{]\s?(?:at|arobase)\s?[)\]}]\s?|\s?@\s?(?=[\p{L}\p{N}-]+\.\p{L}{2})/giu;
/** Shorter words are in many addresses by chance. */
const MIN_WORD_LENGTH = 3;

/** A text as it may be stored: well-formed, printable, its white space single. */
export function printable(text: string): string {
	return text.toWellFormed().replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * The name of a course in a text that a page shows, at most `maxLength` long, without what names a person. A part of the text goes as
 * a whole when it has a mail address, a mention (`@camille`), a word of such an address or all words of one of the account's own
 * names, because the rest of a person's name stands beside them. Null when nothing is left.
 */
export function courseLabelOf(
	text: string,
	accountNames: readonly string[] = [],
	maxLength = MAX_OBSERVED_LABEL_LENGTH,
): string | null {
	const read = printable(text.slice(0, MAX_READ_LENGTH));
	const readings = (part: string) => [part, part.replace(OTHER_AT, '@')];
	const mailNames = readings(read).flatMap((each) => each.match(MAIL_NAMES)?.map(folded) ?? []);
	const names = accountNames.map(wordsOf).filter((words) => words.join('').length >= MIN_WORD_LENGTH);
	const isPersonal = (part: string) => {
		if (readings(part).some((each) => ADDRESS.test(each))) return true;
		const words = wordsOf(part);
		const isOfMail = (word: string) => word.length >= MIN_WORD_LENGTH && mailNames.some((name) => name.includes(word));
		return words.some(isOfMail) || names.some((name) => name.every((word) => words.includes(word)));
	};
	if (!isPersonal(read)) return shortened(read, maxLength) || null;
	const others = read.split(PART_END).filter((part) => part !== '' && !isPersonal(part));
	return shortened(others.join(' – '), maxLength) || null;
}

/** A text of at most so many UTF-16 units; where it is cut, an ellipsis follows a whole character. */
function shortened(text: string, maxLength: number): string {
	if (text.length <= maxLength) return text;
	const start = text.slice(0, maxLength - 1).toWellFormed();
	return `${start.replace(/[\s@\uFFFD]+$/, '')}…`;
}

/** A text in lower case without accents. */
function folded(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): readonly string[] {
	return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
