import type { Kind } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import { addKind, NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';
import { isAddressKey, OWN_SENT } from './connection';
import { foldPeers, foldUploads, foldWorkers } from './fold-connections';
import { foldRow } from './fold-row';
import { isLoadedVideo, savedVideoBytes } from './fold-video';
import type { Ledger, LedgerRow } from './ledger';

/**
 * Folds all rows of a visit into its traffic: each request counts once, as measured, estimated or unknown. With full visibility,
 * rows without any network event do not count.
 */
export function foldLedger(ledger: Ledger, isFullyVisible = false): Traffic {
	const received: Partial<Record<Kind, KindTraffic>> = {};
	const add = (kind: Kind, folded: KindTraffic) => {
		received[kind] = addKind(received[kind] ?? NO_KIND_TRAFFIC, folded);
	};
	const peers = foldPeers(ledger);
	let { sentBytes } = peers;
	let sparedBytes = 0;
	for (const [key, row] of Object.entries(ledger)) {
		if (isAddressKey(key)) add(row.kind, foldRow(row, isFullyVisible));
		else if (key !== OWN_SENT) continue;
		if (row.sentBytes !== null) sentBytes = (sentBytes ?? 0) + row.sentBytes;
		sparedBytes += savedBytesOf(row);
	}
	for (const [kind, folded] of peers.received) add(kind, folded);
	for (const unknown of [foldWorkers(ledger, isFullyVisible), foldUploads(ledger)]) if (unknown) add('data', unknown);
	return { received, sentBytes, sparedBytes };
}

/** Network and page report the same cached responses, and each misses some. */
export function savedBytesOf(row: LedgerRow): number {
	const ofVideo = isLoadedVideo(row) ? savedVideoBytes(row) : null;
	return ofVideo ?? Math.max(row.savedBytes, row.timedSavedBytes);
}

/** Bytes of videos and sounds in files of their own that were preloaded and never played. */
export function unplayedBytes(ledger: Ledger): number {
	const unplayed = Object.values(ledger).filter((row) => row.bufferedShare > 0 && !row.isPlayed);
	return unplayed
		.map((row) => foldRow(row))
		.reduce((sum, { measuredBytes, estimatedBytes }) => sum + measuredBytes + estimatedBytes, 0);
}
