import type { Kind } from '@/utils/core/schema/names';
import type { ByteRange } from '@/utils/core/units/byte-ranges';
import { own } from './own';
import { NO_SETTLED, type RequestRecord } from './request-record';

/** Header bytes that Resource Timing adds to every transfer size, whatever the real headers: Fetch standard, "transfer size", https://fetch.spec.whatwg.org/#fetch-timing-info */
export const TIMING_HEADER_BYTES = 300;

/** What is known of an address beside its requests, before anything is. Moments are milliseconds since 1970, 0 for never; shares of a video are 0 to 1. */
const EMPTY_EVIDENCE = {
	// From the browser's network events (`apply-network-fact.ts`).

	/** The sums of its oldest requests, where they are many. */
	settled: NO_SETTLED,
	/** The parts of the file that the cache holds at most; null where that is unknown. */
	storedRanges: null as readonly ByteRange[] | null,
	/**
	 * Responses of which more may have come than any event shows, and how many bytes at most: parts that the browser may have received
	 * again, and bodies of redirects.
	 */
	hiddenCount: 0,
	hiddenAtMostBytes: 0,
	/** Something adds to one of its requests: it is a part of a file or video, or a socket. */
	isAddedTo: false,
	/** Null where the browser does not count sent bytes. */
	sentBytes: null as number | null,
	/** Key of the address at which the network counts what pages report of this one; null for all but redirected documents of an `object`. */
	countedAt: null as string | null,
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
	/** They are event streams. */
	isStream: false,
	/** WebSockets whose messages were counted (or peer statistics), and the received bytes. */
	liveCount: 0,
	liveBytes: 0,
	/** The bytes of the page's world are an estimate: they were compressed on the wire. */
	isLiveEstimated: false,
	/** The page has read them, and the cache may have answered. */
	mayBeCached: false,
};

/** A Resource Timing entry that shows a size: which request it is of, its end shows. */
export interface SizedEntry {
	/** The frame that reports it, and its number among those of the address. */
	readonly id: string;
	/** When its response ended, milliseconds since 1970. */
	readonly atMs: number;
	/** Bytes of the encoded body that came over the network; null where the cache answered. */
	readonly bodyBytes: number | null;
}

/**
 * The requests to one address during one visit, each with its own record, and what the page shows of the address, which it cannot
 * ascribe to a request. Sources can be combined in any order.
 */
export type LedgerRow = typeof EMPTY_EVIDENCE & {
	kind: Kind;
	requests: RequestRecord[];
	/** The newest entries of all frames. */
	entries: SizedEntry[];
};

/** A response that has begun and not ended, of a type for which the browser reports the beginning. */
export interface OpenRequest {
	/** Key of its row, in which it also ends. */
	readonly key: string;
	/** Size of the whole resource by the headers: nothing has received more. Null if they do not state it. */
	readonly wholeBytes: number | null;
	/** A file that the page hands over: it comes although the page is left. */
	readonly outlivesPage?: boolean;
}

/** The rows of a visit by address key. */
export type Ledger = Record<string, LedgerRow>;

/** A row before anything is known of its address. */
export function emptyRow(kind: Kind): LedgerRow {
	return { kind, requests: [], entries: [], ...EMPTY_EVIDENCE };
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
