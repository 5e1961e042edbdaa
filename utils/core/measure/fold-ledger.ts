import type { Kind } from '@/utils/core/visit/kind';
import type { KindTraffic, Traffic } from '@/utils/core/visit/traffic';
import { isAddressKey, OWN_SENT } from './connection';
import { foldPeers, foldUploads, foldWorkers } from './fold-connections';
import { foldRow } from './fold-row';
import { isLoadedVideo, savedVideoBytes } from './fold-video';
import type { Ledger, LedgerRow } from './ledger';

function addKind(received: Partial<Record<Kind, KindTraffic>>, kind: Kind, folded: KindTraffic): void {
	const sum = received[kind];
	received[kind] = sum
		? {
				measuredBytes: sum.measuredBytes + folded.measuredBytes,
				estimatedBytes: sum.estimatedBytes + folded.estimatedBytes,
				unknownCount: sum.unknownCount + folded.unknownCount,
				requestCount: sum.requestCount + folded.requestCount,
			}
		: folded;
}

/**
 * Folds all rows of a visit into its traffic: each request ends as measured, estimated or unknown, none twice. In a visit that
 * is seen no row counts of which the network's events told nothing.
 */
export function foldLedger(ledger: Ledger, isFullyVisible = false): Traffic {
	const received: Partial<Record<Kind, KindTraffic>> = {};
	const { received: peers, sentBytes: peerSentBytes } = foldPeers(ledger);
	let sentBytes = peerSentBytes;
	let sparedBytes = 0;
	for (const [key, row] of Object.entries(ledger)) {
		if (isAddressKey(key)) addKind(received, row.kind, foldRow(row, isFullyVisible));
		else if (key !== OWN_SENT) continue;
		if (row.sentBytes !== null) sentBytes = (sentBytes ?? 0) + row.sentBytes;
		sparedBytes += savedOf(row);
	}
	for (const [kind, folded] of peers) addKind(received, kind, folded);
	for (const unknown of [foldWorkers(ledger, isFullyVisible), foldUploads(ledger)])
		if (unknown) addKind(received, 'data', unknown);
	return { received, sentBytes, sparedBytes };
}

/** Network and page tell of the same cached answers, and each misses some. */
function savedOf(row: LedgerRow): number {
	const ofVideo = isLoadedVideo(row) ? savedVideoBytes(row) : null;
	return ofVideo ?? Math.max(row.sparedBytes, row.timedSavedBytes);
}

/** Bytes of the videos, and sounds, that were loaded ahead from an address of their own and never played. */
export function unplayedBytes(ledger: Ledger): number {
	const unplayed = Object.values(ledger).filter((row) => row.bufferedShare > 0 && !row.isPlayed);
	return unplayed
		.map((row) => foldRow(row))
		.reduce((sum, { measuredBytes, estimatedBytes }) => sum + measuredBytes + estimatedBytes, 0);
}
