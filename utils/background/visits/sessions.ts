import { clearSession, createSessionItem, createSessionRecords } from '@/utils/browser/session-item';
import type { VisitState } from '@/utils/core/measure/visit-state';

/** Visits under way, by id: they outlive a stop of the background. */
const visits = createSessionRecords<VisitState>('visit:');
/** When the background first ran in this session of the browser, milliseconds since 1970. */
const SINCE = 'since';
const since = createSessionItem<number>(SINCE);

/** The persisted visits, and when the background first ran in this session of the browser. */
export async function readSessions(nowMs: number): Promise<{ states: VisitState[]; sinceMs: number }> {
	const [states, sinceMs] = await Promise.all([visits.readAll(), since.read()]);
	if (sinceMs === null) await since.write(nowMs);
	return { states: [...states.values()], sinceMs: sinceMs ?? nowMs };
}

/** Persists visits under way; each replaces what was stored under its id. */
export function persistSessions(states: readonly VisitState[]): Promise<void> {
	return visits.write(Object.fromEntries(states.map((state) => [state.id, state])));
}

/** Deletes visits that are over. */
export function discardSessions(ids: readonly string[]): Promise<void> {
	return visits.remove(ids);
}

/** Deletes all that outlives a stop of the background, except when it first ran. */
export function discardSession(): Promise<void> {
	return clearSession([SINCE]);
}
