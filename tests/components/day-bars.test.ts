import { describe, expect, it } from 'vitest';
import { CHART, layOutDays } from '@/components/day-bars';
import type { Traffic } from '@/utils/measure/traffic';

const MB = 1_000_000;
const FLOOR = CHART.height - CHART.bottom;
const ROOM = FLOOR - CHART.top;

/** A day's traffic with so many measured bytes of each kind. */
function day(name: string, received: Partial<Record<'video' | 'image', number>>) {
	const kinds = Object.entries(received).map(([kind, measuredBytes]) => [
		kind,
		{ measuredBytes, estimatedBytes: 0, unknownCount: 0, requestCount: 1 },
	]);
	const traffic: Traffic = { received: Object.fromEntries(kinds), sentBytes: 0, sparedBytes: 0 };
	return { day: name, traffic };
}

describe('the bars of a week', () => {
	const { bars, ticks } = layOutDays([
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
		expect(ticks.map(({ bytes }) => bytes / MB)).toEqual([0, 100, 200, 300, 400]); // 390 MB at most
		expect(ticks.map(({ y }) => y)).toEqual(
			[1, 0.75, 0.5, 0.25, 0].map((share) => expect.closeTo(CHART.top + share * ROOM)),
		);
	});

	it('stack the kinds from the axis upwards, one unit apart', () => {
		expect(bars.map(({ receivedBytes }) => receivedBytes / MB)).toEqual([390, 0, 100]);
		expect(bars[0]?.segments).toEqual([
			{ group: 'video', y: expect.closeTo(FLOOR - (300 / 400) * ROOM), height: expect.closeTo((300 / 400) * ROOM - 1) },
			{ group: 'image', y: expect.closeTo(FLOOR - (390 / 400) * ROOM), height: expect.closeTo((90 / 400) * ROOM - 1) },
		]);
		expect(bars[1]?.segments).toEqual([]);
	});

	it('lie on the axis in a week without data', () => {
		const empty = layOutDays([day('2026-11-23', {}), day('2026-11-24', {})]);
		expect(empty.bars.map(({ segments }) => segments.length)).toEqual([0, 0]);
		expect(empty.ticks[0]).toEqual({ bytes: 0, y: FLOOR });
	});
});
