import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Badge } from '@/utils/background/upkeep/badge';
import type { LiveVisit } from '@/utils/core/schema/visit';

const COUNTED = 7;
const OTHER = 8;

let isEnabled: boolean;
let drawn: [number, number | null][];

/** A visit whose page received this many bytes. */
const visitOf = (measuredBytes: number) =>
	({
		traffic: {
			received: { image: { measuredBytes, estimatedBytes: 0, unknownCount: 0, requestCount: 1 } },
			sentBytes: 0,
			sparedBytes: 0,
		},
	}) as unknown as LiveVisit;

/** The badge of a background that has just started: one tab is measured and has received 100 bytes. */
function createBadge(): Badge {
	return new Badge({
		isEnabled: async () => isEnabled,
		tabIds: async () => [COUNTED, OTHER],
		current: (tabId) => (tabId === COUNTED ? visitOf(100) : null),
		draw: (tabId, bytes) => drawn.push([tabId, bytes]),
	});
}

beforeEach(() => {
	vi.useFakeTimers();
	isEnabled = true;
	drawn = [];
});

afterEach(() => {
	vi.useRealTimers();
});

test('draws nothing and sets no timer while it is off', async () => {
	isEnabled = false;
	const badge = createBadge();
	await badge.restore();
	badge.notify(COUNTED, visitOf(100));
	expect(vi.getTimerCount()).toBe(0);
	expect(drawn).toEqual([]);
});

test('draws a change at once, those of the next second together at its end, then stops its timer', async () => {
	const badge = createBadge();
	await badge.restore();
	for (const bytes of [100, 200, 300]) badge.notify(COUNTED, visitOf(bytes));
	badge.notify(OTHER, visitOf(1));
	expect(drawn).toEqual([[COUNTED, 100]]);
	vi.advanceTimersByTime(1_000);
	expect(drawn.slice(1)).toEqual([
		[COUNTED, 300],
		[OTHER, 1],
	]);
	vi.advanceTimersByTime(5_000);
	expect(drawn.length).toBe(3);
	expect(vi.getTimerCount()).toBe(0);
});

test('is removed when the tab is no longer measured', async () => {
	const badge = createBadge();
	await badge.restore();
	badge.notify(COUNTED, null);
	expect(drawn).toEqual([[COUNTED, null]]);
});

test('appears on every measured tab as soon as it is on', async () => {
	isEnabled = false;
	const badge = createBadge();
	await badge.restore();
	isEnabled = true;
	await badge.redraw();
	expect(drawn).toEqual([
		[COUNTED, 100],
		[OTHER, null],
	]);
});

test('is removed from every tab when it is switched off, even if it was drawn before a restart', async () => {
	isEnabled = false;
	const badge = createBadge();
	await badge.redraw();
	expect(drawn).toEqual([
		[COUNTED, null],
		[OTHER, null],
	]);
	badge.notify(COUNTED, visitOf(1));
	expect(drawn.length).toBe(2);
});
