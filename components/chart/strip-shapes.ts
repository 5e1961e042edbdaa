import { area, curveStepAfter, line } from 'd3-shape';
import type { Strip } from '@/utils/core/recent/strip';
import type { SliceState } from '@/utils/core/schema/visit';

/** Size of the drawing in its own units; it is stretched to the width of the card. */
export const STRIP = { width: 240, height: 48, top: 4 } as const;

/** Slices of one state in a row. */
export interface StripRun {
	readonly state: SliceState;
	/** Index of its first slice. */
	readonly from: number;
	/** Outline from the ground, and the line on top of it. */
	readonly area: string;
	readonly top: string;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

const areaOf = area<Point>()
	.x(({ x }) => x)
	.y0(STRIP.height)
	.y1(({ y }) => y)
	.curve(curveStepAfter);
const lineOf = line<Point>()
	.x(({ x }) => x)
	.y(({ y }) => y)
	.curve(curveStepAfter);

/** The height of an amount in the drawing. */
export function stripY(bytesPerMinute: number, { maxBytesPerMinute }: Pick<Strip, 'maxBytesPerMinute'>): number {
	return STRIP.height - (bytesPerMinute / maxBytesPerMinute) * (STRIP.height - STRIP.top);
}

/** Height of the words at the line of what is needed, and their distance from it. */
const WORDS = { height: 13, gap: 1 } as const;

/** The top of those words, beside the line at `y`: above it, or below where there is no room, and never on the line or the ground. */
export function wordsTop(y: number): number {
	const above = y - WORDS.gap - WORDS.height;
	return above >= 0 ? above : y + WORDS.gap;
}

/** Where a slice begins. */
export function stripX(index: number, { slices }: Pick<Strip, 'slices'>): number {
	return (index * STRIP.width) / slices.length;
}

/** The shapes of a strip: one for all slices of the same state in a row. An unknown one has half the height. */
export function stripRuns(strip: Strip): readonly StripRun[] {
	const starts = strip.slices.flatMap(({ state }, index) => (state === strip.slices[index - 1]?.state ? [] : [index]));
	return starts.map((from, run) => {
		const to = starts[run + 1] ?? strip.slices.length;
		const state = strip.slices[from]?.state ?? 'unknown';
		const heights = strip.slices
			.slice(from, to)
			.map(({ bytesPerMinute }) => (state === 'unknown' ? STRIP.height / 2 : stripY(bytesPerMinute, strip)));
		// A step ends where the next one begins.
		const points = [...heights, heights.at(-1) ?? STRIP.height].map((y, index) => ({
			x: stripX(from + index, strip),
			y,
		}));
		return { state, from, area: areaOf(points) ?? '', top: lineOf(points) ?? '' };
	});
}
