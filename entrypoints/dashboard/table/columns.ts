import type { ComponentChildren } from 'preact';
import type { OrderKey } from './table-order';

/** One column of a table. */
export interface Column<Row> {
	readonly label: string;
	readonly render: (row: Row) => ComponentChildren;
	/** What rows are sorted by; absent if the column cannot be sorted. */
	readonly keyOf?: (row: Row) => OrderKey;
	/** Tooltip of a cell. */
	readonly titleOf?: (row: Row) => string;
}

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
