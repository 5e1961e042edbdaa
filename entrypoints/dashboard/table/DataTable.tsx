import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useFormat } from '@/components/layout/language';
import { SortHead } from './SortHead';
import { TableSearch } from './TableSearch';
import { type Direction, type OrderKey, orderRows, searchRows } from './table-order';

/** A table with more rows can be searched. */
const MOST_ROWS_AT_A_GLANCE = 8;

/** One column of a table. */
export interface Column<Row> {
	readonly label: string;
	readonly draw: (row: Row) => ComponentChildren;
	/** What rows are put in order by; absent where a column has no order. */
	readonly keyOf?: (row: Row) => OrderKey;
	/** What a pointer over the cell is told. */
	readonly titleOf?: (row: Row) => string;
}

export interface DataTableProps<Row> {
	/** Id of the heading that names the table. */
	readonly titleId: string;
	/** The first names its rows. */
	readonly columns: readonly Column<Row>[];
	/** In the order in which they are first shown. */
	readonly rows: readonly Row[];
	readonly idOf: (row: Row) => string;
	/** What a search looks through. */
	readonly wordsOf: (row: Row) => string;
	/** Label of the column that the rows come in the order of, the most first; absent for another order. */
	readonly orderedBy?: string;
	/** True where nothing can be clicked, as on paper. */
	readonly isStill?: boolean;
}

/** Rows that can be put in order by any of their figures, and searched where there are many. */
export function DataTable<Row>(props: DataTableProps<Row>) {
	const { titleId, columns, rows, idOf, wordsOf, orderedBy = '', isStill = false } = props;
	const { locale } = useFormat();
	const [query, setQuery] = useState('');
	const [order, setOrder] = useState<{ label: string; direction: Direction }>({
		label: orderedBy,
		direction: 'descending',
	});
	const keyOf = columns.find(({ label }) => label === order.label)?.keyOf;
	const found = searchRows(rows, wordsOf, query);
	const shown = keyOf ? orderRows(found, keyOf, order.direction, locale) : found;
	const hasSearch = !isStill && (rows.length > MOST_ROWS_AT_A_GLANCE || query !== '');
	return (
		<>
			{hasSearch && (
				<TableSearch
					titleId={titleId}
					query={query}
					foundCount={shown.length}
					rowCount={rows.length}
					onSearch={setQuery}
				/>
			)}
			<div class="wide">
				<table aria-labelledby={titleId}>
					<thead>
						<tr>
							{columns.map(({ label, keyOf: sortKey }) => (
								<SortHead
									key={label}
									label={label}
									direction={label === order.label ? order.direction : null}
									isFigure={sortKey !== undefined && rows[0] !== undefined && typeof sortKey(rows[0]) === 'number'}
									onSort={isStill || !sortKey ? null : (direction) => setOrder({ label, direction })}
								/>
							))}
						</tr>
					</thead>
					<tbody>
						{shown.map((row) => (
							<tr key={idOf(row)}>
								{columns.map(({ label, draw, titleOf }, index) =>
									index === 0 ? (
										<th key={label} scope="row">
											{draw(row)}
										</th>
									) : (
										<td key={label} title={titleOf?.(row)}>
											{draw(row)}
										</td>
									),
								)}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}
