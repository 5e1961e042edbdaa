import type { Direction } from './table-order';

export interface SortHeadProps {
	readonly label: string;
	/** Null while the rows are sorted by another column. */
	readonly direction: Direction | null;
	/** Figures are first sorted in descending order, words in ascending order. */
	readonly isFigure: boolean;
	/** Null if the column cannot be sorted. */
	readonly onSort: ((direction: Direction) => void) | null;
}

const OPPOSITE: Readonly<Record<Direction, Direction>> = { ascending: 'descending', descending: 'ascending' };
const MARK: Readonly<Record<Direction, string>> = { ascending: '▴', descending: '▾' };

/** A column's heading. A click sorts the rows by it, the next click reverses the order. */
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
