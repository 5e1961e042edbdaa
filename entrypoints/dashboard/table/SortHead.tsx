import type { Direction } from './table-order';

export interface SortHeadProps {
	readonly label: string;
	/** Null while the rows are in another order. */
	readonly direction: Direction | null;
	/** Figures come with the most first, words from A on. */
	readonly isFigure: boolean;
	/** Null where the column has no order. */
	readonly onSort: ((direction: Direction) => void) | null;
}

const OPPOSITE: Readonly<Record<Direction, Direction>> = { ascending: 'descending', descending: 'ascending' };
const MARK: Readonly<Record<Direction, string>> = { ascending: '▴', descending: '▾' };

/** A column's heading: pressed, it puts the rows in its order, and pressed again, the other way round. */
export function SortHead({ label, direction, isFigure, onSort }: SortHeadProps) {
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
