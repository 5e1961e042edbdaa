import type { LoadedShares, VisitState } from './visit-state';

/** Videos that are remembered from visit to visit; of more the oldest are discarded. */
const MAX_VIDEOS = 50;

/**
 * What the cache may hold as a new visit begins: the share of each video that these visits, and those before them, had loaded. Where
 * the cache answers the beginning of a video, only this tells where the network took over.
 */
export function loadedBefore(visits: readonly Pick<VisitState, 'ledger' | 'loadedBefore'>[]): LoadedShares {
	const shares = new Map<string, number>();
	const remember = (key: string, share: number) => {
		const known = shares.get(key) ?? 0;
		shares.delete(key);
		shares.set(key, Math.max(known, share));
	};
	for (const { ledger, loadedBefore } of visits) {
		for (const [key, share] of Object.entries(loadedBefore)) remember(key, share);
		for (const [key, { bufferedShare }] of Object.entries(ledger)) if (bufferedShare > 0) remember(key, bufferedShare);
	}
	return Object.fromEntries([...shares].slice(-MAX_VIDEOS));
}
