import { sumTraffic } from '@/utils/core/visit/traffic';
import type { WeekSummary } from './week';

function receivedBytes(summary: WeekSummary, dayCount: number): number {
	return summary.days.slice(0, dayCount).reduce((sum, { traffic }) => sum + sumTraffic(traffic).receivedBytes, 0);
}

/**
 * Received bytes of a week / those of the week before: 0.77 is 23 % less. While the week runs, both are counted from
 * Monday to today's weekday only; today itself is not over, so the ratio can still rise until midnight. Null when
 * there is nothing to compare with, or the week has not begun.
 */
export function compareWeeks(current: WeekSummary, previous: WeekSummary, today: string): number | null {
	const elapsedDays = current.days.filter(({ day }) => day <= today).length;
	const before = receivedBytes(previous, elapsedDays);
	return before > 0 ? receivedBytes(current, elapsedDays) / before : null;
}
