/** What rows are sorted by: a figure, or words in the alphabet of the page's language. */
export type OrderKey = number | string;

/** The values of `aria-sort`. */
export type Direction = 'ascending' | 'descending';

/** Rows sorted by a key; equal ones keep their order. */
export function orderRows<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => OrderKey,
	direction: Direction,
	locale: string,
): readonly Row[] {
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const sign = direction === 'ascending' ? 1 : -1;
	return rows.toSorted((a, b) => {
		const [left, right] = [keyOf(a), keyOf(b)];
		const order = typeof left === 'number' ? left - Number(right) : compare(left, String(right));
		return sign * order;
	});
}

/** Text without case and accents. */
function plainText(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The rows whose text contains each word of a query. */
export function searchRows<Row>(rows: readonly Row[], wordsOf: (row: Row) => string, query: string): readonly Row[] {
	const queryWords = plainText(query).split(/\s+/).filter(Boolean);
	return rows.filter((row) => {
		const words = plainText(wordsOf(row));
		return queryWords.every((word) => words.includes(word));
	});
}
