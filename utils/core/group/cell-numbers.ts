/** White space and apostrophes that group digits. */
const GROUPING = /[\s\u00A0\u202F'’]/g;
const NUMBER = /^\d{1,16}(?:[.,]\d{1,15})?(?:e[+-]?\d{1,2})?$/i;

/** The decimal mark of a table's numbers, from the marks in its cells; null where there are both, one of which groups digits. */
export function decimalMark(marks: { readonly hasComma: boolean; readonly hasDot: boolean }): '.' | ',' | null {
	if (marks.hasComma && marks.hasDot) return null;
	return marks.hasComma ? ',' : '.';
}

/** The number in a cell; null for an empty one, NaN for anything else. */
export function numberOfCell(cell: string, mark: '.' | ','): number | null {
	if (cell === '') return null;
	// Most cells group no digits: a group's table has millions of them.
	const text = NUMBER.test(cell) ? cell : cell.replace(GROUPING, '');
	if (text === '') return null;
	return NUMBER.test(text) ? Number(mark === ',' ? text.replace(mark, '.') : text) : Number.NaN;
}
