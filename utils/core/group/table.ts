/** Far above any group's file: what has more is none. */
const MAX_ROWS = 500_000;
const MAX_CELLS_A_ROW = 300;
/** Quotes within quotes: no program that saves a file again adds more. */
const MAX_DEPTH = 2;

const SEPARATORS = [';', '\t', ','] as const;
/** Stands in no text file. */
const NO_SEPARATOR = '\0';

/** What may precede the header: a byte order mark, and a line that names the separator. */
const START = /^\uFEFF?(?:"?sep=([;,\t|])"?[;,\t]*(?:\r\n|\r|\n))?/i;

/** A table of texts, as a CSV holds it. */
export interface Table {
	/** What stands between cells. */
	readonly separator: string;
	/** Rows that have a cell with a text, the header first; cells without the white space around them. */
	readonly rows: readonly (readonly string[])[];
}

/**
 * The table in a CSV as any spreadsheet saves it: with or without a byte order mark, a first line `sep=;`, quotes around each cell or around
 * each line, and CR, LF or both at the ends of lines. Null for more cells than a table of ours has. Takes time in proportion to the text.
 */
export function readTable(text: string, depth = 0): Table | null {
	const [start = '', named] = START.exec(text) ?? [];
	const rest = text.slice(start.length);
	const firstLine = /^[\r\n]*([^\r\n]*)/.exec(rest)?.[1] ?? '';
	const separator =
		named ?? SEPARATORS.find((each) => firstLine.replace(/"[^"]*"/g, '').includes(each)) ?? NO_SEPARATOR;
	const rows = readRows(rest, separator);
	if (rows === null) return null;
	// Opened with another separator, a whole line becomes one cell, and is saved in quotes.
	const isOneCell = rows.every(([, ...others]) => others.every((cell) => cell === ''));
	const within = rows[0]?.[0] ?? '';
	if (!isOneCell || depth === MAX_DEPTH || !SEPARATORS.some((each) => within.includes(each)))
		return { separator, rows };
	return readTable(rows.map(([cell]) => cell).join('\n'), depth + 1);
}

function readRows(text: string, separator: string): string[][] | null {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	const endRow = () => {
		if (row.some((cell) => cell !== '')) rows.push(row);
		row = [];
	};
	while (at < text.length) {
		const { value, end } = text[at] === '"' ? quotedCell(text, at) : { value: '', end: at };
		const stop = cellEnd(text, end, separator);
		row.push((value + text.slice(end, stop)).trim());
		const mark = text[stop];
		at = stop + (mark === '\r' && text[stop + 1] === '\n' ? 2 : 1);
		if (mark !== separator) endRow();
		if (rows.length > MAX_ROWS || row.length > MAX_CELLS_A_ROW) return null;
	}
	endRow();
	return rows;
}

/** The content of a cell in quotes, and where its closing quote ends; up to the end of the text where it has none. */
function quotedCell(text: string, start: number): { readonly value: string; readonly end: number } {
	const pieces: string[] = [];
	for (let from = start + 1; ; ) {
		const quote = text.indexOf('"', from);
		if (quote < 0) return { value: pieces.join('') + text.slice(from), end: text.length };
		pieces.push(text.slice(from, quote));
		if (text[quote + 1] !== '"') return { value: pieces.join(''), end: quote + 1 };
		pieces.push('"');
		from = quote + 2;
	}
}

function cellEnd(text: string, start: number, separator: string): number {
	let end = start;
	while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
	return end;
}
