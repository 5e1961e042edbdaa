import { scaleBand, scaleLinear } from 'd3-scale';
import { sumTraffic, type Traffic } from '@/utils/measure/traffic';
import { groupTraffic, type KindGroup } from './kind-groups';

/** Size of the drawing in its own units; it scales with the page. */
export const CHART = { width: 640, height: 232, left: 64, right: 6, top: 14, bottom: 30 } as const;

const TICK_COUNT = 4;
const BAR_PADDING = 0.42;
/** Room between the segments of a bar. */
const GAP = 1;
/** A segment too small to see keeps a hair line. */
const LEAST_HEIGHT = 0.5;

export interface Segment {
	readonly group: KindGroup;
	readonly y: number;
	readonly height: number;
}

export interface DayBar {
	readonly day: string;
	readonly receivedBytes: number;
	/** Left edge of the bar, and its width. */
	readonly x: number;
	readonly width: number;
	readonly segments: readonly Segment[];
}

export interface DayBars {
	readonly bars: readonly DayBar[];
	/** Values of the axis in bytes, with their height in the drawing. */
	readonly ticks: readonly { readonly bytes: number; readonly y: number }[];
}

/** A day's segments from the axis upwards, in the order of display. */
function stackDay(traffic: Traffic, y: (bytes: number) => number): readonly Segment[] {
	let below = 0;
	return groupTraffic(traffic).map(({ group, bytes }) => {
		const bottom = y(below);
		below += bytes;
		return { group, y: y(below), height: Math.max(LEAST_HEIGHT, bottom - y(below) - GAP) };
	});
}

/** Where the stacked bars of some days stand in a drawing of {@link CHART}'s size. */
export function layOutDays(days: readonly { readonly day: string; readonly traffic: Traffic }[]): DayBars {
	const totals = days.map(({ traffic }) => sumTraffic(traffic).receivedBytes);
	const x = scaleBand(
		days.map(({ day }) => day),
		[CHART.left, CHART.width - CHART.right],
	).padding(BAR_PADDING);
	const y = scaleLinear([0, Math.max(1, ...totals)], [CHART.height - CHART.bottom, CHART.top]).nice(TICK_COUNT);
	return {
		bars: days.map(({ day, traffic }, index) => ({
			day,
			receivedBytes: totals[index] ?? 0,
			x: x(day) ?? 0,
			width: x.bandwidth(),
			segments: stackDay(traffic, y),
		})),
		ticks: y.ticks(TICK_COUNT).map((bytes) => ({ bytes, y: y(bytes) })),
	};
}
