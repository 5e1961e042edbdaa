import { useState } from 'preact/hooks';
import { pageFormat } from '@/components/layout/page-format';
import type { Column } from './columns';
import { TableSearch } from './TableSearch';
import { TableSteps } from './TableSteps';
import { type Direction, orderRows, searchRows } from './table-order';
import { usePrinting } from './use-printing';

/** A table with more rows can be searched. */
const MAX_ROWS_WITHOUT_SEARCH = 8;

const OPPOSITE: Readonly<Record<Direction, Direction>> = { ascending: 'descending', descending: 'ascending' };
const MARK: Readonly<Record<Direction, string>> = { ascending: '▴', descending: '▾' };

export interface DataTableProps<Row> {
	/** Id of the heading that names the table. */
	readonly titleId: string;
	/** The first holds the row headers. */
	readonly columns: readonly Column<Row>[];
	/** In their initial order. */
	readonly rows: readonly Row[];
	readonly idOf: (row: Row) => string;
	/** The text that a search matches. */
	readonly wordsOf: (row: Row) => string;
	/** Label of the column by which the rows are sorted initially, in descending order; absent for another order. */
	readonly orderedBy?: string;
	/** True for paper: no control. */
	readonly isStill?: boolean;
	/** More rows are shown in steps, except on paper; absent for all at once. */
	readonly rowsAtOnce?: number | undefined;
}

/** A table that can be sorted by each column, and searched if it is long. */
export function DataTable<Row>(props: DataTableProps<Row>) {
	const { titleId, columns, rows, idOf, wordsOf, orderedBy = '', isStill = false, rowsAtOnce = rows.length } = props;
	const { locale } = pageFormat();
	const [query, setQuery] = useState('');
	const [order, setOrder] = useState<{ label: string; direction: Direction }>({
		label: orderedBy,
		direction: 'descending',
	});
	const keyOf = columns.find(({ label }) => label === order.label)?.keyOf;
	const found = searchRows(rows, wordsOf, query);
	const ordered = keyOf ? orderRows(found, keyOf, order.direction, locale) : found;
	const [from, setFrom] = useState(0);
	const first = from < ordered.length ? from : 0;
	const shown = usePrinting() ? ordered : ordered.slice(first, first + rowsAtOnce);
	const hasSearch = !isStill && (rows.length > MAX_ROWS_WITHOUT_SEARCH || query !== '');
	return (
		<>
			{hasSearch && (
				<TableSearch
					titleId={titleId}
					query={query}
					foundCount={ordered.length}
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
							<TableRow key={idOf(row)} row={row} columns={columns} />
						))}
					</tbody>
				</table>
			</div>
			{ordered.length > rowsAtOnce && (
				<TableSteps titleId={titleId} first={first} step={rowsAtOnce} rowCount={ordered.length} onStep={setFrom} />
			)}
		</>
	);
}

/** The first cell is the row's header. */
function TableRow<Row>({ row, columns }: Pick<DataTableProps<Row>, 'columns'> & { readonly row: Row }) {
	return (
		<tr>
			{columns.map(({ label, render, titleOf }, index) =>
				index === 0 ? (
					<th key={label} scope="row">
						{render(row)}
					</th>
				) : (
					<td key={label} title={titleOf?.(row)}>
						{render(row)}
					</td>
				),
			)}
		</tr>
	);
}

interface SortHeadProps {
	readonly label: string;
	/** Null while the rows are sorted by another column. */
	readonly direction: Direction | null;
	/** Figures are first sorted in descending order, words in ascending order. */
	readonly isFigure: boolean;
	/** Null if the column cannot be sorted. */
	readonly onSort: ((direction: Direction) => void) | null;
}

/** A column's heading. A click sorts the rows by it, the next click reverses the order. */
function SortHead({ label, direction, isFigure, onSort }: SortHeadProps) {
	if (!onSort) return <th scope="col">{label}</th>;
	const first = isFigure ? 'descending' : 'ascending';
	return (
		<th scope="col" aria-sort={direction ?? undefined}>
			<button type="button" class="sort" onClick={() => onSort(direction ? OPPOSITE[direction] : first)}>
				{label}
				<span aria-hidden="true">{direction && MARK[direction]}</span>
			</button>
		</th>
	);
}
