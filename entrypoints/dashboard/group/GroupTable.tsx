import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { type Column, DataTable } from '@/entrypoints/dashboard/table/DataTable';
import type { GroupPart } from '@/utils/core/group/group-week';

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
	const columns: readonly Column<GroupPart>[] = [
		{ label, keyOf: nameOf, draw: nameOf },
		...(counted
			? [
					{
						label: counted.label,
						keyOf: counted.countOf,
						draw: (part: GroupPart) => format.count(counted.countOf(part)),
					},
				]
			: []),
		{
			label: i18n.t('courses.visits'),
			keyOf: ({ visitCount }) => visitCount,
			draw: ({ visitCount }) => format.count(visitCount),
		},
		{
			label: i18n.t('cards.time'),
			keyOf: ({ activeMs }) => activeMs,
			draw: ({ activeMs }) => format.duration(activeMs),
		},
		{
			label: i18n.t('cards.videos'),
			keyOf: ({ videoMs }) => videoMs,
			draw: ({ videoMs }) => format.duration(videoMs),
		},
		{
			label: i18n.t('week.data'),
			keyOf: ({ receivedBytes }) => receivedBytes,
			draw: ({ receivedBytes }) => format.bytes(receivedBytes),
		},
		{
			label: i18n.t('group.measured'),
			keyOf: ({ measuredShare }) => measuredShare ?? -1,
			draw: ({ measuredShare }) => (measuredShare === null ? '' : format.share(measuredShare)),
		},
		{
			label: 'CO₂e',
			keyOf: ({ co2eGrams }) => co2eGrams.central,
			draw: ({ co2eGrams }) => format.mass(co2eGrams),
		},
	];
	return (
		<DataTable
			titleId={titleId}
			columns={columns}
			rows={parts}
			idOf={({ key }) => key}
			wordsOf={nameOf}
			orderedBy={i18n.t('week.data')}
		/>
	);
}
