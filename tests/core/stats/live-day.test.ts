import { expect, test } from 'vitest';
import { liveVisit, traffic } from '@/tests/components/figures';
import { receivedBytesOf } from '@/utils/core/stats/figures';
import { withLiveVisit } from '@/utils/core/stats/live-day';
import { sumTotals } from '@/utils/core/visit/totals';
import { dayTotal } from './days';

const MB = 1_000_000;
/** An earlier visit of 10 MB, then the open one, of which 20 MB are in the day already. */
const days = [dayTotal({ day: '2026-11-26', traffic: traffic(30, 0) })];
const read = liveVisit({ traffic: traffic(20, 0), activeMs: 60_000 });
const sum = (now: typeof read | null, then: typeof read | null = read) => sumTotals(withLiveVisit(days, then, now));

test('a day holds what the open page has received since the day was read', () => {
	const now = sum(liveVisit({ traffic: traffic(25, 1), activeMs: 90_000 }));
	expect(receivedBytesOf(now)).toBe((30 + (25 - 20) + 1) * MB);
	expect(now.activeMs).toBe(60_000 + 30_000);
	expect(now.visitCount).toBe(1);
});

test('a visit that began since then counts as a whole', () => {
	const now = sum(liveVisit({ id: 'next', traffic: traffic(4, 0) }));
	expect(receivedBytesOf(now)).toBe((30 + 4) * MB);
	expect(now.visitCount).toBe(2);
	expect(receivedBytesOf(sum(read, null))).toBe((30 + 20) * MB);
});

test('without a visit the days stay as they are', () => {
	expect(sum(null)).toEqual(sumTotals(days));
});
