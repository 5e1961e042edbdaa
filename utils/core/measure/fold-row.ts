import { type KindTraffic, NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';
import { foldSockets } from './fold-connections';
import { foldVideo, isLoadedVideo, isLoadingUnreported } from './fold-video';
import { type LedgerRow, TIMING_HEADER_BYTES } from './ledger';

/**
 * Bytes of one address by quality. The network's figure comes first; the page fills what it lacks. What broke off is unknown
 * beyond what was seen of it: neither its time nor the speed of other responses is evidence. `isFullyVisible`: see `VisitState.isFullyVisible`.
 */
export function foldRow(row: LedgerRow, isFullyVisible = false): KindTraffic {
	if (row.kind === 'socket') return foldSockets(row);
	const networkCount = row.sizedCount + row.unsizedCount + row.cachedCount + row.openCount;
	return networkCount > 0 ? foldNetwork(row, networkCount) : foldTimed(row, isFullyVisible);
}

/** An address of which the network's events told nothing. */
function foldTimed(row: LedgerRow, isFullyVisible: boolean): KindTraffic {
	if (isFullyVisible) {
		// Its requests are settled: of what the page tells only the answers of a cache in memory are news, and a video under way.
		const unknownCount = isLoadingUnreported(row) ? 1 : 0;
		const requestCount = row.timedCachedCount + unknownCount;
		return { ...NO_KIND_TRAFFIC, measuredBytes: row.sizedBytes, unknownCount, requestCount };
	}
	// An answer that was read may have come from the cache, and only the network's events would tell.
	const partCount = row.isLivePacked ? 0 : Math.max(0, row.partCount - row.timedCount);
	const measuredBytes = row.sizedBytes + row.timedBytes + (partCount > 0 ? row.partBytes : 0);
	const opaqueCount = Math.max(0, row.opaqueCount - row.movedCount);
	// A video plays though no entry tells of it before it is whole.
	const unreportedCount = row.bufferedShare > 0 && row.timedCount === 0 ? 1 : 0;
	const hiddenCount = Math.max(unreportedCount, opaqueCount - row.timedCount);
	const reportedCount = Math.max(row.timedCount, opaqueCount, unreportedCount);
	const requestCount = reportedCount + row.timedCachedCount + row.timedBrokenCount;
	return {
		measuredBytes,
		estimatedBytes: 0,
		// What another origin hides whole looks just like what broke off.
		unknownCount: Math.max(0, hiddenCount + row.timedBrokenCount - partCount),
		requestCount: Math.max(requestCount, partCount),
	};
}

function foldNetwork(row: LedgerRow, requestCount: number): KindTraffic {
	const timedBodyBytes = Math.max(0, row.timedBytes - row.timedCount * TIMING_HEADER_BYTES);
	const sizedBodyBytes = row.sizedBytes - row.sizedHeaderBytes;
	const bodyBytesLeft = row.unsizedCount > 0 ? Math.max(0, timedBodyBytes - sizedBodyBytes) : 0;
	const measuredBytes = row.sizedBytes + row.unsizedHeaderBytes + bodyBytesLeft;
	if (isLoadedVideo(row)) return foldVideo(row, requestCount, measuredBytes);
	const timedLeftCount = Math.max(0, row.timedCount - row.sizedCount);
	const resolvedCount = bodyBytesLeft > 0 ? Math.min(row.unsizedCount, timedLeftCount) : 0;
	const leftCount = row.unsizedCount + row.openCount - resolvedCount;
	const partCount = Math.min(row.partCount, Math.max(0, leftCount - row.cachedBrokenCount));
	// Those that are not left were sized, or came from the cache.
	const partBytes = partCount > 0 ? Math.round((row.partBytes * partCount) / row.partCount) : 0;
	const packedBytes = row.isLivePacked ? partBytes : 0;
	return {
		measuredBytes: measuredBytes + partBytes - packedBytes,
		estimatedBytes: packedBytes,
		// What a page saw of a request ends as it is frozen; Chromium takes more.
		unknownCount: leftCount - partCount + Math.min(row.frozenCount, partCount),
		requestCount,
	};
}
