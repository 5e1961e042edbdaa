import { shiftWeek } from '@/utils/core/units/day';

/** Which weeks have become files. */
export interface WeeklyState {
	/** The last week that was handled, `2026-W48`; null while none was. */
	readonly doneWeek: string | null;
	/** Weeks whose file waits to be taken, the oldest first. */
	readonly ready: readonly string[];
}

export const NO_WEEKS: WeeklyState = { doneWeek: null, ready: [] };

/** The weeks after one up to another, which may be years later or earlier: the oldest first. Throws a RangeError for an invalid week. */
export function weeksAfter(week: string, lastWeek: string): readonly string[] {
	const weeks: string[] = [];
	let last = week;
	for (let next = shiftWeek(week, 1); next <= lastWeek && next > last; next = shiftWeek(next, 1)) {
		weeks.push(next);
		last = next;
	}
	return weeks;
}

/**
 * The week noted as the last one done, as far as it can be trusted: one week after the last that is over may come from the other side of
 * the date line, a later one from another clock. Null for that, and where none is noted. Throws a RangeError for an invalid last week.
 */
export function trustedWeek(doneWeek: string | null, lastWeek: string): string | null {
	return doneWeek !== null && doneWeek > shiftWeek(lastWeek, 1) ? null : doneWeek;
}

/** The start of the week after the one of `now`, in local time; some minutes late, so that Sunday's last report is stored. */
export function endOfWeek(now: Date): Date {
	const daysLeft = DAYS_IN_WEEK - ((now.getDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK);
	return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLeft, 0, MINUTES_LATE);
}

const DAYS_IN_WEEK = 7;
const MINUTES_LATE = 5;
