import { isAddressKey, OWN_SENT } from '@/utils/core/measure/connection';
import type { Ledger, LedgerRow } from '@/utils/core/measure/ledger';
import { boundClaims, type Folded, NO_LIMIT, shownByNetwork } from '@/utils/core/measure/limits/claims';
import type { Kind } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import { addKind, NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';
import { foldHints, foldLogins, foldPeers, foldUploads, foldWorkers } from './fold-connections';
import { foldRow } from './fold-row';
import { isLoadedVideo, savedVideoBytes } from './fold-video';
import { sumRequests } from './sum-requests';

/**
 * Folds all rows of a visit into its traffic: each request counts once, as measured, estimated or unknown. With full visibility,
 * rows without any network event do not count. What only pages report counts up to a limit.
 */
export function foldLedger(ledger: Ledger, isFullyVisible = false, limit = NO_LIMIT, uploadCount = 0): Traffic {
	let { sentBytes } = foldPeers(ledger);
	let sparedBytes = 0;
	for (const [key, row] of Object.entries(ledger)) {
		if (!isAddressKey(key) && key !== OWN_SENT) continue;
		if (row.sentBytes !== null) sentBytes = (sentBytes ?? 0) + row.sentBytes;
		sparedBytes += savedBytesOf(row);
	}
	const received: Partial<Record<Kind, KindTraffic>> = {};
	for (const { kind, traffic } of foldRows(ledger, isFullyVisible, limit, uploadCount))
		received[kind] = addKind(received[kind] ?? NO_KIND_TRAFFIC, traffic);
	return { received, sentBytes, sparedBytes };
}

/** What was received of one address; of calls, workers and uploads where the key is null. */
export interface FoldedRow {
	readonly key: string | null;
	readonly kind: Kind;
	readonly traffic: KindTraffic;
}

/** The received figures of all rows, whose sum `foldLedger` is. */
export function foldRows(
	ledger: Ledger,
	isFullyVisible = false,
	limit = NO_LIMIT,
	uploadCount = 0,
): readonly FoldedRow[] {
	const folded: (Folded & { readonly key: string | null })[] = [];
	const claim = (kind: Kind, traffic: KindTraffic) => folded.push({ key: null, kind, traffic, shown: NO_KIND_TRAFFIC });
	for (const [key, row] of Object.entries(ledger)) {
		if (!isAddressKey(key)) continue;
		folded.push({ key, kind: row.kind, traffic: foldRow(row, isFullyVisible), shown: shownByNetwork(row) });
	}
	for (const [kind, traffic] of foldPeers(ledger).received) claim(kind, traffic);
	const unknowns = [
		foldWorkers(ledger, isFullyVisible),
		foldUploads(ledger, uploadCount),
		foldLogins(ledger),
		foldHints(ledger),
	];
	for (const unknown of unknowns) if (unknown) claim('data', unknown);
	const bounded = boundClaims(folded, limit);
	return folded.map(({ key, kind, traffic }, index) => ({ key, kind, traffic: bounded[index] ?? traffic }));
}

/** Network and page report the same cached responses, and each misses some. */
export function savedBytesOf(row: LedgerRow): number {
	const ofVideo = isLoadedVideo(row) ? savedVideoBytes(row) : null;
	return ofVideo ?? Math.max(sumRequests(row).savedBytes, row.timedSavedBytes);
}

/** Bytes of videos and sounds in files of their own that were preloaded and never played. */
export function unplayedBytes(ledger: Ledger): number {
	const unplayed = Object.values(ledger).filter((row) => row.bufferedShare > 0 && !row.isPlayed);
	return unplayed
		.map((row) => foldRow(row))
		.reduce((sum, { measuredBytes, estimatedBytes }) => sum + measuredBytes + estimatedBytes, 0);
}
