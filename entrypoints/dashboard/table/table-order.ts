/** What a row is put in order by: a figure, or words by the reader's alphabet. */
export type OrderKey = number | string;

/** Whether the least or the most comes first, as `aria-sort` says it. */
export type Direction = 'ascending' | 'descending';

/** Rows by one of their columns; equal ones stay as they were. */
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

/** Words without case and accents, which nobody types alike. */
function plainText(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The rows whose words have each word of a query in them. */
export function searchRows<Row>(rows: readonly Row[], wordsOf: (row: Row) => string, query: string): readonly Row[] {
	const wanted = plainText(query).split(/\s+/).filter(Boolean);
	return rows.filter((row) => {
		const words = plainText(wordsOf(row));
		return wanted.every((word) => words.includes(word));
	});
}
