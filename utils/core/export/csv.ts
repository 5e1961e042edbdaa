/** Separator and decimal mark of a CSV file. */
export interface CsvDialect {
	readonly separator: ',' | ';';
	readonly decimalMark: '.' | ',';
}

/** For a spreadsheet in French (and most of continental Europe), where the comma is the decimal mark. */
export const FRENCH: CsvDialect = { separator: ';', decimalMark: ',' };

/** RFC 4180: for programs, and for spreadsheets in English. */
export const SOFTWARE: CsvDialect = { separator: ',', decimalMark: '.' };

/** A text, a number with its maximum of decimals, or an empty cell for what is unknown. */
export type Cell = string | { readonly value: number; readonly decimals: number } | null;

/** Without it, Excel and LibreOffice read a file in the machine's legacy 8-bit encoding. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * Where a spreadsheet would run a text as a formula: at its start (after spaces), and after anything that ends a cell in
 * a program set to another separator. Excel reads full-width signs the same way in East Asian settings.
 * Source: OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA_START = /^(?=\s*[=+\-@＝＋－＠]|[\t\r\n])|(?<=[,;\t\r\n"])(?=[=+\-@＝＋－＠])/g;
/** An apostrophe makes it text: some spreadsheets hide it, some show it, none runs the cell. */
const GUARD = "'";

/** RFC 4180, section 2.6; both separators, so that either program keeps the cell whole. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

function writeText(text: string): string {
	const guarded = text.replace(FORMULA_START, GUARD);
	return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Plain decimals: no exponent, no grouping, no trailing zeros, no minus before zero. */
function writeNumber(value: number, decimals: number, dialect: CsvDialect): string {
	const digits = value.toFixed(decimals);
	const trimmed = decimals > 0 ? digits.replace(/\.?0+$/, '') : digits;
	const text = (trimmed === '-0' ? '0' : trimmed).replace('.', dialect.decimalMark);
	return text.includes(dialect.separator) ? `"${text}"` : text;
}

function writeCell(cell: Cell, dialect: CsvDialect): string {
	if (cell === null) return '';
	return typeof cell === 'string' ? writeText(cell) : writeNumber(cell.value, cell.decimals, dialect);
}

/** One line per row. */
export function csvLines(rows: readonly (readonly Cell[])[], dialect: CsvDialect): string {
	return rows.map((row) => row.map((cell) => writeCell(cell, dialect)).join(dialect.separator) + LINE_END).join('');
}

/** A whole CSV file: byte order mark, then one line per row, the header first. */
export function writeCsv(rows: readonly (readonly Cell[])[], dialect: CsvDialect): string {
	return BYTE_ORDER_MARK + csvLines(rows, dialect);
}
