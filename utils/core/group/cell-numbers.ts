/** White space and apostrophes that group digits. */
const GROUPING = /[\s\u00A0\u202F'’]/g;
const NUMBER = /^\d{1,16}(?:[.,]\d{1,15})?(?:e[+-]?\d{1,2})?$/i;

/** The decimal mark of a table's numbers; null where some have a comma and some a dot, one of which groups digits. */
export function decimalMark(cells: readonly string[]): '.' | ',' | null {
	const hasComma = cells.some((cell) => cell.includes(','));
	const hasDot = cells.some((cell) => cell.includes('.'));
	if (hasComma && hasDot) return null;
	return hasComma ? ',' : '.';
}

/** The number in a cell; null for an empty one, NaN for anything else. */
export function numberOfCell(cell: string, mark: '.' | ','): number | null {
	const text = cell.replace(GROUPING, '');
	if (text === '') return null;
	return NUMBER.test(text) ? Number(text.replace(mark, '.')) : Number.NaN;
}
