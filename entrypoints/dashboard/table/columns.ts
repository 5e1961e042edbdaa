import type { Column } from './DataTable';

/** A column of words. */
export function textColumn<Row>(label: string, textOf: (row: Row) => string): Column<Row> {
	return { label, keyOf: textOf, render: textOf };
}

/** A column of numbers, written by `write`. */
export function numberColumn<Row>(
	label: string,
	numberOf: (row: Row) => number,
	write: (value: number) => string,
): Column<Row> {
	return { label, keyOf: numberOf, render: (row) => write(numberOf(row)) };
}
