import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';

export interface TableSearchProps {
	/** Id of the heading that names the table. */
	readonly titleId: string;
	readonly query: string;
	readonly foundCount: number;
	readonly rowCount: number;
	readonly onSearch: (query: string) => void;
}

/** A field that leaves of a long table the rows with some words in them, and says how many those are. */
export function TableSearch({ titleId, query, foundCount, rowCount, onSearch }: TableSearchProps) {
	const { count } = useFormat();
	return (
		<div class="search">
			<label>
				{i18n.t('table.search')}{' '}
				<input
					type="search"
					aria-describedby={titleId}
					value={query}
					autocomplete="off"
					spellcheck={false}
					onInput={({ currentTarget }) => onSearch(currentTarget.value)}
				/>
			</label>
			<span class="soft" role="status">
				{query.trim() !== '' && i18n.t('table.found', foundCount, [count(foundCount), count(rowCount)])}
			</span>
		</div>
	);
}
