import { isPeerKey } from './connection';
import { foldPeers, foldSockets } from './fold-connections';
import type { Kind } from './kind';
import { type KindTraffic, NO_KIND_TRAFFIC, type Traffic } from './traffic';

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
	/** Requests that have answered and not yet ended: films, mostly. */
	openCount: number;
	/** Requests that the browser's cache answered, and the bytes it spared. */
	cachedCount: number;
	sparedBytes: number;
	/** The part of `unsizedCount` that broke off and whose beginning is known, and the milliseconds of the line that they had. */
	brokenCount: number;
	brokenMs: number;
	/** Null where the browser counts nothing sent. */
	sentBytes: number | null;
	/** Size of the whole resource as its headers announce it (a film); null until they do. */
	wholeBytes: number | null;
	/** Largest share of the film that was ever buffered, 0 to 1. */
	bufferedShare: number;
	/** Whether any of the film was played. */
	isPlayed: boolean;
	/** Resource Timing entries of all frames with a transfer size, and those sizes. */
	timedCount: number;
	timedBytes: number;
	/** Entries that show nothing: another origin without Timing-Allow-Origin, and a frame's entry in its parent, which its own script sizes. */
	opaqueCount: number;
	/** Entries that the cache answered, and the encoded bytes it spared. */
	timedCachedCount: number;
	timedSparedBytes: number;
	/** Entries that broke off, and the milliseconds for which they had received. */
	timedBrokenCount: number;
	timedBrokenMs: number;
	/** WebSockets to this address whose messages the page's world counted (or statistics of its peers), and the bytes received. */
	liveCount: number;
	liveBytes: number;
	/** The messages were compressed on the wire: their bytes are an estimate from above. */
	isLivePacked: boolean;
}

/** The rows of a visit by address key. */
export type Ledger = Record<string, LedgerRow>;

/** The row of an address, made when it is not there yet. What the network calls the kind wins over what the page guesses. */
export function rowOf(ledger: Ledger, key: string, kind: Kind): LedgerRow {
	let row = Object.hasOwn(ledger, key) ? ledger[key] : undefined;
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
			brokenCount: 0,
			brokenMs: 0,
			cachedCount: 0,
			sparedBytes: 0,
			sentBytes: null,
			wholeBytes: null,
			bufferedShare: 0,
			isPlayed: false,
			timedCount: 0,
			timedBytes: 0,
			opaqueCount: 0,
			timedCachedCount: 0,
			timedSparedBytes: 0,
			timedBrokenCount: 0,
			timedBrokenMs: 0,
			liveCount: 0,
			liveBytes: 0,
			isLivePacked: false,
		};
		ledger[key] = row;
	}
	return row;
}

/** What a row is folded with. */
export interface FoldContext {
	/** See `VisitState.isSeen`. */
	readonly isSeen: boolean;
	/** Speed of the line; null when nothing told. */
	readonly bytesPerMs: number | null;
}

const UNSEEN: FoldContext = { isSeen: false, bytesPerMs: null };

/** Bytes of one address by quality. The network's figure comes first; the page fills what it lacks; what is deduced comes last. */
export function foldRow(row: LedgerRow, context = UNSEEN): KindTraffic {
	if (row.kind === 'socket') return foldSockets(row);
	const networkCount = row.sizedCount + row.unsizedCount + row.cachedCount + row.openCount;
	return networkCount > 0 ? foldNetwork(row, networkCount, context) : foldTimed(row, context);
}

/** An address of which the network's events told nothing. */
function foldTimed(row: LedgerRow, { isSeen, bytesPerMs }: FoldContext): KindTraffic {
	// Its requests are settled: of what the page tells only the answers of a cache in memory are news.
	if (isSeen) return { ...NO_KIND_TRAFFIC, measuredBytes: row.sizedBytes, requestCount: row.timedCachedCount };
	const measuredBytes = row.sizedBytes + row.timedBytes;
	const opaqueCount = Math.max(0, row.opaqueCount - row.movedCount);
	const hiddenCount = Math.max(0, opaqueCount - row.timedCount);
	return {
		measuredBytes,
		estimatedBytes: estimateBuffered(row, measuredBytes) + estimateBroken(row, bytesPerMs),
		unknownCount: hiddenCount + (bytesPerMs === null ? row.timedBrokenCount : 0),
		requestCount: Math.max(row.timedCount, opaqueCount) + row.timedCachedCount + row.timedBrokenCount,
	};
}

function foldNetwork(row: LedgerRow, requestCount: number, { bytesPerMs }: FoldContext): KindTraffic {
	const timedBodyBytes = Math.max(0, row.timedBytes - row.timedCount * TIMING_HEADER_BYTES);
	const sizedBodyBytes = row.sizedBytes - row.sizedHeaderBytes;
	const bodyBytesLeft = row.unsizedCount > 0 ? Math.max(0, timedBodyBytes - sizedBodyBytes) : 0;
	const measuredBytes = row.sizedBytes + row.unsizedHeaderBytes + bodyBytesLeft;
	const pendingCount = row.unsizedCount + row.openCount;
	const timedLeftCount = Math.max(0, row.timedCount - row.sizedCount);
	const resolvedCount = bodyBytesLeft > 0 ? Math.min(row.unsizedCount, timedLeftCount) : 0;
	const isFilm = row.kind === 'video' || row.kind === 'audio';
	if (isFilm && row.wholeBytes !== null && row.bufferedShare > 0) {
		const estimatedBytes = pendingCount > 0 ? estimateBuffered(row, measuredBytes) : 0;
		return { measuredBytes, estimatedBytes, unknownCount: 0, requestCount };
	}
	const brokenCount = bytesPerMs === null ? 0 : Math.max(row.brokenCount, row.timedBrokenCount);
	const estimatedBytes = row.unsizedCount > 0 ? estimateBroken(row, bytesPerMs) : 0;
	return {
		measuredBytes,
		estimatedBytes,
		unknownCount: Math.max(0, pendingCount - resolvedCount - brokenCount),
		requestCount,
	};
}

/** Bytes of what broke off, by the time it had and the speed of the line; a page knows only how long it waited. */
function estimateBroken(row: LedgerRow, bytesPerMs: number | null): number {
	const mostBytes = row.wholeBytes === null ? Number.POSITIVE_INFINITY : row.wholeBytes * row.brokenCount;
	return Math.min(mostBytes, Math.round((bytesPerMs ?? 0) * (row.brokenMs || row.timedBrokenMs)));
}

/** Bytes of a film deduced from its whole size and the share that was buffered, beyond those already measured. */
function estimateBuffered(row: LedgerRow, measuredBytes: number): number {
	return row.wholeBytes === null ? 0 : Math.max(0, Math.round(row.wholeBytes * row.bufferedShare) - measuredBytes);
}

/** Bytes of the films, and sounds, that were loaded ahead from an address of their own and never played. */
export function unplayedBytes(ledger: Ledger): number {
	const unplayed = Object.values(ledger).filter((row) => row.bufferedShare > 0 && !row.isPlayed);
	return unplayed
		.map(foldRow)
		.reduce((sum, { measuredBytes, estimatedBytes }) => sum + measuredBytes + estimatedBytes, 0);
}

function addKind(received: Partial<Record<Kind, KindTraffic>>, kind: Kind, folded: KindTraffic): void {
	const sum = received[kind];
	received[kind] = sum
		? {
				measuredBytes: sum.measuredBytes + folded.measuredBytes,
				estimatedBytes: sum.estimatedBytes + folded.estimatedBytes,
				unknownCount: sum.unknownCount + folded.unknownCount,
				requestCount: sum.requestCount + folded.requestCount,
			}
		: folded;
}

/**
 * Folds all rows of a visit into its traffic: each request ends as measured, estimated or unknown, none twice. In a visit that
 * is seen no row counts of which the network's events told nothing.
 */
export function foldLedger(ledger: Ledger, context = UNSEEN): Traffic {
	const received: Partial<Record<Kind, KindTraffic>> = {};
	const { received: peers, sentBytes: peerSentBytes } = foldPeers(ledger);
	let sentBytes = peerSentBytes;
	let sparedBytes = 0;
	for (const [key, row] of Object.entries(ledger)) {
		if (isPeerKey(key)) continue;
		addKind(received, row.kind, foldRow(row, context));
		if (row.sentBytes !== null) sentBytes = (sentBytes ?? 0) + row.sentBytes;
		// Both ledgers tell of the same cached answers, and each misses some.
		sparedBytes += Math.max(row.sparedBytes, row.timedSparedBytes);
	}
	for (const [kind, folded] of peers) addKind(received, kind, folded);
	return { received, sentBytes, sparedBytes };
}

/** Keys of addresses with more requests of unknown size than the page has told of, `limit` at most. */
export function wantedKeys(ledger: Ledger, limit: number): string[] {
	const isWanted = (row: LedgerRow) =>
		row.kind !== 'socket' && row.unsizedCount > row.timedCount + Math.max(row.brokenCount, row.timedBrokenCount);
	const wanted = Object.entries(ledger).filter(([, row]) => isWanted(row));
	return wanted.slice(-limit).map(([key]) => key);
}
