import { i18n } from '#i18n';
import { sumTraffic } from '@/utils/measure/traffic';
import type { DaySummary } from '@/utils/stats/week';
import { groupTraffic, type KindGroup } from './kind-groups';
import { useFormat } from './language';

export interface DayTableProps {
	readonly days: readonly DaySummary[];
	/** The kinds that occur in the days, one column each. */
	readonly groups: readonly KindGroup[];
}

/** The chart's figures as a table, folded until it is wanted. */
export function DayTable({ days, groups }: DayTableProps) {
	const format = useFormat();
	return (
		<details>
			<summary>{i18n.t('chart.table')}</summary>
			<div class="wide">
				<table>
					<caption class="unseen">{i18n.t('chart.label')}</caption>
					<thead>
						<tr>
							<th scope="col">{i18n.t('week.day')}</th>
							{groups.map((group) => (
								<th key={group} scope="col">
									{i18n.t(`kind.${group}`)}
								</th>
							))}
							<th scope="col">{i18n.t('week.total')}</th>
						</tr>
					</thead>
					<tbody>
						{days.map(({ day, traffic }) => {
							const bytesOf = new Map(groupTraffic(traffic).map(({ group, bytes }) => [group, bytes]));
							return (
								<tr key={day}>
									<th scope="row">{format.date(day)}</th>
									{groups.map((group) => (
										<td key={group}>{format.bytes(bytesOf.get(group) ?? 0)}</td>
									))}
									<td>{format.bytes(sumTraffic(traffic).receivedBytes)}</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</details>
	);
}
