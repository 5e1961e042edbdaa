import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';

export interface TableSearchProps {
	/** Id of the heading that names the table. */
	readonly titleId: string;
	readonly query: string;
	readonly foundCount: number;
	readonly rowCount: number;
	readonly onSearch: (query: string) => void;
}

/** A search field for a long table, with the number of rows found. */
export function TableSearch({ titleId, query, foundCount, rowCount, onSearch }: TableSearchProps) {
	const { count } = pageFormat();
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
