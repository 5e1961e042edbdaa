import type { ResponseCost } from './response-size';

/** A request before anything is known. Moments are milliseconds since 1970, null for never. */
export const EMPTY_RECORD = {
	/** Response header bytes of its hops: redirects, and rounds of authentication. */
	hopBytes: 0,
	/** It was a navigation redirected from here: the rest of it counts at the address where it ended. */
	hasMovedOn: false,

	// Its response: only videos and event streams have an event when it begins.

	begunAtMs: null as number | null,
	/** It began at the resource's first byte. */
	isFromStart: false,
	/** The cache answered its beginning. */
	isCached: false,
	/** Whether the event stream has a content coding; null for any other response. */
	isCodedStream: null as boolean | null,
	/** Size of the whole resource by the newest headers, and when they came. */
	wholeBytes: null as number | null,
	wholeAtMs: 0,

	// How it ended.

	endedAtMs: null as number | null,
	/** Null while it has not ended. */
	outcome: null as ResponseCost['outcome'] | null,
	/** Bytes by the browser's events: headers and body, only headers where the body's size is unknown. */
	bytes: 0,
	/** The header bytes among them. */
	headerBytes: 0,
	/** Bytes that the cache saved. */
	savedBytes: 0,
	/** It broke off. */
	isBroken: false,
	/** It broke off after its page was frozen. */
	isFrozen: false,
	/** A part of a file of which the cache may have held some. */
	isDoubtful: false,
	/** What it has received at most, by its headers; null where they announce nothing. */
	atMostBytes: null as number | null,
};

/** One request of the browser, from its first event to its last, with what its events showed. */
export type RequestRecord = { readonly id: string } & typeof EMPTY_RECORD;

/** What remains of records that were settled: their sums. */
export interface SettledRequests {
	readonly requestCount: number;
	/** Measured bytes, and the part of them that only the page's entries showed. */
	readonly measuredBytes: number;
	readonly claimedBytes: number;
	readonly unknownCount: number;
	readonly savedBytes: number;
	readonly movedCount: number;
	/** Of a document: how many of them brought it. */
	readonly documentCount: number;
}

export const NO_SETTLED: SettledRequests = {
	requestCount: 0,
	measuredBytes: 0,
	claimedBytes: 0,
	unknownCount: 0,
	savedBytes: 0,
	movedCount: 0,
	documentCount: 0,
};

/** Whether a response has begun and not ended: mostly a video. */
export function isOpen({ begunAtMs, outcome }: RequestRecord): boolean {
	return begunAtMs !== null && outcome === null;
}

/** Whether it is a request by itself: a redirected navigation counts where it ended. */
export function isRequest(record: RequestRecord): boolean {
	return record.outcome !== null || isOpen(record);
}

/** Whether the size of a complete response is in no event: only the page may know it. */
export function isUnsized({ outcome, isBroken }: RequestRecord): boolean {
	return outcome === 'unsized' && !isBroken;
}

/** Body bytes that the page showed of a request; null where it showed nothing. */
export type BodyOf = (record: RequestRecord) => number | null;
