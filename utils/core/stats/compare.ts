import { receivedBytesOf } from './figures';
import type { DaySummary, PeriodSummary } from './week';

/** How a period compares with the one before. */
export interface PeriodChange {
	/** Received bytes / those of the period before: 0.77 is 23 % less. */
	readonly ratio: number;
	/** True while the period runs: both are then counted up to today's day; the ratio can still rise until midnight. */
	readonly isSoFar: boolean;
}

function receivedBytes(days: readonly DaySummary[]): number {
	return days.reduce((sum, day) => sum + receivedBytesOf(day), 0);
}

/**
 * Compares two weeks or two months; past months in full, whatever their length. Null when there is nothing to compare with, or
 * the period has not begun. `today` is the local day, `YYYY-MM-DD`.
 */
export function comparePeriods(current: PeriodSummary, previous: PeriodSummary, today: string): PeriodChange | null {
	const elapsedDays = current.days.filter(({ day }) => day <= today);
	const isSoFar = elapsedDays.length < current.days.length;
	const before = receivedBytes(isSoFar ? previous.days.slice(0, elapsedDays.length) : previous.days);
	return before > 0 ? { ratio: receivedBytes(elapsedDays) / before, isSoFar } : null;
}

/** Less course time than this says nothing of a habit. */
const MIN_COMPARED_MS = 300_000;

/**
 * Received bytes per hour of course of a period / those of the one before, so that studying less is no progress; null where one of them
 * has less than five minutes of course.
 */
export function comparePace(current: PeriodSummary, previous: PeriodSummary): number | null {
	const [now, before] = [current.total, previous.total];
	if (Math.min(now.activeMs, before.activeMs) < MIN_COMPARED_MS || receivedBytesOf(before) === 0) return null;
	return receivedBytesOf(now) / now.activeMs / (receivedBytesOf(before) / before.activeMs);
}
