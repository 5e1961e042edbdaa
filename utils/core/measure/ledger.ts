import type { Kind } from '@/utils/core/schema/names';
import type { ByteRange } from '@/utils/core/units/byte-ranges';
import { own } from './own';

/** Header bytes that Resource Timing adds to every transfer size, whatever the real headers: Fetch standard, "transfer size", https://fetch.spec.whatwg.org/#fetch-timing-info */
export const TIMING_HEADER_BYTES = 300;

/** A row before anything is known. Moments are milliseconds since 1970, 0 for never; shares of a video are 0 to 1. */
const EMPTY_ROW = {
	// From the browser's network events (`apply-network-fact.ts`).

	/** Ended requests of known size, and those bytes (headers and bodies). */
	sizedCount: 0,
	sizedBytes: 0,
	/** The header bytes in `sizedBytes`, those of redirects included: Resource Timing counts bodies. */
	sizedHeaderBytes: 0,
	/** Navigations redirected from here; the rest of each counts at the address where it ended. */
	redirectedNavigationCount: 0,
	/** Ended requests of unknown size (chunked or aborted), and their response header bytes. */
	unsizedCount: 0,
	unsizedHeaderBytes: 0,
	/** Responses that have begun and not ended: mostly videos. */
	openCount: 0,
	/** Those in `unsizedCount` that have received a known number of bytes at most, and these bytes: their announced lengths. */
	boundedCount: 0,
	boundedBytes: 0,
	/** Those in `unsizedCount` that are parts of a file of which the cache may have held some: see `costOfPart`. */
	doubtfulCount: 0,
	/** The parts of the file that the cache holds at most; null where that is unknown. */
	storedRanges: null as readonly ByteRange[] | null,
	/** Requests that the browser's cache answered, and the bytes that this saved. */
	cachedCount: 0,
	savedBytes: 0,
	/** The aborted requests in `unsizedCount`, and when the last one was aborted. */
	abortedCount: 0,
	abortedAtMs: 0,
	/** Those in `abortedCount` whose beginning came from the cache: what the page read of them may all be cached. */
	cachedBrokenCount: 0,
	/** Those in `abortedCount` that were aborted after the page was frozen. */
	frozenCount: 0,
	/** Something adds to one of its requests: it is a part of a file or video, or a socket. */
	isAddedTo: false,
	/** Null where the browser does not count sent bytes. */
	sentBytes: null as number | null,
	/** Size of the whole resource (a video) by the newest headers, and when they came; null until known. */
	wholeBytes: null as number | null,
	wholeAtMs: 0,
	/** When the last request ended, successfully or not. */
	endedAtMs: 0,
	/** When the response to the first request of the video began; null where no event reported it. */
	firstOpenedAtMs: null as number | null,
	/** The cache answered that request, at least its beginning. */
	isFirstCached: false,
	/** Responses of the video from its first byte, not from the cache. */
	uncachedStartCount: 0,
	/** Share of the video that earlier visits had loaded; null if none is known. */
	loadedBeforeShare: null as number | null,

	// From media elements, by the frames' reports (`apply-report.ts`).

	/** Largest share of the video that was ever buffered, and when it last grew. */
	bufferedShare: 0,
	lastLoadedAtMs: 0,
	/** Whether any of the video was played, and whether another part was loaded after a suspension. */
	isPlayed: false,
	hasJumped: false,
	/** When the browser last stopped loading because enough was buffered, as in the `suspend` event of HTML. */
	suspendedAtMs: 0,
	inspectedAtMs: 0,
	/** Share of the video loaded per millisecond while it was loading; 0 until known. */
	sharePerMs: 0,

	// From the page's Resource Timing, by the frames' reports.

	/** Entries of all frames with a transfer size, and those sizes. */
	timedCount: 0,
	timedBytes: 0,
	/** Entries without sizes: another origin without Timing-Allow-Origin, or a frame's entry in its parent (the frame itself reports the size). */
	opaqueCount: 0,
	/** Entries answered by the cache, and the encoded body bytes that this saved. */
	timedCachedCount: 0,
	timedSavedBytes: 0,
	/** Entries of requests that failed or were aborted. */
	timedBrokenCount: 0,

	// From the page's world, by the frames' reports (`connection.ts`).

	/** Requests whose received bytes the page's world counted (aborted ones, event streams, responses of hidden size), and those bytes. */
	partCount: 0,
	partBytes: 0,
	/** A request ended after they were reported, and may be the one that they are of: no later report shows more of them. */
	isPartStale: false,
	/** They are event streams, and how many of these the network's events showed without and with a content coding. */
	isStream: false,
	plainStreamCount: 0,
	codedStreamCount: 0,
	/** WebSockets whose messages were counted (or peer statistics), and the received bytes. */
	liveCount: 0,
	liveBytes: 0,
	/** The bytes of the page's world are an estimate: they were compressed on the wire. */
	isLiveEstimated: false,
	/** The page has read them, and the cache may have answered. */
	mayBeCached: false,
};

type NewRow = typeof EMPTY_ROW;

/**
 * Everything known of one address during one visit, from all sources. All requests to the address share the row, so that
 * reports of the network and of the page can be combined in any order.
 */
export interface LedgerRow extends NewRow {
	kind: Kind;
}

/** A response that has begun and not ended, of a type for which the browser reports the beginning. */
export interface OpenRequest {
	/** Key of its row, in which it also ends. */
	readonly key: string;
	/** Counted in `openCount` of its row. */
	readonly isVideo: boolean;
	/** Size of the whole resource by the headers: nothing has received more. Null if they do not state it. */
	readonly wholeBytes: number | null;
	/** A file that the page hands over: it comes although the page is left. */
	outlivesPage?: boolean;
}

/** The rows of a visit by address key. */
export type Ledger = Record<string, LedgerRow>;

/** A row before anything is known of its address. */
export function emptyRow(kind: Kind): LedgerRow {
	return { kind, ...EMPTY_ROW };
}

/** The row of an address, created if needed. Network events may correct the kind later. */
export function rowOf(ledger: Ledger, key: string, kind: Kind): LedgerRow {
	let row = own(ledger, key);
	if (!row) {
		row = emptyRow(kind);
		ledger[key] = row;
	}
	return row;
}

/** The doubtful requests that the cache answered, by the page's Resource Timing. */
export function confirmedCount({ doubtfulCount, timedCachedCount, cachedCount }: LedgerRow): number {
	return Math.min(doubtfulCount, Math.max(0, timedCachedCount - cachedCount));
}

/** Keys of addresses with more requests of unknown size than the page has sized; the last `limit` of them. */
export function wantedKeys(ledger: Ledger, limit: number): string[] {
	const isWanted = (row: LedgerRow) =>
		row.kind !== 'socket' && row.unsizedCount - row.abortedCount > row.timedCount + confirmedCount(row);
	const wanted = Object.entries(ledger).filter(([, row]) => isWanted(row));
	return wanted.slice(-limit).map(([key]) => key);
}
