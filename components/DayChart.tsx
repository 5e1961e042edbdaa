import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Traffic } from '@/utils/measure/traffic';
import type { DaySummary } from '@/utils/stats/week';
import { DayTable } from './DayTable';
import { CHART, type DayBar, layOutDays } from './day-bars';
import { groupTraffic, KIND_GROUPS } from './kind-groups';
import { useFormat } from './language';

/** Room between a bar and its details, in units of the drawing. */
const DETAILS_GAP = 22;

/** How far a day answers on either side of its bar, in units of the drawing. */
const REACH = 16;

/** A length of the drawing as a share of its width, for what lies over it. */
function shareOfWidth(length: number): string {
	return `${(length / CHART.width) * 100}%`;
}

/** Received bytes by day, stacked by kind; each day answers to the pointer and to the keyboard, and a table says the same. */
export function DayChart({ days }: { readonly days: readonly DaySummary[] }) {
	const format = useFormat();
	const [shownDay, setShownDay] = useState<string | null>(null);
	const { bars, ticks } = layOutDays(days);
	const shown = bars.find(({ day }) => day === shownDay);
	const shownTraffic = days.find(({ day }) => day === shownDay)?.traffic;
	const groups = KIND_GROUPS.filter((group) =>
		bars.some(({ segments }) => segments.some((part) => part.group === group)),
	);
	return (
		<section class="card day-chart" aria-labelledby="day-chart-title">
			<h2 id="day-chart-title">{i18n.t('chart.title')}</h2>
			<div class="plot" onPointerLeave={() => setShownDay(null)}>
				<svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} aria-hidden="true">
					{ticks.map(({ bytes, y }) => (
						<g key={bytes}>
							<line x1={CHART.left} x2={CHART.width - CHART.right} y1={y} y2={y} />
							<text x={CHART.left - 8} y={y + 4} text-anchor="end">
								{format.bytes(bytes)}
							</text>
						</g>
					))}
					{bars.map((bar) => (
						<g key={bar.day}>
							{bar.segments.map(({ group, y, height }) => (
								<rect
									key={group}
									class="part"
									data-kind={group}
									x={bar.x}
									y={y}
									width={bar.width}
									height={height}
									rx="2"
								/>
							))}
							<text x={bar.x + bar.width / 2} y={CHART.height - 8} text-anchor="middle">
								{format.weekday(bar.day, 'short')}
							</text>
						</g>
					))}
				</svg>
				{bars.map((bar) => (
					<button
						key={bar.day}
						type="button"
						class="day"
						aria-label={`${format.date(bar.day)}, ${format.bytes(bar.receivedBytes)}`}
						style={{ left: shareOfWidth(bar.x - REACH), width: shareOfWidth(bar.width + 2 * REACH) }}
						onPointerEnter={() => setShownDay(bar.day)}
						onFocus={() => setShownDay(bar.day)}
						onBlur={() => setShownDay(null)}
					/>
				))}
				{shown && shownTraffic && <DayDetails bar={shown} traffic={shownTraffic} />}
			</div>
			<ul class="legend">
				{groups.map((group) => (
					<li key={group}>
						<i data-kind={group} aria-hidden="true" />
						{i18n.t(`kind.${group}`)}
					</li>
				))}
			</ul>
			<DayTable days={days} groups={groups} />
		</section>
	);
}

/** A day's figures beside its bar, on the side where there is room. */
function DayDetails({ bar, traffic }: { readonly bar: DayBar; readonly traffic: Traffic }) {
	const format = useFormat();
	const isLeft = bar.x < CHART.width / 2;
	const edge = isLeft ? bar.x + bar.width + DETAILS_GAP : CHART.width - bar.x + DETAILS_GAP;
	return (
		<div class="tooltip" style={{ [isLeft ? 'left' : 'right']: shareOfWidth(edge) }}>
			<strong>{format.date(bar.day)}</strong>
			<span>{format.bytes(bar.receivedBytes)}</span>
			<ul class="legend">
				{groupTraffic(traffic).map(({ group, bytes }) => (
					<li key={group}>
						<i data-kind={group} />
						{i18n.t(`kind.${group}`)} {format.bytes(bytes)}
					</li>
				))}
			</ul>
		</div>
	);
}
