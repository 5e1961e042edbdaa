import { i18n } from '#i18n';
import type { GroupPart } from '@/utils/stats/group-week';
import { useFormat } from './language';

export interface GroupTableProps {
	/** Id of the heading that names the table. */
	readonly titleId: string;
	/** What a row is. */
	readonly label: string;
	readonly parts: readonly GroupPart[];
	readonly nameOf: (part: GroupPart) => string;
	/** What one more column counts, where it tells anything. */
	readonly counted?: { readonly label: string; readonly countOf: (part: GroupPart) => number };
}

/** Parts of a group's week, the heaviest first. */
export function GroupTable({ titleId, label, parts, nameOf, counted }: GroupTableProps) {
	const format = useFormat();
	return (
		<div class="wide">
			<table aria-labelledby={titleId}>
				<thead>
					<tr>
						<th scope="col">{label}</th>
						{counted && <th scope="col">{counted.label}</th>}
						<th scope="col">{i18n.t('courses.visits')}</th>
						<th scope="col">{i18n.t('cards.time')}</th>
						<th scope="col">{i18n.t('cards.films')}</th>
						<th scope="col">{i18n.t('week.data')}</th>
						<th scope="col">{i18n.t('group.measured')}</th>
						<th scope="col">CO₂e</th>
					</tr>
				</thead>
				<tbody>
					{parts.map((part) => (
						<tr key={part.key}>
							<th scope="row">{nameOf(part)}</th>
							{counted && <td>{format.count(counted.countOf(part))}</td>}
							<td>{format.count(part.visitCount)}</td>
							<td>{format.duration(part.activeMs)}</td>
							<td>{format.duration(part.videoMs)}</td>
							<td>{format.bytes(part.receivedBytes)}</td>
							<td>{part.measuredShare === null ? '' : format.share(part.measuredShare)}</td>
							<td>{format.mass(part.co2eGrams)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
