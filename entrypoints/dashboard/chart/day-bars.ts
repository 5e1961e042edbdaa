import type { Axis } from './chart-axis';
import type { ChartDay, PartName } from './chart-measures';

/** Size of the drawing in its own units; it scales with the page. */
export const CHART = { width: 640, height: 232, left: 64, right: 6, top: 14, bottom: 30 } as const;

/** Width of a bar / width of its day; distance between its segments, and their minimum height, so that they can be seen. */
const BAR = { share: 0.58, gap: 1, minHeight: 0.5 } as const;

export interface Segment {
	readonly name: PartName;
	readonly y: number;
	readonly height: number;
}

export interface DayBar extends ChartDay {
	/** Left edge of the bar, and its width. */
	readonly x: number;
	readonly width: number;
	readonly segments: readonly Segment[];
}

export interface DayBars {
	readonly bars: readonly DayBar[];
	/** Values of the axis with their height in the drawing. */
	readonly ticks: readonly { readonly amount: number; readonly y: number }[];
}

/** The total of a day's bar. */
export function barAmount({ parts }: ChartDay): number {
	return parts.reduce((sum, { amount }) => sum + amount, 0);
}

/** The height of a value in the drawing. */
export function heightOf(amount: number, { end }: Axis): number {
	const floor = CHART.height - CHART.bottom;
	return floor - (amount / end) * (floor - CHART.top);
}

/** A day's segments from the axis upwards, in the order of display. */
function stackDay({ parts }: ChartDay, axis: Axis): readonly Segment[] {
	let below = 0;
	return parts.map(({ name, amount }) => {
		const bottom = heightOf(below, axis);
		below += amount;
		const y = heightOf(below, axis);
		return { name, y, height: Math.max(BAR.minHeight, bottom - y - BAR.gap) };
	});
}

/** The positions of stacked bars in a drawing of {@link CHART}'s size. */
export function layOutDays(days: readonly ChartDay[], axis: Axis): DayBars {
	const step = (CHART.width - CHART.left - CHART.right) / days.length;
	const width = step * BAR.share;
	return {
		bars: days.map((day, index) => ({
			...day,
			x: CHART.left + index * step + (step - width) / 2,
			width,
			segments: stackDay(day, axis),
		})),
		ticks: axis.ticks.map((amount) => ({ amount, y: heightOf(amount, axis) })),
	};
}
