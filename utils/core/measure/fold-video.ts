import type { KindTraffic } from '@/utils/core/visit/traffic';
import type { LedgerRow } from './ledger';

/**
 * Bytes between Chromium's network and its player that a video at rest has taken and does not call buffered: the data pipe of a
 * loader. Measured on Chromium 156, 2,097,500 and 2,098,400 bytes beyond `buffered` on two videos.
 */
const PIPE_BYTES = 2 ** 21;

/** What lies further apart than this is not one and the same moment, as the page and the browser's events see it. Milliseconds. */
const UNSEEN_MS = 1_000;

/** A video loaded to this share is whole: the last moments of its streams do not end together. */
const WHOLE_SHARE = 0.99;

/** Whether a row is that of a video of known size, of which a media element has loaded something from its own address. */
export function isLoadedVideo({ kind, wholeBytes, bufferedShare }: LedgerRow): boolean {
	return (kind === 'video' || kind === 'audio') && wholeBytes !== null && bufferedShare > 0;
}

/**
 * Bytes of a video beyond those that are measured. As long as some of its requests are open or broken off, what its element has
 * buffered is the evidence.
 */
export function foldVideo(row: LedgerRow, requestCount: number, measuredBytes: number): KindTraffic {
	const known = { measuredBytes, estimatedBytes: 0, unknownCount: 0, requestCount };
	if (row.isFirstCached) {
		// The cache may hold more than players had loaded: what the network brought beyond is unknown.
		return { ...known, unknownCount: (row.loadedBeforeShare ?? 0) >= WHOLE_SHARE ? 0 : 1 };
	}
	if (row.unsizedCount + row.openCount === 0) return { ...known, unknownCount: isLoadingUnreported(row) ? 1 : 0 };
	const pipe = pipedBytes(row);
	// Chromium takes up to a mebibyte more after it froze a page in the back/forward cache; a full pipe takes nothing.
	const isFrozen = row.frozenCount > 0 && pipe < PIPE_BYTES;
	// Several responses from its beginning bring it several times, and the player has buffered it once.
	const isUncertain = isLeftUnseen(row) || isPipeUnknown(row);
	const isPartial = isFrozen || row.hasJumped || row.freshStartCount > 1 || isUncertain;
	const bytes = Math.round(Math.min(row.wholeBytes ?? 0, loadedBytes(row) + pipe));
	return { ...known, estimatedBytes: Math.max(0, bytes - measuredBytes), unknownCount: isPartial ? 1 : 0 };
}

/**
 * Whether a response of which no event tells yet is bringing some of it: more was loaded since the last one ended. Firefox tells of a
 * response when it ends, and never when that is after its page has gone.
 */
export function isLoadingUnreported({ bufferedShare, grownAtMs, endedAtMs, firstOpenedAtMs }: LedgerRow): boolean {
	const isWhole = bufferedShare >= WHOLE_SHARE && endedAtMs > 0;
	return firstOpenedAtMs === null && bufferedShare > 0 && !isWhole && grownAtMs > endedAtMs + UNSEEN_MS;
}

/** Bytes of a video that the cache spared in this visit; null where its events do not tell what answered first. */
export function savedVideoBytes(row: LedgerRow): number | null {
	if (row.firstOpenedAtMs === null) return null;
	if (!row.isFirstCached) return 0;
	return Math.round((row.wholeBytes ?? 0) * Math.min(row.bufferedShare, row.loadedBeforeShare ?? 0));
}

/**
 * Bytes of what was buffered. Chromium makes the times of `buffered` from bytes, in proportion to the whole file, so that the
 * share gives them back whatever the bitrate: `BufferedDataSourceHostImpl::AddBufferedTimeRanges`,
 * https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/platform/media/buffered_data_source_host_impl.cc
 */
function loadedBytes({ wholeBytes, bufferedShare }: LedgerRow): number {
	return (wholeBytes ?? 0) * bufferedShare;
}

/** Whether the browser had enough of it when it was last looked at. */
function isResting({ grownAtMs, restedAtMs }: LedgerRow): boolean {
	return restedAtMs > 0 && restedAtMs >= grownAtMs;
}

/** Whether it loaded on, perhaps, when nobody looked any more: its tab was closed, or its frame taken away. */
function isLeftUnseen(row: LedgerRow): boolean {
	const isWhole = row.bufferedShare >= WHOLE_SHARE;
	return row.openCount === 0 && !isWhole && !isResting(row) && row.abortedAtMs > row.inspectedAtMs + UNSEEN_MS;
}

/**
 * What waits in the pipe of a response that stays open while the browser has enough, as far as the video's own pace has filled it.
 * Of a video that was not played Chromium closes the response as it comes to rest, and nothing waits.
 */
function pipedBytes(row: LedgerRow): number {
	if (!isResting(row)) return 0;
	const untilMs = row.openCount > 0 ? row.inspectedAtMs : row.abortedAtMs;
	const restMs = Math.max(0, untilMs - row.restedAtMs);
	return Math.min(PIPE_BYTES, (row.wholeBytes ?? 0) * row.sharePerMs * restMs);
}

/** Whether something waits in that pipe, or may, and the pace at which it came is not known. */
function isPipeUnknown(row: LedgerRow): boolean {
	const isOpen = row.openCount > 0 || row.abortedAtMs > row.restedAtMs + UNSEEN_MS;
	return isResting(row) && isOpen && row.sharePerMs === 0;
}
