import { describe, expect, it } from 'vitest';
import { BURST_COUNT, BURST_WINDOW_MS, BurstGauge } from '@/utils/core/measure/request-burst';

const START_MS = 1_764_000_000_000;

function countFetches(gauge: BurstGauge, count: number, everyMs: number): boolean[] {
	return Array.from({ length: count }, (_, index) => gauge.count(START_MS + index * everyMs));
}

describe('a request burst', () => {
	it('begins with the fetch that reaches the limit within a second', () => {
		const isBurst = countFetches(new BurstGauge(), BURST_COUNT + 10, 1);
		expect(isBurst.indexOf(true)).toBe(BURST_COUNT - 1);
		expect(isBurst.slice(BURST_COUNT - 1)).not.toContain(false);
	});

	it('does not begin for a page that polls ten times per second, however long', () => {
		expect(countFetches(new BurstGauge(), 600, 100)).not.toContain(true);
	});

	it('lasts until a second after the last fetch of the burst', () => {
		const gauge = new BurstGauge();
		countFetches(gauge, BURST_COUNT, 1);
		const lastMs = START_MS + BURST_COUNT - 1;
		expect(gauge.isBursting(lastMs + BURST_WINDOW_MS - 1)).toBe(true);
		expect(gauge.isBursting(lastMs + BURST_WINDOW_MS)).toBe(false);
	});

	it('continues into a second that has just begun', () => {
		const gauge = new BurstGauge();
		countFetches(gauge, BURST_WINDOW_MS + 1, 1);
		expect(gauge.count(START_MS + BURST_WINDOW_MS + 2)).toBe(false);
		expect(gauge.isBursting(START_MS + BURST_WINDOW_MS + 2)).toBe(true);
	});
});
