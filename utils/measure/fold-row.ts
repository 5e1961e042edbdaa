import { foldSockets } from './fold-connections';
import { type LedgerRow, TIMING_HEADER_BYTES } from './ledger';
import { type KindTraffic, NO_KIND_TRAFFIC } from './traffic';

/**
 * Bytes between Chromium's network and its player that a film at rest has taken and does not call buffered: the data pipe of a
 * loader. Measured on Chromium 156, 2,097,500 and 2,098,400 bytes beyond `buffered` on two films.
 */
const PIPE_BYTES = 2 ** 21;

/**
 * Bytes that Chromium takes on after a page was frozen in the back/forward cache, before it gives up: a mebibyte for all the
 * requests of a process. Measured on Chromium 156 with one, 1,114,112 bytes beyond what the page had seen, each of three times.
 */
const FROZEN_BYTES = 2 ** 20 + 2 ** 16;

/** What a row is folded with. */
export interface FoldContext {
	/** See `VisitState.isSeen`. */
	readonly isSeen: boolean;
	/** Speed of the line; null when nothing told. */
	readonly bytesPerMs: number | null;
	/** Requests of the visit that broke off after its page was frozen, which share what was still taken. */
	readonly frozenCount: number;
}

export const UNSEEN: FoldContext = { isSeen: false, bytesPerMs: null, frozenCount: 1 };

/** Bytes of one address by quality. The network's figure comes first; the page fills what it lacks; what is deduced comes last. */
export function foldRow(row: LedgerRow, context = UNSEEN): KindTraffic {
	if (row.kind === 'socket') return foldSockets(row);
	const networkCount = row.sizedCount + row.unsizedCount + row.cachedCount + row.openCount;
	return networkCount > 0 ? foldNetwork(row, networkCount, context) : foldTimed(row, context);
}

/** An address of which the network's events told nothing. */
function foldTimed(row: LedgerRow, { isSeen }: FoldContext): KindTraffic {
	// Its requests are settled: of what the page tells only the answers of a cache in memory are news.
	if (isSeen) return { ...NO_KIND_TRAFFIC, measuredBytes: row.sizedBytes, requestCount: row.timedCachedCount };
	// An answer that was read may have come from the cache, and only the network's events would tell.
	const partCount = row.isLivePacked ? 0 : Math.max(0, row.partCount - row.timedCount);
	const measuredBytes = row.sizedBytes + row.timedBytes + (partCount > 0 ? row.partBytes : 0);
	const opaqueCount = Math.max(0, row.opaqueCount - row.movedCount);
	// A film plays though no entry tells of it before it is whole.
	const untoldCount = row.bufferedShare > 0 && row.timedCount === 0 ? 1 : 0;
	const hiddenCount = Math.max(untoldCount, opaqueCount - row.timedCount);
	const toldCount = Math.max(row.timedCount, opaqueCount, untoldCount);
	const requestCount = toldCount + row.timedCachedCount + row.timedBrokenCount;
	return {
		measuredBytes,
		estimatedBytes: estimateBuffered(row, measuredBytes, UNSEEN),
		// What another origin hides whole looks just like what broke off.
		unknownCount: Math.max(0, hiddenCount + row.timedBrokenCount - partCount),
		requestCount: Math.max(requestCount, partCount),
	};
}

function foldNetwork(row: LedgerRow, requestCount: number, context: FoldContext): KindTraffic {
	const { bytesPerMs } = context;
	const timedBodyBytes = Math.max(0, row.timedBytes - row.timedCount * TIMING_HEADER_BYTES);
	const sizedBodyBytes = row.sizedBytes - row.sizedHeaderBytes;
	const bodyBytesLeft = row.unsizedCount > 0 ? Math.max(0, timedBodyBytes - sizedBodyBytes) : 0;
	const measuredBytes = row.sizedBytes + row.unsizedHeaderBytes + bodyBytesLeft;
	const pendingCount = row.unsizedCount + row.openCount;
	const timedLeftCount = Math.max(0, row.timedCount - row.sizedCount);
	const resolvedCount = bodyBytesLeft > 0 ? Math.min(row.unsizedCount, timedLeftCount) : 0;
	const isFilm = row.kind === 'video' || row.kind === 'audio';
	if (isFilm && row.wholeBytes !== null && row.bufferedShare > 0) {
		const estimatedBytes = pendingCount > 0 ? estimateBuffered(row, measuredBytes, context) : 0;
		return { measuredBytes, estimatedBytes, unknownCount: 0, requestCount };
	}
	const leftCount = pendingCount - resolvedCount;
	const partCount = Math.min(row.partCount, leftCount);
	const brokenCount = Math.min(
		Math.max(row.brokenCount, row.timedBrokenCount),
		row.abortedCount,
		leftCount - partCount,
	);
	const isTimed = bytesPerMs !== null && brokenCount > 0;
	// Those that are not left were sized, or came from the cache.
	const partBytes = partCount > 0 ? Math.round((row.partBytes * partCount) / row.partCount) : 0;
	const packedBytes = row.isLivePacked ? partBytes : 0;
	const wentOnBytes = partCount > 0 ? frozenBytes(row, context) : 0;
	return {
		measuredBytes: measuredBytes + partBytes - packedBytes,
		estimatedBytes: packedBytes + wentOnBytes + (isTimed ? estimateBroken(row, bytesPerMs) : 0),
		unknownCount: leftCount - partCount - (isTimed ? brokenCount : 0),
		requestCount,
	};
}

/** Bytes of what broke off, by the time it had and the speed of the line; a page knows only how long it waited. */
function estimateBroken(row: LedgerRow, bytesPerMs: number): number {
	const mostBytes = row.wholeBytes === null ? Number.POSITIVE_INFINITY : row.wholeBytes * row.brokenCount;
	return Math.min(mostBytes, Math.round(bytesPerMs * (row.brokenMs || row.timedBrokenMs)));
}

/** Its share of what was taken after its page was frozen. */
function frozenBytes(row: LedgerRow, { frozenCount }: FoldContext): number {
	return Math.round(FROZEN_BYTES * Math.min(1, row.frozenCount / Math.max(1, frozenCount)));
}

/**
 * Bytes of a film deduced from its whole size and the share that was buffered, beyond those already measured. A response that
 * was left resting had up to {@link PIPE_BYTES} more on their way to the player, and one whose page was frozen its share of
 * {@link FROZEN_BYTES}; others of the same film had ended before.
 */
function estimateBuffered(row: LedgerRow, measuredBytes: number, context: FoldContext): number {
	if (row.wholeBytes === null) return 0;
	const pendingCount = row.unsizedCount + row.openCount;
	const waitingBytes = Math.max(row.wholeBytes * row.pipedShare, frozenBytes(row, context));
	const pipedBytes = pendingCount > 0 ? Math.min(PIPE_BYTES, waitingBytes) : 0;
	const mostBytes = row.wholeBytes * Math.max(1, pendingCount);
	const bufferedBytes = row.wholeBytes * row.bufferedShare;
	return Math.max(0, Math.min(mostBytes, Math.round(bufferedBytes + pipedBytes)) - measuredBytes);
}
