import { settleNowAndThen } from '@/utils/core/measure/limits/settle-rows';
import { isSettled, noteSettled } from '@/utils/core/measure/limits/settled-keys';
import { noteFinal } from '@/utils/core/measure/trace/trace';
import { uncoveredBytes, withRange } from '@/utils/core/units/byte-ranges';
import { countIfFinal } from './final-totals';
import { type LedgerRow, type OpenRequest, rowOf } from './ledger';
import type { EndedFact, NetworkFact, OpenedFact, RedirectedFact } from './network-request';
import { own } from './own';
import type { RequestRecord } from './request-record';
import type { PartDetails, ResponseCost } from './response-size';
import { hasRequests, recordOf, requestCountOf, settleRequests } from './row-requests';
import type { VisitState } from './visit-state';

/**
 * How often a part of a file may have come again: once for each other request to its file that was under way. Over HTTP/1.1 that is five,
 * since browsers have six connections to a host. HTTP/2 has no such bound: there nothing but what was seen supports it (Chromium 156: up to
 * two times).
 */
const MAX_REPEATS = 5;

/** Counts what the network's events showed of one request. */
export function applyNetworkFact(visit: VisitState, fact: NetworkFact): void {
	visit.hasNetworkEvents = true;
	visit.hasUnreportedEvents ||= visit.endedAtMs === null;
	if (fact.what === 'opened') open(visit, fact);
	else close(visit, fact);
	settleNowAndThen(visit);
}

function open(visit: VisitState, fact: NetworkFact & OpenedFact): void {
	const { requestId, key, kind, isVideo, isCodedStream, wholeBytes, atMs } = fact;
	if (visit.openRequests[requestId]) return;
	visit.openRequests[requestId] = { key, wholeBytes };
	if (!isVideo && isCodedStream === null) return;
	const row = rowOf(visit.ledger, key, kind);
	row.kind = kind;
	const record = recordOf(row, requestId);
	Object.assign(record, { begunAtMs: atMs, isCodedStream, isFromStart: fact.isFromStart, isCached: fact.isCached });
	noteWholeSize(record, wholeBytes, atMs);
	if (isVideo) row.loadedBeforeShare = own(visit.loadedBefore, key) ?? null;
}

function close(visit: VisitState, fact: NetworkFact & (EndedFact | RedirectedFact)): void {
	const opened = fact.what === 'ended' ? visit.openRequests[fact.requestId] : undefined;
	if (fact.what === 'ended' && opened) delete visit.openRequests[fact.requestId];
	if (fact.what === 'ended' && fact.isUpload) visit.finalTotals.uploadCount++;
	const key = opened?.key ?? fact.key;
	if (fact.what === 'ended' && fact.documentKey) ascribeReports(visit, fact.documentKey, key, fact);
	const needsNoRow = (visit.isFullyVisible || isSettled(visit, key)) && !own(visit.ledger, key);
	if (needsNoRow && countIfFinal(visit.finalTotals, fact)) {
		noteFinal(visit.trace, key, fact);
		return;
	}
	const row = rowOf(visit.ledger, key, fact.kind);
	row.kind = fact.kind;
	if (fact.what === 'redirected') redirect(row, fact);
	else {
		end(row, fact, opened, visit.isFrozen);
		settleRequests(row);
	}
}

/**
 * The network counts a request at another address, `countedAt`, than the one of which pages report it. What they report adds nothing, or
 * only its entries, among which may be the size that the network lacks.
 */
function ascribeReports(
	visit: VisitState,
	key: string,
	countedAt: string,
	{ kind, cost }: NetworkFact & EndedFact,
): void {
	const row = own(visit.ledger, key);
	if ((row && hasRequests(row)) || isSettled(visit, key)) return;
	delete visit.ledger[key];
	for (const frame of Object.values(visit.frames)) delete frame.timed[key];
	if (cost.outcome === 'unsized') {
		rowOf(visit.ledger, key, kind).countedAt = countedAt;
		rowOf(visit.ledger, countedAt, kind).entries.push(...(row?.entries ?? []));
	} else noteSettled(visit, [key]);
}

function redirect(row: LedgerRow, { requestId, bytes, hiddenBytes, isNavigation }: RedirectedFact): void {
	const record = recordOf(row, requestId);
	record.hopBytes += bytes;
	if (hiddenBytes > 0) row.hiddenCount++;
	row.hiddenAtMostBytes += hiddenBytes;
	record.hasMovedOn ||= isNavigation;
}

function end(row: LedgerRow, fact: EndedFact, opened: OpenRequest | undefined, isPageFrozen: boolean): void {
	const { requestId, atMs, wholeBytes, sentBytes, part, isStandalone } = fact;
	row.isAddedTo ||= !isStandalone;
	if (part) noteRepeated(row, part);
	const cost = part ? costOfPart(row, part) : fact.cost;
	const record = recordOf(row, requestId);
	record.endedAtMs = atMs;
	noteWholeSize(record, wholeBytes, atMs);
	if (sentBytes !== null) row.sentBytes = (row.sentBytes ?? 0) + sentBytes;
	record.outcome = cost.outcome;
	if (cost.outcome === 'unsized') {
		record.bytes = record.headerBytes = cost.headerBytes;
		record.isBroken = cost.isBroken;
		record.isFrozen = cost.isBroken && isPageFrozen;
		record.isDoubtful = part !== null || cost.isCached === true;
		record.atMostBytes = part ? part.range[1] - part.range[0] : (opened?.wholeBytes ?? null);
		return;
	}
	row.isPartStale ||= row.partCount > 0;
	record.bytes = cost.bytes;
	record.savedBytes = cost.savedBytes ?? 0;
	if (cost.outcome === 'sized') record.headerBytes = cost.headerBytes;
}

/**
 * Received bytes of a part of a file. What the cache holds of the file is known if the first request of the visit for it went over the
 * network. Else a part that the browser ascribes to the cache is unknown until the page's Resource Timing has it.
 */
function costOfPart(row: LedgerRow, { range, isFromCache, headerBytes }: PartDetails): ResponseCost {
	if (!hasRequests(row) && !isFromCache) row.storedRanges = [];
	const bodyBytes = range[1] - range[0];
	if (isFromCache && row.storedRanges === null) {
		return { outcome: 'unsized', headerBytes: 0, isBroken: false, isCached: true };
	}
	const loadedBytes = isFromCache ? uncoveredBytes(row.storedRanges ?? [], range) : bodyBytes;
	row.storedRanges &&= withRange(row.storedRanges, range);
	const savedBytes = bodyBytes - loadedBytes;
	if (loadedBytes === 0) return { outcome: 'cached', bytes: 0, savedBytes };
	return { outcome: 'sized', bytes: headerBytes + loadedBytes, headerBytes, savedBytes };
}

/** Notes a part that may have come more than once: another request to its file was there before. */
function noteRepeated(row: LedgerRow, { range, headerBytes, mayBeRepeated }: PartDetails): void {
	if (!mayBeRepeated || !hasRequests(row)) return;
	row.hiddenCount++;
	const repeatCount = Math.min(MAX_REPEATS, requestCountOf(row));
	row.hiddenAtMostBytes += (headerBytes + range[1] - range[0]) * repeatCount;
}

/** Notes the size of the whole resource. The newest one counts: an address may return something else the next time. */
function noteWholeSize(record: RequestRecord, wholeBytes: number | null, atMs: number): void {
	if (wholeBytes === null || atMs < record.wholeAtMs) return;
	record.wholeBytes = atMs === record.wholeAtMs ? Math.max(record.wholeBytes ?? 0, wholeBytes) : wholeBytes;
	record.wholeAtMs = atMs;
}
