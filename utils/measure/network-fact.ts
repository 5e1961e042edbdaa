import type { Kind } from './kind';
import { type LedgerRow, rowOf } from './ledger';
import type { VisitState } from './live-visit';
import { own } from './own';
import type { ResponseCost } from './response-size';
import { settle } from './settled';

/** A response has begun. */
export interface OpenedFact {
	readonly what: 'opened';
	readonly requestId: string;
	/** Size of the whole resource as the headers announce it; null when they do not. */
	readonly wholeBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	readonly isFilm: boolean;
	/** The browser's cache answers its beginning; the network may go on from there, under the same flag. */
	readonly isCached: boolean;
	/** It brings the resource from its first byte on. */
	readonly isFromStart: boolean;
}

/** A response has ended, well or not. */
export interface EndedFact {
	readonly what: 'ended';
	readonly requestId: string;
	readonly cost: ResponseCost;
	readonly wholeBytes: number | null;
	readonly sentBytes: number | null;
	/** Milliseconds since 1970. */
	readonly atMs: number;
	/** No other ledger knows more of it: no film, whose requests belong together, and no socket. */
	readonly isPlain: boolean;
}

/** A hop of a redirect chain. */
export interface RedirectedFact {
	readonly what: 'redirected';
	readonly headerBytes: number;
	readonly isNavigation: boolean;
}

/** One thing that the browser's network events told. */
export type NetworkFact = { readonly key: string; readonly kind: Kind } & (OpenedFact | EndedFact | RedirectedFact);

/** Books what the network told about one request. */
export function applyNetworkFact(visit: VisitState, fact: NetworkFact): void {
	visit.hasFacts = true;
	visit.hasNews ||= visit.endedAtMs === null;
	if (fact.what === 'opened') open(visit, fact);
	else close(visit, fact);
}

function close(visit: VisitState, fact: NetworkFact & (EndedFact | RedirectedFact)): void {
	const opened = fact.what === 'ended' ? visit.openRequests[fact.requestId] : undefined;
	if (fact.what === 'ended' && opened) delete visit.openRequests[fact.requestId];
	const key = opened?.key ?? fact.key;
	if (visit.isSeen && !own(visit.ledger, key) && settle(visit.settled, fact)) return;
	const row = rowOf(visit.ledger, key, fact.kind);
	row.kind = fact.kind;
	if (fact.what === 'redirected') redirect(row, fact);
	else {
		end(row, fact, opened ?? null);
		if (visit.isFrozen && fact.cost.outcome === 'unsized' && fact.cost.isBroken) row.frozenCount++;
	}
}

function open(visit: VisitState, fact: NetworkFact & OpenedFact): void {
	const { requestId, isFilm, wholeBytes } = fact;
	if (visit.openRequests[requestId]) return;
	visit.openRequests[requestId] = { key: fact.key, isFilm };
	if (!isFilm) return;
	const row = rowOf(visit.ledger, fact.key, fact.kind);
	row.kind = fact.kind;
	row.openCount++;
	if (fact.isFromStart && !fact.isCached) row.freshStartCount++;
	learnWhole(row, wholeBytes, fact.atMs);
	row.loadedBeforeShare = own(visit.loadedBefore, fact.key) ?? null;
	learnFirst(row, fact);
}

/** What answered the first request of a film in this visit: its later ones may read from the cache what the first one brought. */
function learnFirst(row: LedgerRow, { atMs, isCached }: OpenedFact): void {
	if (row.firstOpenedAtMs !== null && row.firstOpenedAtMs < atMs) return;
	row.isFirstCached = isCached || (row.firstOpenedAtMs === atMs && row.isFirstCached);
	row.firstOpenedAtMs = atMs;
}

function redirect(row: LedgerRow, { headerBytes, isNavigation }: RedirectedFact): void {
	row.sizedBytes += headerBytes;
	row.sizedHeaderBytes += headerBytes;
	if (isNavigation) row.movedCount++;
}

function end(row: LedgerRow, fact: EndedFact, opened: VisitState['openRequests'][string] | null): void {
	if (opened?.isFilm) row.openCount--;
	row.endedAtMs = Math.max(row.endedAtMs, fact.atMs);
	learnWhole(row, fact.wholeBytes, fact.atMs);
	if (fact.sentBytes !== null) row.sentBytes = (row.sentBytes ?? 0) + fact.sentBytes;
	if (fact.cost.outcome === 'unsized') {
		row.unsizedCount++;
		row.unsizedHeaderBytes += fact.cost.headerBytes;
		if (!fact.cost.isBroken) return;
		row.abortedCount++;
		if (fact.cost.isCached) row.cachedBrokenCount++;
		row.abortedAtMs = Math.max(row.abortedAtMs, fact.atMs);
		return;
	}
	row.sizedBytes += fact.cost.bytes;
	if (fact.cost.outcome === 'cached') {
		row.cachedCount++;
		row.sparedBytes += fact.cost.sparedBytes;
	} else {
		row.sizedCount++;
		row.sizedHeaderBytes += fact.cost.headerBytes;
	}
}

/** The newest size stands: an address may answer something else the next time. */
function learnWhole(row: LedgerRow, wholeBytes: number | null, atMs: number): void {
	if (wholeBytes === null || atMs < row.wholeAtMs) return;
	row.wholeBytes = atMs === row.wholeAtMs ? Math.max(row.wholeBytes ?? 0, wholeBytes) : wholeBytes;
	row.wholeAtMs = atMs;
}
