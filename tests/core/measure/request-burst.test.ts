import { describe, expect, it } from 'vitest';
import { BurstGauge, RAIN_COUNT, RAIN_WINDOW_MS } from '@/utils/core/measure/request-burst';

const START_MS = 1_764_000_000_000;

function fall(gauge: BurstGauge, count: number, everyMs: number): boolean[] {
	return Array.from({ length: count }, (_, index) => gauge.drop(START_MS + index * everyMs));
}

describe('a rain of fetches', () => {
	it('begins with the last fetch that fills a second', () => {
		const drops = fall(new BurstGauge(), RAIN_COUNT + 10, 1);
		expect(drops.indexOf(true)).toBe(RAIN_COUNT - 1);
		expect(drops.slice(RAIN_COUNT - 1)).not.toContain(false);
	});

	it('is not what a page does that polls ten times a second, however long', () => {
		expect(fall(new BurstGauge(), 600, 100)).not.toContain(true);
	});

	it('lasts until a second after the last drop that made one', () => {
		const gauge = new BurstGauge();
		fall(gauge, RAIN_COUNT, 1);
		const lastMs = START_MS + RAIN_COUNT - 1;
		expect(gauge.isBursting(lastMs + RAIN_WINDOW_MS - 1)).toBe(true);
		expect(gauge.isBursting(lastMs + RAIN_WINDOW_MS)).toBe(false);
	});

	it('goes on through a second that has just begun', () => {
		const gauge = new BurstGauge();
		fall(gauge, RAIN_WINDOW_MS + 1, 1);
		expect(gauge.drop(START_MS + RAIN_WINDOW_MS + 2)).toBe(false);
		expect(gauge.isBursting(START_MS + RAIN_WINDOW_MS + 2)).toBe(true);
	});
});
