import { sumTraffic } from '@/utils/core/visit/traffic';
import type { PeriodSummary } from './week';

/** How a month compares with the one before. */
export interface MonthChange {
	/** Received bytes / those of the month before. */
	readonly ratio: number;
	/** True while the month runs, when both are counted up to today's date. */
	readonly isSoFar: boolean;
}

function receivedBytes(days: PeriodSummary['days']): number {
	return days.reduce((sum, { traffic }) => sum + sumTraffic(traffic).receivedBytes, 0);
}

/**
 * Compares two months, whole months whole, however long they are. Null when there is nothing to compare with, or the month has
 * not begun.
 */
export function compareMonths(current: PeriodSummary, previous: PeriodSummary, today: string): MonthChange | null {
	const elapsedDays = current.days.filter(({ day }) => day <= today);
	const isSoFar = elapsedDays.length < current.days.length;
	const before = receivedBytes(isSoFar ? previous.days.slice(0, elapsedDays.length) : previous.days);
	return before > 0 ? { ratio: receivedBytes(elapsedDays) / before, isSoFar } : null;
}
