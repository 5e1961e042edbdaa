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
				{/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; the group names the bars inside */}
				<svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="group" aria-label={i18n.t('chart.label')}>
					{ticks.map(({ bytes, y }) => (
						// biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus
						<g key={bytes} aria-hidden="true">
							<line x1={CHART.left} x2={CHART.width - CHART.right} y1={y} y2={y} />
							<text x={CHART.left - 8} y={y + 4} text-anchor="end">
								{format.bytes(bytes)}
							</text>
						</g>
					))}
					{bars.map((bar) => (
						// biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture of a day; focus shows its figures, as the pointer does
						<g
							key={bar.day}
							class="day"
							role="img"
							tabIndex={0}
							aria-label={`${format.date(bar.day)}, ${format.bytes(bar.receivedBytes)}`}
							onPointerEnter={() => setShownDay(bar.day)}
							onFocus={() => setShownDay(bar.day)}
							onBlur={() => setShownDay(null)}
						>
							<rect class="reach" x={bar.x - 16} y={0} width={bar.width + 32} height={CHART.height} />
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
		<div class="tooltip" style={{ [isLeft ? 'left' : 'right']: `${(edge / CHART.width) * 100}%` }}>
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
