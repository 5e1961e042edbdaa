import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { fileName } from '@/entrypoints/dashboard/audits/finding-text';
import { groupName } from './group-name';
import type { PlacedGroup } from './treemap-layout';

interface TreemapTableProps {
	/** Id of the heading of the map. */
	readonly titleId: string;
	readonly placed: readonly PlacedGroup[];
}

/** The same figures as the map, row by row. */
export function TreemapTable({ titleId, placed }: TreemapTableProps) {
	const format = pageFormat();
	const total = placed.reduce((sum, { bytes }) => sum + bytes, 0);
	const hasPages = placed.some(({ group }) => group.page !== null);
	const rows = placed.flatMap(({ group, parts }) =>
		parts.map(({ part }) => ({
			id: part.id,
			first: hasPages ? groupName(group) : part.name === '' ? i18n.t('audits.map_rest_files') : fileName(part.name),
			kind: i18n.t(`kind.${part.kind}`),
			bytes: part.bytes,
		})),
	);
	return (
		<details>
			<summary>{i18n.t('audits.map_table')}</summary>
			<div class="wide">
				<table aria-labelledby={titleId}>
					<thead>
						<tr>
							<th scope="col">{i18n.t(hasPages ? 'audits.page' : 'audits.file')}</th>
							<th scope="col">{i18n.t('audits.kind')}</th>
							<th scope="col">{i18n.t('audits.weight')}</th>
							<th scope="col">%</th>
						</tr>
					</thead>
					<tbody>
						{rows.map(({ id, first, kind, bytes }) => (
							<tr key={id}>
								<th scope="row">{first}</th>
								<td>{kind}</td>
								<td>{format.bytes(bytes)}</td>
								<td>{format.share(bytes / total)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
