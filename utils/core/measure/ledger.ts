import type { Kind } from '@/utils/core/visit/kind';
import { own } from '@/utils/core/visit/own';

/** Header bytes that Resource Timing adds to every transfer size, whatever the real headers: Fetch standard, "transfer size", https://fetch.spec.whatwg.org/#fetch-timing-info */
export const TIMING_HEADER_BYTES = 300;

/**
 * All that the ledgers know of one address during one visit. Several requests to the same address share a row, so that
 * what the network saw and what the page saw can be matched without an order between the two.
 */
export interface LedgerRow {
	kind: Kind;
	/** Ended requests whose size the browser's network events told, and those bytes (headers and bodies). */
	sizedCount: number;
	sizedBytes: number;
	/** The part of `sizedBytes` that were headers, those of redirect hops included: Resource Timing counts bodies. */
	sizedHeaderBytes: number;
	/** Navigations that were sent on from here to another address, under which the rest of them is booked. */
	movedCount: number;
	/** Ended requests without a size (chunked or aborted), and the bytes of their response headers. */
	unsizedCount: number;
	unsizedHeaderBytes: number;
	/** Requests that have answered and not yet ended: videos, mostly. */
	openCount: number;
	/** Requests that the browser's cache answered, and the bytes it spared. */
	cachedCount: number;
	sparedBytes: number;
	/** The part of `unsizedCount` that broke off, and when the last of them did, milliseconds since 1970; 0 when none did. */
	abortedCount: number;
	abortedAtMs: number;
	/** The part of `abortedCount` whose beginning the cache answered: what the page read of it may all be the cache's. */
	cachedBrokenCount: number;
	/** Of those that broke off, how many did after the page had been frozen. */
	frozenCount: number;
	/** Null where the browser counts nothing sent. */
	sentBytes: number | null;
	/** Size of the whole resource as its newest headers announce it (a video), and when, milliseconds since 1970; null until they do. */
	wholeBytes: number | null;
	wholeAtMs: number;
	/** When the last of its requests ended, well or not, milliseconds since 1970; 0 when none did. */
	endedAtMs: number;
	/** When the first request of the video was answered, milliseconds since 1970; null where the events do not tell. */
	firstOpenedAtMs: number | null;
	/** Responses of the video that came from its beginning and from no cache. */
	freshStartCount: number;
	/** The browser's cache answered that request, its beginning at least. */
	isFirstCached: boolean;
	/** Share of the video that earlier visits had loaded, 0 to 1; null where none is known. */
	loadedBeforeShare: number | null;
	/** Largest share of the video that was ever buffered, 0 to 1, and when it last grew, milliseconds since 1970. */
	bufferedShare: number;
	grownAtMs: number;
	/** Whether any of the video was played, and whether another part of it was loaded after a rest. */
	isPlayed: boolean;
	hasJumped: boolean;
	/** When the browser last came to have enough of the video, milliseconds since 1970; 0 when it never had. */
	restedAtMs: number;
	/** When it was last looked at, milliseconds since 1970. */
	inspectedAtMs: number;
	/** Share of the video that came in a millisecond while it loaded; 0 before that is known. */
	sharePerMs: number;
	/** Resource Timing entries of all frames with a transfer size, and those sizes. */
	timedCount: number;
	timedBytes: number;
	/** Entries that show nothing: another origin without Timing-Allow-Origin, and a frame's entry in its parent, which its own script sizes. */
	opaqueCount: number;
	/** Entries that the cache answered, and the encoded bytes it spared. */
	timedCachedCount: number;
	timedSavedBytes: number;
	/** Entries that broke off. */
	timedBrokenCount: number;
	/** Requests of which the page's world counted what came (broken off, event streams, answers of hidden size), and those bytes. */
	partCount: number;
	partBytes: number;
	/** WebSockets to this address whose messages the page's world counted (or statistics of its peers), and the bytes received. */
	liveCount: number;
	liveBytes: number;
	/** What the page's world counted is an estimate: it was compressed on the wire. */
	isLivePacked: boolean;
}

/** A response that has begun and not ended, of a type whose beginning the browser tells. */
export interface OpenRequest {
	/** Key of its row: it ends in the row it began in. */
	readonly key: string;
	/** A video's part, counted by its row while it is open. */
	readonly isVideo: boolean;
}

/** The rows of a visit by address key. */
export type Ledger = Record<string, LedgerRow>;

/** The row of an address, made when it is not there yet. What the network calls the kind wins over what the page guesses. */
export function rowOf(ledger: Ledger, key: string, kind: Kind): LedgerRow {
	let row = own(ledger, key);
	if (!row) {
		row = {
			kind,
			sizedCount: 0,
			sizedBytes: 0,
			sizedHeaderBytes: 0,
			movedCount: 0,
			unsizedCount: 0,
			unsizedHeaderBytes: 0,
			openCount: 0,
			abortedCount: 0,
			abortedAtMs: 0,
			cachedBrokenCount: 0,
			frozenCount: 0,
			cachedCount: 0,
			sparedBytes: 0,
			sentBytes: null,
			wholeBytes: null,
			wholeAtMs: 0,
			endedAtMs: 0,
			firstOpenedAtMs: null,
			freshStartCount: 0,
			isFirstCached: false,
			loadedBeforeShare: null,
			bufferedShare: 0,
			grownAtMs: 0,
			isPlayed: false,
			hasJumped: false,
			restedAtMs: 0,
			inspectedAtMs: 0,
			sharePerMs: 0,
			timedCount: 0,
			timedBytes: 0,
			opaqueCount: 0,
			timedCachedCount: 0,
			timedSavedBytes: 0,
			timedBrokenCount: 0,
			partCount: 0,
			partBytes: 0,
			liveCount: 0,
			liveBytes: 0,
			isLivePacked: false,
		};
		ledger[key] = row;
	}
	return row;
}

/** Keys of addresses with more requests of unknown size than the page has told of, `limit` at most. */
export function wantedKeys(ledger: Ledger, limit: number): string[] {
	const isWanted = (row: LedgerRow) => row.kind !== 'socket' && row.unsizedCount - row.abortedCount > row.timedCount;
	const wanted = Object.entries(ledger).filter(([, row]) => isWanted(row));
	return wanted.slice(-limit).map(([key]) => key);
}
