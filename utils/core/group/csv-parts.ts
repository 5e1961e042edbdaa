/** What begins an export: a byte order mark or a line’s start, a line that names the separator or none, and the first columns of a header. */
const EXPORT_START = new RegExp(
	[
		// At the start of a line, whatever quotes a spreadsheet has put around its first cells.
		'(?<=[\\r\\n])(?:\\uFEFF?"?sep=[^\\r\\n]{1,20}[\\r\\n]{1,2})?[\\uFEFF"]{0,4}(?:source"{0,2}[;,\\t]|day"{0,2}[;,\\t]"{0,2}host"{0,2}[;,\\t])',
		// After a last line without an end.
		'\\uFEFF"?sep=[^\\r\\n]{1,20}[\\r\\n]{1,2}"{0,3}source"{0,2}[;,\\t]',
		'\\uFEFF?(?:source([;,\\t])(?:exported_on\\1)?day\\1|day([;,\\t])host\\2)',
	].join('|'),
	'g',
);

/** A text without a row: what may precede a header. */
const BLANK = /^[\uFEFF\s"]*(?:"?sep=[^\r\n]{1,20}\s*)?$/;

/** One of the exports in a text, and where it ends. */
interface Part {
	readonly text: string;
	readonly end: number;
}

/**
 * The exports in a text, in their order: the text itself, or each of those that were joined by hand (`cat *.csv`), which may differ in
 * separators and columns. What precedes the first header is a part of its own. Takes time in proportion to the text.
 */
export function* csvParts(text: string): Generator<Part> {
	let start = 0;
	for (const { index } of text.matchAll(EXPORT_START)) {
		if (index === start || (start === 0 && index < 100 && BLANK.test(text.slice(0, index)))) continue;
		yield { text: text.slice(start, index), end: index };
		start = index;
	}
	yield { text: text.slice(start), end: text.length };
}

/** Names one of the exports in a file, in its order: `all.csv (3)`. */
export function partName(name: string, index: number): string {
	return `${name} (${index + 1})`;
}
