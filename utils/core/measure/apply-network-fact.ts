import { own } from '@/utils/core/visit/own';
import { type LedgerRow, rowOf } from './ledger';
import type { EndedFact, NetworkFact, OpenedFact, RedirectedFact } from './network-fact';
import { settle } from './settled';
import type { VisitState } from './visit-state';

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
	if (visit.isFullyVisible && !own(visit.ledger, key) && settle(visit.settled, fact)) return;
	const row = rowOf(visit.ledger, key, fact.kind);
	row.kind = fact.kind;
	if (fact.what === 'redirected') redirect(row, fact);
	else {
		end(row, fact, opened ?? null);
		if (visit.isFrozen && fact.cost.outcome === 'unsized' && fact.cost.isBroken) row.frozenCount++;
	}
}

function open(visit: VisitState, fact: NetworkFact & OpenedFact): void {
	const { requestId, isVideo, wholeBytes } = fact;
	if (visit.openRequests[requestId]) return;
	visit.openRequests[requestId] = { key: fact.key, isVideo };
	if (!isVideo) return;
	const row = rowOf(visit.ledger, fact.key, fact.kind);
	row.kind = fact.kind;
	row.openCount++;
	if (fact.isFromStart && !fact.isCached) row.freshStartCount++;
	learnWhole(row, wholeBytes, fact.atMs);
	row.loadedBeforeShare = own(visit.loadedBefore, fact.key) ?? null;
	learnFirst(row, fact);
}

/** What answered the first request of a video in this visit: its later ones may read from the cache what the first one brought. */
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
	if (opened?.isVideo) row.openCount--;
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
