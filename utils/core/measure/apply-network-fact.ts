import { settleNowAndThen } from '@/utils/core/measure/limits/settle-rows';
import { isSettled } from '@/utils/core/measure/limits/settled-keys';
import { uncoveredBytes, withRange } from '@/utils/core/units/byte-ranges';
import { countIfFinal } from './final-totals';
import { type LedgerRow, type OpenRequest, rowOf } from './ledger';
import type { EndedFact, NetworkFact, OpenedFact, RedirectedFact } from './network-request';
import { own } from './own';
import type { PartDetails, ResponseCost } from './response-size';
import type { VisitState } from './visit-state';

/** Counts what the network's events showed of one request. */
export function applyNetworkFact(visit: VisitState, fact: NetworkFact): void {
	visit.hasNetworkEvents = true;
	visit.hasUnreportedEvents ||= visit.endedAtMs === null;
	if (fact.what === 'opened') open(visit, fact);
	else close(visit, fact);
	settleNowAndThen(visit);
}

function open(visit: VisitState, fact: NetworkFact & OpenedFact): void {
	const { requestId, isVideo, wholeBytes } = fact;
	if (visit.openRequests[requestId]) return;
	visit.openRequests[requestId] = { key: fact.key, isVideo, wholeBytes };
	if (fact.isCodedStream !== null)
		rowOf(visit.ledger, fact.key, fact.kind)[fact.isCodedStream ? 'codedStreamCount' : 'plainStreamCount']++;
	if (!isVideo) return;
	const row = rowOf(visit.ledger, fact.key, fact.kind);
	row.kind = fact.kind;
	row.openCount++;
	if (fact.isFromStart && !fact.isCached) row.uncachedStartCount++;
	updateWholeSize(row, wholeBytes, fact.atMs);
	row.loadedBeforeShare = own(visit.loadedBefore, fact.key) ?? null;
	updateFirstResponse(row, fact);
}

function close(visit: VisitState, fact: NetworkFact & (EndedFact | RedirectedFact)): void {
	const opened = fact.what === 'ended' ? visit.openRequests[fact.requestId] : undefined;
	if (fact.what === 'ended' && opened) delete visit.openRequests[fact.requestId];
	const key = opened?.key ?? fact.key;
	const needsNoRow = (visit.isFullyVisible || isSettled(visit, key)) && !own(visit.ledger, key);
	if (needsNoRow && countIfFinal(visit.finalTotals, fact)) return;
	const row = rowOf(visit.ledger, key, fact.kind);
	row.kind = fact.kind;
	if (fact.what === 'redirected') redirect(row, fact);
	else {
		if (opened?.isVideo) row.openCount--;
		end(row, fact, opened);
		if (visit.isFrozen && fact.cost.outcome === 'unsized' && fact.cost.isBroken) row.frozenCount++;
	}
}

function redirect(row: LedgerRow, { headerBytes, isNavigation }: RedirectedFact): void {
	row.sizedBytes += headerBytes;
	row.sizedHeaderBytes += headerBytes;
	if (isNavigation) row.redirectedNavigationCount++;
}

function end(row: LedgerRow, fact: EndedFact, opened: OpenRequest | undefined): void {
	const { atMs, wholeBytes, sentBytes, part, isStandalone } = fact;
	row.isAddedTo ||= !isStandalone;
	const cost = part ? costOfPart(row, part) : fact.cost;
	row.endedAtMs = Math.max(row.endedAtMs, atMs);
	updateWholeSize(row, wholeBytes, atMs);
	if (sentBytes !== null) row.sentBytes = (row.sentBytes ?? 0) + sentBytes;
	if (cost.outcome === 'unsized') {
		row.unsizedCount++;
		row.unsizedHeaderBytes += cost.headerBytes;
		if (!cost.isBroken) {
			if (!part) return;
			row.doubtfulCount++;
			row.boundedCount++;
			row.boundedBytes += part.range[1] - part.range[0];
			return;
		}
		if (opened && opened.wholeBytes !== null) {
			row.boundedCount++;
			row.boundedBytes += opened.wholeBytes;
		}
		row.abortedCount++;
		if (cost.isCached) row.cachedBrokenCount++;
		row.abortedAtMs = Math.max(row.abortedAtMs, atMs);
		return;
	}
	row.isPartStale ||= row.partCount > 0;
	row.sizedBytes += cost.bytes;
	if (cost.outcome === 'cached') {
		row.cachedCount++;
		row.savedBytes += cost.savedBytes;
	} else {
		row.sizedCount++;
		row.sizedHeaderBytes += cost.headerBytes;
	}
}

/**
 * Received bytes of a part of a file. What the cache holds of the file is known if the first request of the visit for it went over the
 * network. Else a part that the browser ascribes to the cache is unknown until the page's Resource Timing has it.
 */
function costOfPart(row: LedgerRow, { range, isFromCache, headerBytes }: PartDetails): ResponseCost {
	const isFirst = row.sizedCount + row.unsizedCount + row.cachedCount + row.openCount === 0;
	if (isFirst && !isFromCache) row.storedRanges = [];
	const bodyBytes = range[1] - range[0];
	if (isFromCache && row.storedRanges === null) {
		return { outcome: 'unsized', headerBytes: 0, isBroken: false, isCached: true };
	}
	const loadedBytes = isFromCache ? uncoveredBytes(row.storedRanges ?? [], range) : bodyBytes;
	row.storedRanges &&= withRange(row.storedRanges, range);
	row.savedBytes += bodyBytes - loadedBytes;
	if (loadedBytes === 0) return { outcome: 'cached', bytes: 0, savedBytes: 0 };
	return { outcome: 'sized', bytes: headerBytes + loadedBytes, headerBytes };
}

/** Records what answered the first request of a video in this visit: the cache may answer later ones with what the first one loaded. */
function updateFirstResponse(row: LedgerRow, { atMs, isCached }: OpenedFact): void {
	if (row.firstOpenedAtMs !== null && row.firstOpenedAtMs < atMs) return;
	row.isFirstCached = isCached || (row.firstOpenedAtMs === atMs && row.isFirstCached);
	row.firstOpenedAtMs = atMs;
}

/** Records the size of the whole resource. The newest one counts: an address may return something else the next time. */
function updateWholeSize(row: LedgerRow, wholeBytes: number | null, atMs: number): void {
	if (wholeBytes === null || atMs < row.wholeAtMs) return;
	row.wholeBytes = atMs === row.wholeAtMs ? Math.max(row.wholeBytes ?? 0, wholeBytes) : wholeBytes;
	row.wholeAtMs = atMs;
}
