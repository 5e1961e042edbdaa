import browser from 'webextension-polyfill';
import type { VisitState } from '@/utils/measure/live-visit';

/** Visits under way live in `storage.session`: in memory, gone with the browser, but not with a stop of the background. */
const PREFIX = 'visit:';

/** All visits under way that an earlier life of the background kept. */
export async function readSessions(): Promise<VisitState[]> {
	const kept = await browser.storage.session.get(null);
	return Object.entries(kept)
		.filter(([key]) => key.startsWith(PREFIX))
		.map(([, state]) => state as VisitState);
}

/** Keeps visits under way; each replaces what was kept under its id. */
export async function keepSessions(states: readonly VisitState[]): Promise<void> {
	await browser.storage.session.set(Object.fromEntries(states.map((state) => [PREFIX + state.id, state])));
}

/** Forgets visits that are over. */
export async function forgetSessions(ids: readonly string[]): Promise<void> {
	await browser.storage.session.remove(ids.map((id) => PREFIX + id));
}
