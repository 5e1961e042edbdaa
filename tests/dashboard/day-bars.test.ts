import { describe, expect, it } from 'vitest';
import { axisFor, tickText } from '@/entrypoints/dashboard/chart/chart-axis';
import type { ChartDay, Measure, PartName } from '@/entrypoints/dashboard/chart/chart-measures';
import { barAmount, CHART, layOutDays } from '@/entrypoints/dashboard/chart/day-bars';
import { createFormat } from '@/utils/core/units/format';

const MB = 1_000_000;
const MINUTE_MS = 60_000;
const FLOOR = CHART.height - CHART.bottom;
const ROOM = FLOOR - CHART.top;

function day(name: string, amounts: Partial<Record<PartName, number>>): ChartDay {
	const parts = Object.entries(amounts).map(([part, amount]) => ({ name: part as PartName, amount, text: null }));
	return { day: name, parts, text: '' };
}

function layOut(days: readonly ChartDay[]) {
	return layOutDays(days, axisFor('data', Math.max(...days.map(barAmount))));
}

describe('the bars of a week', () => {
	const { bars, ticks } = layOut([
		day('2026-11-23', { video: 300 * MB, image: 90 * MB }),
		day('2026-11-24', {}),
		day('2026-11-25', { image: 100 * MB }),
	]);

	it('stand side by side at equal distances inside the drawing', () => {
		const step = (CHART.width - CHART.left - CHART.right) / 3;
		const centres = bars.map(({ x, width }) => x + width / 2);
		expect(centres).toEqual([0.5, 1.5, 2.5].map((place) => expect.closeTo(CHART.left + place * step)));
		expect(bars[0]?.width).toBeLessThan(step);
	});

	it('have an axis that ends on a round figure at the top', () => {
		expect(ticks.map(({ amount }) => amount / MB)).toEqual([0, 100, 200, 300, 400]); // 390 MB at most
		expect(ticks.map(({ y }) => y)).toEqual(
			[1, 0.75, 0.5, 0.25, 0].map((share) => expect.closeTo(CHART.top + share * ROOM)),
		);
	});

	it('stack the parts from the axis upwards, one unit apart', () => {
		expect(bars.map(({ segments }) => segments)).toEqual([
			[
				{
					name: 'video',
					y: expect.closeTo(FLOOR - (300 / 400) * ROOM),
					height: expect.closeTo((300 / 400) * ROOM - 1),
				},
				{ name: 'image', y: expect.closeTo(FLOOR - (390 / 400) * ROOM), height: expect.closeTo((90 / 400) * ROOM - 1) },
			],
			[],
			[
				{
					name: 'image',
					y: expect.closeTo(FLOOR - (100 / 400) * ROOM),
					height: expect.closeTo((100 / 400) * ROOM - 1),
				},
			],
		]);
	});

	it('lie on the axis in a week without data', () => {
		const empty = layOut([day('2026-11-23', {}), day('2026-11-24', {})]);
		expect(empty.bars.map(({ segments }) => segments.length)).toEqual([0, 0]);
		expect(empty.ticks[0]).toEqual({ amount: 0, y: FLOOR });
	});
});

describe('the axis', () => {
	const format = createFormat('fr');
	it.each<[string, Measure, number, string[]]>([
		['of data', 'data', 390 * MB, ['0 Mo', '100 Mo', '200 Mo', '300 Mo', '400 Mo']],
		['of short times counts minutes', 'time', 55 * MINUTE_MS, ['0 min', '20 min', '40 min', '1 h']],
		['of long times counts hours', 'time', 170 * MINUTE_MS, ['0 min', '1 h', '2 h', '3 h']],
		['of grams', 'co2', 38, ['0 g', '10 g', '20 g', '30 g', '40 g']],
		['of less than a gram', 'co2', 0.35, ['0 g', '0,1 g', '0,2 g', '0,3 g', '0,4 g']],
		['of more than a kilogram', 'co2', 1900, ['0 g', '500 g', '1 kg', '1,5 kg', '2 kg']],
	])('%s is written in its own unit', (_, measure, most, texts) => {
		const { ticks } = axisFor(measure, most);
		expect(ticks.map((tick) => tickText(measure, tick, format).replace(/\s/g, ' '))).toEqual(texts);
	});

	it('of nothing still has an end', () => {
		expect(axisFor('co2', 0).end).toBe(1);
	});
});
