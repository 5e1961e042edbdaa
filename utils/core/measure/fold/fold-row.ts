import { confirmedCount, type LedgerRow, TIMING_HEADER_BYTES } from '@/utils/core/measure/ledger';
import type { Bounds, KindTraffic } from '@/utils/core/schema/traffic';
import { NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';
import { COUNTED, PACKED_AGAIN, PIPE_BYTES, spread, withBounds } from './bounds';
import { foldSockets } from './fold-connections';
import { foldVideo, isLoadedVideo, isLoadingUnreported } from './fold-video';

/**
 * Measured, estimated and unknown bytes of one address. The network's figures come first; the page adds what they lack. What only the
 * page's own world counted is estimated, since the page can forge it. The rest of
 * an aborted response is unknown: neither its duration nor the bandwidth of others is evidence. `isFullyVisible`: see `VisitState`.
 */
export function foldRow(row: LedgerRow, isFullyVisible = false): KindTraffic {
	if (row.kind === 'socket') return foldSockets(row);
	const networkCount = row.sizedCount + row.unsizedCount + row.cachedCount + row.openCount;
	if (networkCount > 0) return foldNetwork(row, networkCount);
	return isFullyVisible ? foldUncounted(row) : foldTimed(row);
}

/**
 * An address without network events in a visit of full visibility. Its requests are in the final totals; the page adds only what
 * a memory cache answered, and a video that is being loaded.
 */
function foldUncounted(row: LedgerRow): KindTraffic {
	const unknownCount = isLoadingUnreported(row) ? 1 : 0;
	const requestCount = row.timedCachedCount + unknownCount;
	return { ...NO_KIND_TRAFFIC, measuredBytes: row.sizedBytes, unknownCount, requestCount };
}

/** An address without network events, known by the page alone. */
function foldTimed(row: LedgerRow): KindTraffic {
	// A response whose body was read may have come from the cache, and only network events would show it.
	const partCount = row.mayBeCached ? 0 : Math.max(0, row.partCount - row.timedCount);
	const opaqueCount = Math.max(0, row.opaqueCount - row.redirectedNavigationCount);
	// A video plays before Resource Timing has an entry of it, which comes when it is complete.
	const unreportedCount = row.bufferedShare > 0 && row.timedCount === 0 ? 1 : 0;
	const hiddenCount = Math.max(unreportedCount, opaqueCount - row.timedCount);
	const reportedCount = Math.max(row.timedCount, opaqueCount, unreportedCount);
	const requestCount = reportedCount + row.timedCachedCount + row.timedBrokenCount;
	// A complete response that another origin hides cannot be distinguished from an aborted one.
	const unknownCount = Math.max(0, hiddenCount + row.timedBrokenCount - partCount);
	const traffic = {
		measuredBytes: row.sizedBytes + row.timedBytes,
		estimatedBytes: partCount > 0 ? row.partBytes : 0,
		unknownCount,
		requestCount: Math.max(requestCount, partCount),
	};
	if (mayBeCoded(row)) return foldCodedStream(traffic, partCount);
	return withBounds(traffic, boundsOfParts(row, traffic.estimatedBytes, partCount, unknownCount));
}

/**
 * Bounds of what the page's world counted, and of the requests of which it counted nothing. The browser may have received more of
 * one that broke off than the page has read of it.
 */
function boundsOfParts(row: LedgerRow, partBytes: number, brokenCount: number, unknownCount: number): Bounds {
	const ofParts = spread(partBytes, row.isLiveEstimated ? PACKED_AGAIN : COUNTED);
	const boundedCount = Math.min(row.boundedCount, unknownCount);
	const unreadBytes = brokenCount * PIPE_BYTES + (boundedCount > 0 ? row.boundedBytes : 0);
	const highBytes = ofParts.highBytes + unreadBytes;
	return { ...ofParts, highBytes, unboundedCount: unknownCount - boundedCount };
}

/** Event streams whose response has a content coding, or was not seen: their text is much larger than what was transferred. */
function mayBeCoded({ isStream, plainStreamCount, codedStreamCount }: LedgerRow): boolean {
	return isStream && (plainStreamCount === 0 || codedStreamCount > 0);
}

/** Event streams are unknown where their events may have been compressed: at most what the page read of them came. */
function foldCodedStream(traffic: KindTraffic, streamCount: number): KindTraffic {
	const unknownCount = traffic.unknownCount + streamCount;
	const bounds = { lowBytes: 0, highBytes: traffic.estimatedBytes, unboundedCount: traffic.unknownCount };
	return withBounds({ ...traffic, estimatedBytes: 0, unknownCount }, bounds);
}

function foldNetwork(row: LedgerRow, requestCount: number): KindTraffic {
	const timedBodyBytes = Math.max(0, row.timedBytes - row.timedCount * TIMING_HEADER_BYTES);
	const sizedBodyBytes = row.sizedBytes - row.sizedHeaderBytes;
	const timedOnlyCount = Math.max(0, row.timedCount - row.sizedCount);
	// No entry shows what an aborted request received: those of an address that it shares are of others, which may be in the final totals.
	const sizableCount = row.unsizedCount - row.abortedCount;
	// Bodies that only the page could size. Two frames may have an entry of one response: a document, and the page that shows it.
	const share = Math.min(1, sizableCount / Math.max(1, timedOnlyCount));
	const addedBodyBytes = Math.round(Math.max(0, timedBodyBytes - sizedBodyBytes) * share);
	const measuredBytes = row.sizedBytes + row.unsizedHeaderBytes + addedBodyBytes;
	if (isLoadedVideo(row)) return foldVideo(row, requestCount, measuredBytes);
	const resolvedCount = addedBodyBytes > 0 ? Math.min(sizableCount, timedOnlyCount) : 0;
	const unresolvedCount =
		row.unsizedCount + row.openCount - Math.min(row.unsizedCount, resolvedCount + confirmedCount(row));
	const maybeCachedCount = row.cachedBrokenCount + row.doubtfulCount;
	const partCount = row.isPartStale ? 0 : Math.min(row.partCount, Math.max(0, unresolvedCount - maybeCachedCount));
	// The other parts belong to requests that were sized, or came from the cache.
	const partBytes = partCount > 0 ? Math.round((row.partBytes * partCount) / row.partCount) : 0;
	// The page stops counting when it is frozen; Chromium receives more.
	const unknownCount = unresolvedCount - partCount + Math.min(row.frozenCount, partCount);
	const brokenCount = Math.min(row.abortedCount, partCount);
	const traffic = { measuredBytes, estimatedBytes: partBytes, unknownCount, requestCount };
	if (mayBeCoded(row)) return foldCodedStream(traffic, partCount);
	return withBounds(traffic, boundsOfParts(row, partBytes, brokenCount, unknownCount));
}
