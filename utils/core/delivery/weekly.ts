import { shiftWeek } from '@/utils/core/units/day';

/** Which weeks have become files. */
export interface WeeklyState {
	/** The last week that was handled, `2026-W48`; null while none was. */
	readonly doneWeek: string | null;
	/** A later one that was noted under another clock, see `distrustedWeek`; null for none. */
	readonly aheadWeek: string | null;
	/** Weeks whose file waits to be taken, the oldest first. */
	readonly ready: readonly string[];
}

export const NO_WEEKS: WeeklyState = { doneWeek: null, aheadWeek: null, ready: [] };

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

/** Weeks that were noted as the last one done, under whatever clock. */
type NotedWeeks = readonly (string | null)[];

/**
 * The last week that was done, of what is noted and can be trusted: one week after the last that is over may come from the other side of
 * the date line, a later one from another clock. Null where there is none. Throws a RangeError for an invalid last week.
 */
export function trustedWeek(noted: NotedWeeks, lastWeek: string): string | null {
	const latest = shiftWeek(lastWeek, 1);
	return noted.reduce((last, week) => (week !== null && week <= latest && week > (last ?? '') ? week : last), null);
}

/** A note no further ahead comes from a clock that was ahead: an empty battery sets a clock back by years, not by some weeks. */
const FAR_WEEKS = 8;

/**
 * The first of the noted weeks that are far ahead, to be noted on: if it is today's clock that is behind, that week was the last one done
 * once the clock is right again, and none before it is due. Null where there is none.
 */
export function distrustedWeek(noted: NotedWeeks, lastWeek: string): string | null {
	const latest = shiftWeek(lastWeek, FAR_WEEKS);
	return noted.reduce(
		(first, week) => (week !== null && week > latest && (first === null || week < first) ? week : first),
		null,
	);
}

/** The start of the week after the one of `now`, in local time; some minutes late, so that Sunday's last report is stored. */
export function endOfWeek(now: Date): Date {
	const daysLeft = DAYS_IN_WEEK - ((now.getDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK);
	return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLeft, 0, MINUTES_LATE);
}

const DAYS_IN_WEEK = 7;
const MINUTES_LATE = 5;
