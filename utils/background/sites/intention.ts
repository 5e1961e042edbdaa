import { browser } from '@/utils/browser/browser';
import type { FollowRequest } from '@/utils/core/platforms/followed-site';

/** A wish to follow a site whose permission the browser is asking for; `atMs` is milliseconds since 1970. */
export interface Intention extends FollowRequest {
	readonly atMs: number;
}

/** In `storage.session`: in memory, gone with the browser, but not with the popup nor with a stop of the background. */
const KEY = 'intention';

/** Keeps the wish in place of the one before. */
export async function persistIntention(intention: Intention): Promise<void> {
	await browser.storage.session.set({ [KEY]: intention });
}

/** The wish that waits; null when there is none. */
export async function readIntention(): Promise<Intention | null> {
	const kept = await browser.storage.session.get(KEY);
	return (kept[KEY] as Intention | undefined) ?? null;
}

/** Gives the wish up, or calls it fulfilled. */
export async function discardIntention(): Promise<void> {
	await browser.storage.session.remove(KEY);
}
