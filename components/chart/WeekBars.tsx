import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { Traffic } from '@/utils/core/schema/traffic';
import { sumTraffic } from '@/utils/core/visit/traffic';

const BAR_WIDTH = 8;
const STEP = 14;
const HEIGHT = 36;
/** A day without data keeps a line, so that seven days are visible. */
const EMPTY_HEIGHT = 2;

export interface WeekBarsProps {
	readonly days: readonly { readonly day: string; readonly traffic: Traffic }[];
	/** Local day to mark, `YYYY-MM-DD`. */
	readonly today: string;
}

/** Seven bars of received bytes, with a table for screen readers. */
export function WeekBars({ days, today }: WeekBarsProps) {
	const format = pageFormat();
	const bars = days.map(({ day, traffic }) => ({ day, bytes: sumTraffic(traffic).receivedBytes }));
	const maxBytes = Math.max(1, ...bars.map(({ bytes }) => bytes));
	return (
		<figure class="week-bars">
			<svg viewBox={`0 0 ${STEP * bars.length} ${HEIGHT + 14}`} width={STEP * bars.length} aria-hidden="true">
				{bars.map(({ day, bytes }, index) => {
					const height = bytes > 0 ? Math.max(EMPTY_HEIGHT + 1, (bytes / maxBytes) * HEIGHT) : EMPTY_HEIGHT;
					const x = index * STEP + (STEP - BAR_WIDTH) / 2;
					return (
						<g key={day} class={day === today ? 'today' : ''}>
							<title>{`${format.date(day)}, ${format.bytes(bytes)}`}</title>
							<rect
								class={bytes > 0 ? 'some' : 'none'}
								x={x}
								y={HEIGHT - height}
								width={BAR_WIDTH}
								height={height}
								rx="2"
							/>
							<text x={x + BAR_WIDTH / 2} y={HEIGHT + 12} text-anchor="middle">
								{format.weekday(day, 'narrow')}
							</text>
						</g>
					);
				})}
			</svg>
			<div class="unseen">
				<table>
					<caption>{i18n.t('week.by_day')}</caption>
					<tbody>
						{bars.map(({ day, bytes }) => (
							<tr key={day}>
								<th scope="row">{format.date(day)}</th>
								<td>{format.bytes(bytes)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</figure>
	);
}
