import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { DaySummary } from '@/utils/core/stats/week';
import { type Axis, axisFor } from './chart-axis';
import { chartDays, MEASURES, type Measure, partsOf } from './chart-measures';
import { DayBars, PartLegend } from './DayBars';
import { DayDetails, shareOfWidth } from './DayDetails';
import { DayTable } from './DayTable';
import { barAmount, CHART, type DayBar, heightOf, layOutDays } from './day-bars';
import type { GoalLine } from './goal-text';

/** Maximum width of the clickable area on either side of a bar, in units of the drawing. */
const MOST_REACH = 16;

/** Distance between the line of a goal and its label, in units of the drawing. */
const GOAL_TEXT_GAP = 5;

/** Days from one date under the bars of a month to the next. */
const LABEL_EVERY = 5;

export interface DayChartProps {
	readonly days: readonly DaySummary[];
	/** Labels under the bars: weekdays, or some of the dates. With dates, days without data show no details. */
	readonly labels: 'weekday' | 'date';
	readonly measure: Measure;
	/** Null for none. */
	readonly goal: GoalLine | null;
	/** Address of the same period with another measure. */
	readonly hrefOf: (measure: Measure) => string;
}

/** A period by day. Each day shows its details on hover and focus; a table holds the same figures. */
export function DayChart({ days, labels, measure, goal, hrefOf }: DayChartProps) {
	const format = pageFormat();
	const [shownDay, setShownDay] = useState<string | null>(null);
	const chart = chartDays(measure, days, format);
	const axis = axisFor(measure, Math.max(goal?.amount ?? 0, ...chart.map(barAmount)));
	const { bars, ticks } = layOutDays(chart, axis);
	const shown = bars.find(({ day }) => day === shownDay);
	const answering = labels === 'weekday' ? bars : bars.filter((bar) => bar.parts.length > 0);
	const parts = partsOf(chart);
	const step = (CHART.width - CHART.left - CHART.right) / bars.length;
	const reachOf = ({ width }: DayBar) => Math.min(MOST_REACH, (step - width) / 2);
	return (
		<section class="card day-chart" aria-labelledby="day-chart-title">
			<div class="chart-head">
				<h2 id="day-chart-title">{i18n.t(`chart.title.${measure}`)}</h2>
				<MeasureChoice measure={measure} hrefOf={hrefOf} />
			</div>
			<div class="plot" onPointerLeave={() => setShownDay(null)}>
				<DayBars
					bars={bars}
					ticks={ticks}
					measure={measure}
					labelOf={labels === 'weekday' ? (day) => format.weekday(day, 'short') : dateLabel}
				>
					{goal && <GoalMark goal={goal} axis={axis} />}
				</DayBars>
				{answering.map((bar) => (
					<button
						key={bar.day}
						type="button"
						class="day"
						aria-label={`${format.date(bar.day)}, ${bar.text}`}
						style={{ left: shareOfWidth(bar.x - reachOf(bar)), width: shareOfWidth(bar.width + 2 * reachOf(bar)) }}
						onPointerEnter={() => setShownDay(bar.day)}
						onFocus={() => setShownDay(bar.day)}
						onBlur={() => setShownDay(null)}
					/>
				))}
				{shown && <DayDetails bar={shown} />}
			</div>
			<PartLegend parts={parts}>
				{goal && (
					<li>
						<i class="goal-key" aria-hidden="true" />
						{goal.text}
					</li>
				)}
			</PartLegend>
			<DayTable days={chart} measure={measure} />
		</section>
	);
}

/** The measure of the chart: plain links, so that back, bookmark and reload work. */
function MeasureChoice({ measure, hrefOf }: Pick<DayChartProps, 'measure' | 'hrefOf'>) {
	return (
		<ul class="measures" aria-label={i18n.t('chart.choice')}>
			{MEASURES.map((each) => (
				<li key={each}>
					<a href={hrefOf(each)} aria-current={each === measure ? 'true' : undefined}>
						{i18n.t(`chart.measure.${each}`)}
					</a>
				</li>
			))}
		</ul>
	);
}

/** A goal as a line across the bars; the legend gives its amount. */
function GoalMark({ goal, axis }: { readonly goal: GoalLine; readonly axis: Axis }) {
	const y = heightOf(goal.amount, axis);
	const end = CHART.width - CHART.right;
	return (
		<g class="goal">
			<line x1={CHART.left} x2={end} y1={y} y2={y} />
			<text x={end} y={y - GOAL_TEXT_GAP} text-anchor="end">
				{i18n.t('goal.mark')}
			</text>
		</g>
	);
}

/** The first of a month and each fifth day: more would not fit. */
function dateLabel(day: string): string {
	const date = Number(day.slice(-2));
	return date === 1 || date % LABEL_EVERY === 0 ? String(date) : '';
}
