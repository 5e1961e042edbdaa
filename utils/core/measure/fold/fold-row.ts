import type { LedgerRow } from '@/utils/core/measure/ledger';
import { hasRequests } from '@/utils/core/measure/row-requests';
import type { Bounds, KindTraffic } from '@/utils/core/schema/traffic';
import { boundsOf, NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';
import { COUNTED, PACKED_AGAIN, PIPE_BYTES, spread, withBounds } from './bounds';
import { foldSockets } from './fold-connections';
import { foldVideo, isLoadedVideo, isLoadingUnreported } from './fold-video';
import { type RequestSum, sumRequests } from './sum-requests';

/**
 * Measured, estimated and unknown bytes of the requests to one address. The network's figures come first; the page adds what they lack.
 * What only the page's own world counted is estimated, since the page can forge it. The rest of
 * an aborted response is unknown: neither its duration nor the bandwidth of others is evidence. `isFullyVisible`: see `VisitState`.
 */
export function foldRow(row: LedgerRow, isFullyVisible = false): KindTraffic {
	const sum = sumRequests(row);
	if (row.kind === 'socket') return foldSockets(row, sum);
	if (!hasRequests(row)) return withHidden(row, isFullyVisible ? foldUncounted(row, sum) : foldTimed(row, sum));
	return withHidden(row, isLoadedVideo(row) ? foldVideo(row, sum) : foldRequests(row, sum));
}

/**
 * An address without requests of its own in a visit of full visibility. They are in the final totals; the page adds only what
 * a memory cache answered, and a video that is being loaded.
 */
function foldUncounted(row: LedgerRow, { measuredBytes }: RequestSum): KindTraffic {
	const unknownCount = isLoadingUnreported(row) ? 1 : 0;
	const requestCount = row.timedCachedCount + unknownCount;
	return { ...NO_KIND_TRAFFIC, measuredBytes, unknownCount, requestCount };
}

/** An address without network events, known by the page alone. */
function foldTimed(row: LedgerRow, { measuredBytes, movedCount }: RequestSum): KindTraffic {
	// A response whose body was read may have come from the cache, and only network events would show it.
	const partCount = row.mayBeCached ? 0 : Math.max(0, row.partCount - row.timedCount);
	const opaqueCount = Math.max(0, row.opaqueCount - movedCount);
	// A video plays before Resource Timing has an entry of it, which comes when it is complete.
	const unreportedCount = row.bufferedShare > 0 && row.timedCount === 0 ? 1 : 0;
	const hiddenCount = Math.max(unreportedCount, opaqueCount - row.timedCount);
	const reportedCount = Math.max(row.timedCount, opaqueCount, unreportedCount);
	const requestCount = reportedCount + row.timedCachedCount + row.timedBrokenCount;
	// A complete response that another origin hides cannot be distinguished from an aborted one.
	const unknownCount = Math.max(0, hiddenCount + row.timedBrokenCount - partCount);
	const traffic = {
		measuredBytes: measuredBytes + row.timedBytes,
		estimatedBytes: partCount > 0 ? row.partBytes : 0,
		unknownCount,
		requestCount: Math.max(requestCount, partCount),
	};
	if (mayBeCoded(row)) return foldCodedStream(traffic, partCount);
	const ofParts = spread(traffic.estimatedBytes, row.isLiveEstimated ? PACKED_AGAIN : COUNTED);
	const highBytes = ofParts.highBytes + partCount * PIPE_BYTES;
	return withBounds(traffic, { ...ofParts, highBytes, unboundedCount: unknownCount });
}

/** Event streams whose response has a content coding, or was not seen: their text is much larger than what was transferred. */
function mayBeCoded({ isStream, requests }: LedgerRow): boolean {
	const codings = requests.map(({ isCodedStream }) => isCodedStream);
	return isStream && (codings.includes(true) || !codings.includes(false));
}

/** Event streams are unknown where their events may have been compressed: at most what the page read of them came. */
function foldCodedStream(traffic: KindTraffic, streamCount: number): KindTraffic {
	const unknownCount = traffic.unknownCount + streamCount;
	const bounds = { lowBytes: 0, highBytes: traffic.estimatedBytes, unboundedCount: traffic.unknownCount };
	return withBounds({ ...traffic, estimatedBytes: 0, unknownCount }, bounds);
}

/** Requests that network events showed. What the page has read counts for those of unknown size; the rest of them is unknown. */
function foldRequests(row: LedgerRow, { pending, lostCount, measuredBytes, requestCount }: RequestSum): KindTraffic {
	const readable = pending.filter(({ isDoubtful }) => !isDoubtful);
	const partCount = row.isPartStale ? 0 : Math.min(row.partCount, readable.length);
	// The other parts belong to requests that were sized, or came from the cache.
	const partBytes = partCount > 0 ? Math.round((row.partBytes * partCount) / row.partCount) : 0;
	// The page stops counting when it is frozen; Chromium receives more.
	const frozenCount = pending.filter(({ isFrozen }) => isFrozen).length;
	const unknownCount = pending.length - partCount + Math.min(frozenCount, partCount) + lostCount;
	const traffic = { measuredBytes, estimatedBytes: partBytes, unknownCount, requestCount };
	if (mayBeCoded(row)) return foldCodedStream(traffic, partCount);
	return withBounds(traffic, boundsOfRequests(row, traffic, pending, partCount));
}

/** Adds what may have come and no event shows. */
function withHidden({ hiddenCount, hiddenAtMostBytes }: LedgerRow, traffic: KindTraffic): KindTraffic {
	if (hiddenCount === 0) return traffic;
	const { lowBytes, highBytes, unboundedCount } = boundsOf(traffic);
	const bounds = { lowBytes, highBytes: highBytes + hiddenAtMostBytes, unboundedCount };
	const unknownCount = traffic.unknownCount + hiddenCount;
	return { ...traffic, unknownCount, requestCount: Math.max(traffic.requestCount, unknownCount), bounds };
}

/**
 * Bounds of what the page has read, and of the requests of which it has read nothing. The browser may have received more of one that broke
 * off than the page has read of it.
 */
function boundsOfRequests(
	row: LedgerRow,
	{ estimatedBytes, unknownCount }: KindTraffic,
	pending: RequestSum['pending'],
	partCount: number,
): Bounds {
	const ofParts = spread(estimatedBytes, row.isLiveEstimated ? PACKED_AGAIN : COUNTED);
	const brokenCount = Math.min(partCount, pending.filter(({ isBroken }) => isBroken).length);
	const bounded = pending.filter(({ atMostBytes }) => atMostBytes !== null);
	const boundedCount = Math.min(bounded.length, unknownCount);
	const boundedBytes = boundedCount > 0 ? bounded.reduce((sum, { atMostBytes }) => sum + (atMostBytes ?? 0), 0) : 0;
	const highBytes = ofParts.highBytes + brokenCount * PIPE_BYTES + boundedBytes;
	return { ...ofParts, highBytes, unboundedCount: unknownCount - boundedCount };
}
