import { XAPI_VERSIONS, type XapiVersion } from '@/utils/core/schema/settings';

/**
 * The result of the last attempt: `sent`; `refused` (key or secret) and `invalid` (the store rejects the statements) wait
 * for the user; so does `unconsented` (nothing was sent: the user has taken the consent back); `later` (busy, broken, timed out, out of reach) is retried automatically.
 */
export type LrsOutcome = 'sending' | 'sent' | 'refused' | 'invalid' | 'unconsented' | 'later';

/** The last reply of the store, as the settings show it. */
export interface LrsAnswer {
	readonly outcome: LrsOutcome;
	/** HTTP status; null where no reply came. */
	readonly status: number | null;
	/** Week that was being sent, `2026-W48`. */
	readonly week: string;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	/** Statements that the store confirmed, and how many there are. */
	readonly doneCount: number;
	readonly totalCount: number;
}

/** The weeks to send. A week stays until the store has all of it. */
export interface LrsQueue {
	readonly weeks: readonly string[];
	/** Attempts since the last success. */
	readonly attemptCount: number;
	/** Not before; milliseconds since 1970. Null: not automatically. */
	readonly nextAtMs: number | null;
	readonly last: LrsAnswer | null;
	/** The last week that was queued automatically. */
	readonly weeklyDone: string | null;
}

export const EMPTY_QUEUE: LrsQueue = { weeks: [], attemptCount: 0, nextAtMs: null, last: null, weeklyDone: null };

/** How one attempt ended. */
export interface Attempt extends Pick<LrsAnswer, 'status' | 'doneCount'> {
	readonly outcome: Exclude<LrsOutcome, 'sending'>;
	/** The delay that the store requests, in ms; null when it requests none. */
	readonly retryAfterMs: number | null;
}

const LOOPBACK = ['localhost', '127.0.0.1'];
const FIRST_DELAY_MS = 60_000;
const MAX_DELAY_MS = 12 * 3_600_000;

/** The endpoint in a text that a person typed: https, or http to this machine; null for anything else. */
export function endpointOf(text: string): string | null {
	const address = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
	if (!address || address.username || address.password || address.search || address.hash) return null;
	const isSafe = address.protocol === 'https:' || (address.protocol === 'http:' && LOOPBACK.includes(address.hostname));
	return isSafe ? address.href.replace(/(\/statements)?\/*$/, '') : null;
}

/** Appends a week to the queue, to be sent now; one that waits already keeps its position. */
export function enqueue(queue: LrsQueue, week: string, nowMs: number): LrsQueue {
	return { ...queue, weeks: [...new Set([...queue.weeks, week])], nextAtMs: nowMs };
}

/** The delay after that many failures in a row, unless the store requests a longer one: a minute, doubled each time, half a day at most. */
export function delayMs(attemptCount: number, retryAfterMs: number | null): number {
	const backOffMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attemptCount - 1));
	return Math.max(backOffMs, Math.min(retryAfterMs ?? 0, MAX_DELAY_MS));
}

/** The queue after an attempt at its first week. */
export function afterAttempt(queue: LrsQueue, attempt: Attempt, totalCount: number, nowMs: number): LrsQueue {
	const [week = '', ...others] = queue.weeks;
	const { outcome, status, doneCount, retryAfterMs } = attempt;
	const last: LrsAnswer = { outcome, status, week, atMs: nowMs, doneCount, totalCount };
	if (outcome === 'sent') {
		const nextAtMs = others.length > 0 ? nowMs : null;
		return { ...queue, weeks: others, attemptCount: 0, nextAtMs, last };
	}
	const attemptCount = queue.attemptCount + 1;
	const nextAtMs = outcome === 'later' ? nowMs + delayMs(attemptCount, retryAfterMs) : null;
	return { ...queue, attemptCount, nextAtMs, last };
}

/**
 * The version to try after the last reply: many stores answer 400 to the statements of a version that they do not know, and know only the
 * common one. Null where that is not the case.
 */
export function proposedVersionOf(last: LrsAnswer | null, version: XapiVersion): XapiVersion | null {
	const [common] = XAPI_VERSIONS;
	return last?.outcome === 'invalid' && last.status === 400 && version !== common ? common : null;
}

/** Whether the answer of a store to statements confirms them all: the list of their ids, in any order and case. */
export function confirms(answer: unknown, ids: readonly string[]): boolean {
	if (!Array.isArray(answer)) return false;
	const confirmed = new Set(answer.map((id) => (typeof id === 'string' ? id.toLowerCase() : '')));
	return ids.every((id) => confirmed.has(id.toLowerCase()));
}

/** Milliseconds that a `Retry-After` header requests, in seconds or as a date; null for anything else. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
	if (header === null) return null;
	const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
	return Number.isNaN(ms) ? null : Math.max(0, ms);
}
