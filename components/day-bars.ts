import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Traffic } from '@/utils/measure/traffic';
import { groupTraffic, KIND_GROUPS, type KindGroup } from './kind-groups';

/** Size of the drawing in its own units; it scales with the page. */
export const CHART = { width: 640, height: 232, left: 64, right: 6, top: 14, bottom: 30 } as const;

const TICK_COUNT = 4;
const BAR_PADDING = 0.42;
/** Room between the segments of a bar. */
const GAP = 1;

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

type Row = Readonly<Record<KindGroup, number>>;

function rowOf(traffic: Traffic): Row {
	const bytesOf = new Map(groupTraffic(traffic).map(({ group, bytes }) => [group, bytes]));
	return Object.fromEntries(KIND_GROUPS.map((group) => [group, bytesOf.get(group) ?? 0])) as Row;
}

/** Where the stacked bars of some days stand in a drawing of {@link CHART}'s size. */
export function layOutDays(days: readonly { readonly day: string; readonly traffic: Traffic }[]): DayBars {
	const rows = days.map(({ traffic }) => rowOf(traffic));
	const totals = rows.map((row) => Object.values(row).reduce((sum, bytes) => sum + bytes, 0));
	const x = scaleBand(
		days.map(({ day }) => day),
		[CHART.left, CHART.width - CHART.right],
	).padding(BAR_PADDING);
	const y = scaleLinear([0, Math.max(1, ...totals)], [CHART.height - CHART.bottom, CHART.top]).nice(TICK_COUNT);
	const layers = stack<Row, KindGroup>().keys(KIND_GROUPS)(rows);
	return {
		bars: days.map(({ day }, index) => ({
			day,
			receivedBytes: totals[index] ?? 0,
			x: x(day) ?? 0,
			width: x.bandwidth(),
			segments: layers.flatMap((layer) => {
				const [low = 0, high = 0] = layer[index] ?? [];
				const height = Math.max(0.5, y(low) - y(high) - GAP);
				return high > low ? [{ group: layer.key, y: y(high), height }] : [];
			}),
		})),
		ticks: y.ticks(TICK_COUNT).map((bytes) => ({ bytes, y: y(bytes) })),
	};
}
