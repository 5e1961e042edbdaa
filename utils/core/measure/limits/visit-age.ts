import type { VisitState } from '@/utils/core/measure/visit-state';

/** A page begins, and is observed, this long before the background hears of it, at most. */
const HEARD_AFTER_MS = 10_000;

/**
 * The age of a visit when it begins, by the background's clock, in milliseconds. A page that was open before counts from its
 * start, at most from when the background first ran in this session (`sinceMs`): nothing was observed before.
 */
export function ageAtStart(startedAtMs: number, sinceMs: number, nowMs: number): number {
	return HEARD_AFTER_MS + Math.max(0, nowMs - Math.max(startedAtMs, sinceMs));
}

/** Adds the time since the last report. A clock that was set back adds nothing. */
export function advanceAge(visit: VisitState, nowMs: number): void {
	visit.ageMs += Math.max(0, nowMs - visit.heardAtMs);
	visit.heardAtMs = nowMs;
}
