import { browser } from '@/utils/browser/browser';
import type { VisitState } from '@/utils/core/measure/visit-state';

/** Visits under way live in `storage.session`: in memory, gone with the browser, but not with a stop of the background. */
const PREFIX = 'visit:';
/** When the background first ran in this session of the browser, milliseconds since 1970. */
const SINCE = 'since';

/** All visits under way that an earlier life of the background kept, and since when there has been one in this session. */
export async function readSessions(nowMs: number): Promise<{ states: VisitState[]; sinceMs: number }> {
	const kept = await browser.storage.session.get(null);
	if (kept[SINCE] === undefined) await browser.storage.session.set({ [SINCE]: nowMs });
	const visits = Object.entries(kept).filter(([key]) => key.startsWith(PREFIX));
	return {
		states: visits.map(([, state]) => state as VisitState),
		sinceMs: (kept[SINCE] as number | undefined) ?? nowMs,
	};
}

/** Keeps visits under way; each replaces what was kept under its id. */
export async function persistSessions(states: readonly VisitState[]): Promise<void> {
	await browser.storage.session.set(Object.fromEntries(states.map((state) => [PREFIX + state.id, state])));
}

/** Forgets visits that are over. */
export async function discardSessions(ids: readonly string[]): Promise<void> {
	await browser.storage.session.remove(ids.map((id) => PREFIX + id));
}
