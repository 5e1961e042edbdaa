import { nice, ticks } from 'd3-array';
import { sumTraffic, type Traffic } from '@/utils/measure/traffic';
import { groupTraffic, type KindGroup } from './kind-groups';

/** Size of the drawing in its own units; it scales with the page. */
export const CHART = { width: 640, height: 232, left: 64, right: 6, top: 14, bottom: 30 } as const;

const TICK_COUNT = 4;
/** Width of a bar / width of its day. */
const BAR_SHARE = 0.58;
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
	const [leastBytes, mostBytes] = nice(0, Math.max(1, ...totals), TICK_COUNT);
	const floor = CHART.height - CHART.bottom;
	const y = (bytes: number) => floor - (bytes / mostBytes) * (floor - CHART.top);
	const step = (CHART.width - CHART.left - CHART.right) / days.length;
	const width = step * BAR_SHARE;
	return {
		bars: days.map(({ day, traffic }, index) => ({
			day,
			receivedBytes: totals[index] ?? 0,
			x: CHART.left + index * step + (step - width) / 2,
			width,
			segments: stackDay(traffic, y),
		})),
		ticks: ticks(leastBytes, mostBytes, TICK_COUNT).map((bytes) => ({ bytes, y: y(bytes) })),
	};
}
