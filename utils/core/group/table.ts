const MAX_CELLS_A_ROW = 300;
/** Quotes within quotes: no program that saves a file again adds more. */
const MAX_DEPTH = 2;

const SEPARATORS = [';', '\t', ','] as const;
/** Stands in no text file. */
const NO_SEPARATOR = '\0';

/** What may precede the header: a byte order mark, and a line that names the separator. */
const START = /^\uFEFF?(?:"?sep=([;,\t|])"?[;,\t]*(?:\r\n|\r|\n))?/i;

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/** A row of a table, its cells without the white space around them. */
export type TableRow = readonly string[];

/** A table of texts, as a CSV holds it. */
export interface Table {
	/** What stands between cells. */
	readonly separator: string;
	/**
	 * Reads the rows that have a cell with a text, the header first, one at a time: a group's table would not fit in memory as cells. A row with
	 * more cells than a table of ours has is null. Each call begins anew.
	 */
	rows(): Generator<TableRow | null>;
	/** How much of the text the latest call of `rows` has read, 0 to 1. */
	readShare(): number;
}

/**
 * The table in a CSV as any spreadsheet saves it: with or without a byte order mark, a first line `sep=;`, quotes around each cell or around
 * each line, and CR, LF or both at the ends of lines. Takes time in proportion to the text.
 */
export function readTable(text: string, depth = 0): Table {
	const [start = '', named] = START.exec(text) ?? [];
	const rest = text.slice(start.length);
	const firstLine = /^[\r\n]*([^\r\n]*)/.exec(rest)?.[1] ?? '';
	const separator =
		named ?? SEPARATORS.find((each) => firstLine.replace(/"[^"]*"/g, '').includes(each)) ?? NO_SEPARATOR;
	const table = tableOf(rest, separator);
	const within = table.rows().next().value?.[0] ?? '';
	const isTableInQuotes = depth < MAX_DEPTH && SEPARATORS.some((each) => within.includes(each));
	const lines = isTableInQuotes ? onlyCells(table.rows()) : null;
	return lines ? readTable(lines.join('\n'), depth + 1) : table;
}

/**
 * The cells of a table with one column, null for any other. Opened with another separator, a whole line becomes one cell, and is saved
 * in quotes.
 */
function onlyCells(rows: Iterable<TableRow | null>): readonly string[] | null {
	const cells: string[] = [];
	for (const row of rows) {
		const [first = '', ...others] = row ?? [];
		if (!row || others.some((cell) => cell !== '')) return null;
		cells.push(first);
	}
	return cells;
}

function tableOf(text: string, separator: string): Table {
	const mark = separator.charCodeAt(0);
	let at = 0;
	function* rows(): Generator<TableRow | null> {
		at = 0;
		while (at < text.length) {
			const row: string[] = [];
			let isTooLong = false;
			for (let isOpen = true; isOpen && at < text.length; ) {
				const { value, end } = text.charCodeAt(at) === QUOTE ? quotedCell(text, at) : { value: '', end: at };
				const stop = cellEnd(text, end, mark);
				if (row.length < MAX_CELLS_A_ROW) row.push((value + text.slice(end, stop)).trim());
				else isTooLong = true;
				isOpen = text.charCodeAt(stop) === mark;
				at = stop + (text.charCodeAt(stop) === CR && text.charCodeAt(stop + 1) === LF ? 2 : 1);
			}
			if (isTooLong) yield null;
			else if (row.some((cell) => cell !== '')) yield row;
		}
	}
	return { separator, rows, readShare: () => Math.min(1, at / text.length) };
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

function cellEnd(text: string, start: number, mark: number): number {
	for (let end = start; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (code === mark || code === LF || code === CR) return end;
	}
	return text.length;
}
