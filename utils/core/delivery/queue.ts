import { shiftWeek } from '@/utils/core/units/day';
import { lastWeekOn, type NotedWeeks, noteLastWeek, trustedWeek, weeksAfter } from './weekly';

/**
 * The result of the last attempt: `sent`; `kept` (the target keeps the file of that week that it has, and takes no other); `refused` (key or
 * secret) and `invalid` (the target rejects what is sent) wait for the user; so does `unconsented` (nothing was sent: the user has taken the
 * access to the host or the consent back); `later` (busy, broken, timed out, out of reach) is retried automatically.
 */
export type Outcome = 'sending' | 'sent' | 'kept' | 'refused' | 'invalid' | 'unconsented' | 'later';

/** The last reply of the target, as the settings show it. */
export interface LastAnswer {
	readonly outcome: Outcome;
	/** HTTP status; null where no reply came. */
	readonly status: number | null;
	/** Week that was being sent, `2026-W48`. */
	readonly week: string;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	/** Statements or files that the target confirmed, and how many there are: none in a week without a course. */
	readonly doneCount: number;
	readonly totalCount: number;
}

/** The weeks to send to one target, and those that were queued automatically. A week stays until the target has all of it. */
export interface WeekQueue extends NotedWeeks {
	readonly weeks: readonly string[];
	/** Attempts since the last success. */
	readonly attemptCount: number;
	/** Not before; milliseconds since 1970. Null: not automatically. */
	readonly nextAtMs: number | null;
	readonly last: LastAnswer | null;
}

export const EMPTY_QUEUE: WeekQueue = {
	weeks: [],
	attemptCount: 0,
	nextAtMs: null,
	last: null,
	doneWeek: null,
	aheadWeek: null,
};

/** How one attempt ended. */
export interface Attempt extends Pick<LastAnswer, 'status' | 'doneCount'> {
	readonly outcome: Exclude<Outcome, 'sending'>;
	/** The delay that the target requests, in ms; null when it requests none. */
	readonly retryAfterMs: number | null;
}

/** The user has taken the access to the host or the consent back: nothing is sent. */
export const UNCONSENTED: Attempt = { outcome: 'unconsented', status: null, doneCount: 0, retryAfterMs: null };

const FIRST_DELAY_MS = 60_000;
const MAX_DELAY_MS = 12 * 3_600_000;

/** Appends a week to the queue, to be sent now; one that waits already keeps its position. */
export function enqueue(queue: WeekQueue, week: string, nowMs: number): WeekQueue {
	return { ...queue, weeks: [...new Set([...queue.weeks, week])], nextAtMs: nowMs };
}

/** With the last week as many as a year may have. */
const MAX_MISSED_WEEKS = 52;

/** The weeks before the last one that is over that were not queued yet, the oldest first; none where no week has been queued automatically. */
export function missedWeeks(noted: NotedWeeks, today: string): readonly string[] {
	const done = trustedWeek(noted, today);
	if (done === null) return [];
	return weeksAfter(done, shiftWeek(lastWeekOn(today), -1)).slice(-MAX_MISSED_WEEKS);
}

/** Queues, automatically, the last week that is over and those of some earlier weeks that were missed: each week once. */
export function enqueueWeekly(
	queue: WeekQueue,
	earlierWeeks: readonly string[],
	today: string,
	nowMs: number,
): WeekQueue {
	const lastWeek = lastWeekOn(today);
	const done = trustedWeek(queue, today);
	if (done !== null && done >= lastWeek) return queue;
	const missed = missedWeeks(queue, today).filter((week) => earlierWeeks.includes(week));
	const noted: WeekQueue = { ...queue, ...noteLastWeek(queue, today) };
	return [...missed, lastWeek].reduce((filled, week) => enqueue(filled, week, nowMs), noted);
}

/** The queue while weeks are not sent automatically: once they are again, the first is the last week that is over. */
export function withoutMissed(queue: WeekQueue, today: string): WeekQueue {
	const weekBefore = shiftWeek(lastWeekOn(today), -1);
	return queue.doneWeek === null || queue.doneWeek >= weekBefore ? queue : { ...queue, doneWeek: weekBefore };
}

/** The queue of a target that was changed: the last answer was not given to this one. What waits goes on waiting. */
export function withoutAnswer(queue: WeekQueue): WeekQueue {
	return { ...queue, attemptCount: 0, last: null };
}

/** Whether two targets are one: to send to it each week, or no longer, changes nothing of what it answers. */
export function isSameTarget(
	{ isWeekly: _, ...one }: { readonly isWeekly: boolean },
	{ isWeekly: __, ...other }: { readonly isWeekly: boolean },
): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether nothing has changed a queue since it was read. */
export function isSameQueue(one: WeekQueue, other: WeekQueue): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** The delay after that many failures in a row, unless the target requests a longer one: a minute, doubled each time, half a day at most. */
export function delayMs(attemptCount: number, retryAfterMs: number | null): number {
	const backOffMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attemptCount - 1));
	return Math.max(backOffMs, Math.min(retryAfterMs ?? 0, MAX_DELAY_MS));
}

/** Whether a moment to send has come. One further away than the longest delay was set by another clock, and has come too. */
export function isDue(nextAtMs: number, nowMs: number): boolean {
	return nextAtMs <= nowMs || nextAtMs - nowMs > MAX_DELAY_MS;
}

/** The queue after an attempt at its first week. */
export function afterAttempt(queue: WeekQueue, attempt: Attempt, totalCount: number, nowMs: number): WeekQueue {
	const [week = '', ...others] = queue.weeks;
	const { outcome, status, doneCount, retryAfterMs } = attempt;
	const last: LastAnswer = { outcome, status, week, atMs: nowMs, doneCount, totalCount };
	if (outcome === 'sent' || outcome === 'kept') {
		const nextAtMs = others.length > 0 ? nowMs : null;
		return { ...queue, weeks: others, attemptCount: 0, nextAtMs, last };
	}
	const attemptCount = queue.attemptCount + 1;
	const nextAtMs = outcome === 'later' ? nowMs + delayMs(attemptCount, retryAfterMs) : null;
	// A week that the target rejects, as for its size, keeps no other from being sent next time.
	const weeks = outcome === 'invalid' ? [...others, week] : queue.weeks;
	return { ...queue, weeks, attemptCount, nextAtMs, last };
}

/** Milliseconds that a `Retry-After` header requests, in seconds or as a date; null for anything else. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
	if (header === null) return null;
	const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
	return Number.isNaN(ms) ? null : Math.max(0, ms);
}

const TRY_AGAIN = [408, 425, 429];

/** What a status means that confirms nothing; null stands for no answer. */
export function outcomeOf(status: number | null): 'later' | 'refused' | 'invalid' {
	// A success that confirms nothing comes from something that stands before the target.
	const isLater = status === null || status < 300 || status >= 500 || TRY_AGAIN.includes(status);
	if (isLater) return 'later';
	return status === 401 || status === 403 ? 'refused' : 'invalid';
}
