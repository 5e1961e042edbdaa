import { nice, ticks } from 'd3-array';
import type { Format } from '@/utils/core/units/format';
import { unbroken } from '@/utils/core/units/wording';
import type { Measure } from './chart-measures';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Above this, a time axis counts hours. */
const HOURS_FROM_MS = 2 * HOUR_MS;
const KILOGRAM = 1000;
const TICK_COUNT = 4;

/** Labelled values of an axis, the last of them its end, in the measure's unit. */
export interface Axis {
	readonly end: number;
	readonly ticks: readonly number[];
}

/** An axis from zero to a round figure that holds `most`. */
export function axisFor(measure: Measure, most: number): Axis {
	const unit = measure !== 'time' ? 1 : most > HOURS_FROM_MS ? HOUR_MS : MINUTE_MS;
	const [start, end] = nice(0, most > 0 ? most / unit : 1, TICK_COUNT);
	return { end: end * unit, ticks: ticks(start, end, TICK_COUNT).map((tick) => tick * unit) };
}

/** A value of an axis in words: `200 Mo`, `45 min`, `0,2 g`. */
export function tickText(measure: Measure, amount: number, format: Format): string {
	if (measure === 'data') return format.bytes(amount);
	if (measure === 'time') return format.duration(amount);
	const isHeavy = amount >= KILOGRAM;
	const unit = isHeavy ? 'kilogram' : 'gram';
	const grams = new Intl.NumberFormat(format.locale, { style: 'unit', unit, maximumSignificantDigits: 3 });
	return unbroken(grams.format(isHeavy ? amount / KILOGRAM : amount));
}
