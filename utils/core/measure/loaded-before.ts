import type { LoadedShares, VisitState } from './visit-state';

/** Videos remembered from visit to visit; beyond that the oldest are discarded. */
const MAX_VIDEOS = 50;

/**
 * What the browser's cache may hold when a new visit begins: the share of each video that earlier visits had loaded. Where the
 * cache answers the beginning of a video, only this shows where the network continued.
 */
export function loadedBefore(visits: readonly Pick<VisitState, 'ledger' | 'loadedBefore'>[]): LoadedShares {
	const shares = new Map<string, number>();
	const add = (key: string, share: number) => {
		const known = shares.get(key) ?? 0;
		shares.delete(key);
		shares.set(key, Math.max(known, share));
	};
	for (const { ledger, loadedBefore } of visits) {
		for (const [key, share] of Object.entries(loadedBefore)) add(key, share);
		for (const [key, { bufferedShare }] of Object.entries(ledger)) if (bufferedShare > 0) add(key, bufferedShare);
	}
	return Object.fromEntries([...shares].slice(-MAX_VIDEOS));
}
