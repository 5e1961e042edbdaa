import type { ComponentChildren } from 'preact';
import { useFormat } from '@/components/layout/language';
import { tickText } from './chart-axis';
import { type Measure, type PartName, partText } from './chart-measures';
import { type DayBars as Bars, CHART } from './day-bars';

export interface DayBarsProps extends Bars {
	readonly measure: Measure;
	/** What stands under a day's bar; '' for nothing. */
	readonly labelOf: (day: string) => string;
	/** What is drawn over the bars. */
	readonly children?: ComponentChildren;
}

/** The drawing alone, for who sees it: put a table beside it. */
export function DayBars({ bars, ticks, measure, labelOf, children }: DayBarsProps) {
	const format = useFormat();
	return (
		<svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} aria-hidden="true">
			{ticks.map(({ amount, y }) => (
				<g key={amount}>
					<line x1={CHART.left} x2={CHART.width - CHART.right} y1={y} y2={y} />
					<text x={CHART.left - 8} y={y + 4} text-anchor="end">
						{tickText(measure, amount, format)}
					</text>
				</g>
			))}
			{bars.map((bar) => (
				<g key={bar.day}>
					{bar.segments.map(({ name, y, height }) => (
						<rect key={name} class="part" data-kind={name} x={bar.x} y={y} width={bar.width} height={height} rx="2" />
					))}
					<text x={bar.x + bar.width / 2} y={CHART.height - 8} text-anchor="middle">
						{labelOf(bar.day)}
					</text>
				</g>
			))}
			{children}
		</svg>
	);
}

export interface PartLegendProps {
	readonly parts: readonly PartName[];
	/** What is drawn besides. */
	readonly children?: ComponentChildren;
}

/** What the colours of a drawing mean. */
export function PartLegend({ parts, children }: PartLegendProps) {
	return (
		<ul class="legend">
			{parts.map((name) => (
				<li key={name}>
					<i data-kind={name} aria-hidden="true" />
					{partText(name)}
				</li>
			))}
			{children}
		</ul>
	);
}
