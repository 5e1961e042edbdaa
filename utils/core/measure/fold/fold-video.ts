import type { LedgerRow } from '@/utils/core/measure/ledger';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import { PIPE_BYTES, withBounds } from './bounds';
import type { RequestSum } from './sum-requests';
import { type VideoFile, videoFile } from './video-file';

/** Moments that the page and the network report this close together may be the same. Milliseconds. */
const TOLERANCE_MS = 1_000;

/** A video loaded to this share is complete: its audio and video tracks do not end at the same time. */
const COMPLETE_SHARE = 0.99;

/** Whether an address is a video, or sound, of known size in a file of its own of which a media element has loaded something. */
export function isLoadedVideo(row: LedgerRow): boolean {
	return (row.kind === 'video' || row.kind === 'audio') && row.bufferedShare > 0 && videoFile(row).wholeBytes !== null;
}

/** Traffic of a video. While requests are open, and after an abort, the buffered share is the evidence beyond measured bytes. */
export function foldVideo(row: LedgerRow, sum: RequestSum): KindTraffic {
	const { measuredBytes, requestCount, pending, lostCount } = sum;
	const file = videoFile(row);
	const known = { measuredBytes, estimatedBytes: 0, unknownCount: lostCount, requestCount };
	const wholeBytes = file.wholeBytes ?? 0;
	const beyondMeasured = (bytes: number) => Math.max(0, Math.round(Math.min(wholeBytes, bytes)) - measuredBytes);
	if (file.isFirstCached) {
		// The cache may hold more than players had loaded: the bytes of the network are unknown.
		if ((row.loadedBeforeShare ?? 0) >= COMPLETE_SHARE) return known;
		const highBytes = beyondMeasured(wholeBytes);
		return withBounds({ ...known, unknownCount: 1 }, { lowBytes: 0, highBytes, unboundedCount: 0 });
	}
	if (pending.length === 0) return { ...known, unknownCount: lostCount + (isLoadingUnreported(row) ? 1 : 0) };
	const pipeBytes = pipeBytesOf(row, file);
	// Chromium receives up to a mebibyte more after it froze a page in the back/forward cache, unless the pipe is full.
	const isFrozen = pending.some((record) => record.isFrozen) && pipeBytes < PIPE_BYTES;
	// Several responses from the first byte transfer the same bytes again, which are buffered once.
	const isRepeated = file.uncachedStartCount > 1;
	const isUnlimited = row.hasJumped || isRepeated || lostCount > 0;
	const isUncertain = isFrozen || isUnlimited || isOnlyShown(row);
	const isLater = mayHaveLoadedUninspected(row, file);
	const isPartial = isUncertain || isLater || isPipeUnknown(row, file);
	const loadedBytes = loadedBytesOf(row, wholeBytes);
	const bounds = {
		lowBytes: beyondMeasured(loadedBytes),
		highBytes: beyondMeasured(isUncertain || isLater ? wholeBytes : loadedBytes + PIPE_BYTES),
		unboundedCount: isUnlimited ? 1 : 0,
	};
	const estimatedBytes = beyondMeasured(loadedBytes + pipeBytes);
	return withBounds({ ...known, estimatedBytes, unknownCount: isPartial ? 1 : 0 }, bounds);
}

/**
 * Whether a response without any event yet is loading the video: some was loaded after the last response ended. Firefox reports
 * a response when it ends, and never if the page is gone by then.
 */
export function isLoadingUnreported(row: LedgerRow): boolean {
	const { endedAtMs, firstOpenedAtMs } = videoFile(row);
	const isComplete = row.bufferedShare >= COMPLETE_SHARE && endedAtMs > 0;
	return (
		firstOpenedAtMs === null && row.bufferedShare > 0 && !isComplete && row.lastLoadedAtMs > endedAtMs + TOLERANCE_MS
	);
}

/** Bytes of a video that the cache saved in this visit; null where no event shows what answered first. */
export function savedVideoBytes(row: LedgerRow): number | null {
	const { firstOpenedAtMs, isFirstCached, wholeBytes } = videoFile(row);
	if (firstOpenedAtMs === null) return null;
	if (!isFirstCached) return 0;
	return Math.round((wholeBytes ?? 0) * Math.min(row.bufferedShare, row.loadedBeforeShare ?? 0));
}

/**
 * Bytes of the buffered share. Chromium derives the times of `buffered` from bytes, in proportion to the whole file, so the
 * share gives exact bytes at any bitrate: `BufferedDataSourceHostImpl::AddBufferedTimeRanges`,
 * https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/platform/media/buffered_data_source_host_impl.cc
 */
function loadedBytesOf({ bufferedShare }: LedgerRow, wholeBytes: number): number {
	return wholeBytes * bufferedShare;
}

/** Whether loading was suspended, enough being buffered, at the last inspection. */
function isSuspended({ lastLoadedAtMs, suspendedAtMs }: LedgerRow): boolean {
	return suspendedAtMs > 0 && suspendedAtMs >= lastLoadedAtMs;
}

/** Whether it may have loaded more after the last inspection, because its tab was closed or its frame removed. */
function mayHaveLoadedUninspected(row: LedgerRow, { isOpen, abortedAtMs }: VideoFile): boolean {
	const isComplete = row.bufferedShare >= COMPLETE_SHARE;
	return !isOpen && !isComplete && !isSuspended(row) && abortedAtMs > row.inspectedAtMs + TOLERANCE_MS;
}

/**
 * Whether the video was only shown, in part: Chromium has received bytes that are not buffered, and discards them when it closes the
 * response. Measured on Chromium 156: 0 to 40 % of the bytes.
 */
function isOnlyShown(row: LedgerRow): boolean {
	return !row.isPlayed && row.bufferedShare < COMPLETE_SHARE;
}

/**
 * Bytes in the pipe of a response that stays open during a suspension, as far as the video's own load rate has filled it.
 * Chromium closes the response of a video that was not played when it suspends, and the pipe stays empty.
 */
function pipeBytesOf(row: LedgerRow, { isOpen, abortedAtMs, wholeBytes }: VideoFile): number {
	if (!isSuspended(row)) return 0;
	const untilMs = isOpen ? row.inspectedAtMs : abortedAtMs;
	const suspendedMs = Math.max(0, untilMs - row.suspendedAtMs);
	return Math.min(PIPE_BYTES, (wholeBytes ?? 0) * row.sharePerMs * suspendedMs);
}

/** Whether the pipe holds, or may hold, bytes that came at an unknown rate. */
function isPipeUnknown(row: LedgerRow, { isOpen, abortedAtMs }: VideoFile): boolean {
	const mayHold = isOpen || abortedAtMs > row.suspendedAtMs + TOLERANCE_MS;
	return isSuspended(row) && mayHold && row.sharePerMs === 0;
}
