import { shiftDay, shiftWeek, weekOf } from '@/utils/core/units/day';

/** The weeks that are noted as done, under whatever clock. */
export interface NotedWeeks {
	/** The last week that was handled, `2026-W48`; null while none was. */
	readonly doneWeek: string | null;
	/** A later one that was noted under another clock; null for none. */
	readonly aheadWeek: string | null;
}

/** Which weeks have become files. */
export interface WeeklyState extends NotedWeeks {
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

/** The last week that is over on a day. Throws a RangeError for an invalid day. */
export function lastWeekOn(today: string): string {
	return shiftWeek(weekOf(today), -1);
}

/**
 * The last week that was done, of what is noted and can be trusted: it is over somewhere on Earth, if not here. A later one was noted
 * under a clock that was ahead, before its week was whole. Null where there is none. Throws a RangeError for an invalid day.
 */
export function trustedWeek(noted: NotedWeeks, today: string): string | null {
	const latest = lastWeekOn(shiftDay(today, 1));
	return weeksIn(noted).reduce<string | null>(
		(last, week) => (week <= latest && week > (last ?? '') ? week : last),
		null,
	);
}

/** A note no further ahead comes from a clock that was ahead: an empty battery sets a clock back by years, not by some weeks. */
const FAR_WEEKS = 8;

/**
 * The notes once the last week that is over is done. The first noted week that is far ahead is noted on: if it is today's clock that is
 * behind, that week was the last one done once the clock is right again, and none before it is due.
 */
export function noteLastWeek(noted: NotedWeeks, today: string): NotedWeeks {
	const doneWeek = lastWeekOn(today);
	const farWeek = shiftWeek(doneWeek, FAR_WEEKS);
	const [aheadWeek = null] = weeksIn(noted)
		.filter((week) => week > farWeek)
		.sort();
	return { doneWeek, aheadWeek };
}

function weeksIn({ doneWeek, aheadWeek }: NotedWeeks): readonly string[] {
	return [doneWeek, aheadWeek].filter((week) => week !== null);
}

/** The start of the week after the one of `now`, in local time; some minutes late, so that Sunday's last report is stored. */
export function endOfWeek(now: Date): Date {
	const daysLeft = DAYS_IN_WEEK - ((now.getDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK);
	return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLeft, 0, MINUTES_LATE);
}

const DAYS_IN_WEEK = 7;
const MINUTES_LATE = 5;
