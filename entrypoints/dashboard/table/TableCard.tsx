import type { ComponentChildren } from 'preact';
import { DataTable, type DataTableProps } from './DataTable';

interface TableCardProps<Row> extends Omit<DataTableProps<Row>, 'titleId'> {
	/** Id of the heading. */
	readonly id: string;
	readonly title: string;
	/** A further class of the card. */
	readonly class?: string;
	/** Below the table. */
	readonly children?: ComponentChildren;
}

/** A table in a card of its own, under its title. */
export function TableCard<Row>({ id, title, class: name = '', children, ...table }: TableCardProps<Row>) {
	return (
		<section class={`card courses ${name}`} aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<DataTable {...table} titleId={id} />
			{children}
		</section>
	);
}
