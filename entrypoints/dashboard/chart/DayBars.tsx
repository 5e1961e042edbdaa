import type { ComponentChildren } from 'preact';
import { pageFormat } from '@/components/layout/page-format';
import { tickText } from './chart-axis';
import { type Measure, type PartName, partText } from './chart-measures';
import { type DayBars as Bars, CHART } from './day-bars';

export interface DayBarsProps extends Bars {
	readonly measure: Measure;
	/** Label under a day's bar; '' for none. */
	readonly labelOf: (day: string) => string;
	/** Drawn over the bars. */
	readonly children?: ComponentChildren;
}

/** The drawing, hidden from screen readers: put a table beside it. */
export function DayBars({ bars, ticks, measure, labelOf, children }: DayBarsProps) {
	const format = pageFormat();
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
	/** Further rows. */
	readonly children?: ComponentChildren;
}

/** The meaning of the colours. */
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
