import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { type ChartDay, type Measure, partsOf, partText } from './chart-measures';

/** The chart's figures as a table, folded at first; one column for each part that has a text. */
export function DayTable({ days, measure }: { readonly days: readonly ChartDay[]; readonly measure: Measure }) {
	const format = pageFormat();
	const zero = measure === 'data' ? format.bytes(0) : format.duration(0);
	const names = measure === 'co2' ? [] : partsOf(days);
	return (
		<details>
			<summary>{i18n.t('chart.table')}</summary>
			<div class="wide">
				<table>
					<caption class="unseen">{i18n.t(`chart.label.${measure}`)}</caption>
					<thead>
						<tr>
							<th scope="col">{i18n.t('week.day')}</th>
							{names.map((name) => (
								<th key={name} scope="col">
									{partText(name)}
								</th>
							))}
							<th scope="col">{measure === 'co2' ? 'CO₂e' : i18n.t('week.total')}</th>
						</tr>
					</thead>
					<tbody>
						{days.map(({ day, parts, text }) => (
							<tr key={day}>
								<th scope="row">{format.date(day)}</th>
								{names.map((name) => (
									<td key={name}>{parts.find((part) => part.name === name)?.text ?? zero}</td>
								))}
								<td>{text}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
