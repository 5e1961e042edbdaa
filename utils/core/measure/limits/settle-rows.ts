import { isAddressKey } from '@/utils/core/measure/connection';
import { addDocuments, addSettled } from '@/utils/core/measure/final-totals';
import { documentsOf } from '@/utils/core/measure/fold/fold-documents';
import { savedBytesOf } from '@/utils/core/measure/fold/fold-ledger';
import { foldRow } from '@/utils/core/measure/fold/fold-row';
import { sumRequests } from '@/utils/core/measure/fold/sum-requests';
import type { LedgerRow } from '@/utils/core/measure/ledger';
import { isOpen } from '@/utils/core/measure/request-record';
import { hasRequests } from '@/utils/core/measure/row-requests';
import { noteSettledRow } from '@/utils/core/measure/trace/note-settled-row';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { boundClaims, claimLimit, claimOf, shownByNetwork } from './claims';
import { noteSettled } from './settled-keys';

/** A visit with more ledger rows than this has its oldest resolved rows settled. */
export const MAX_ROWS = 1_000;
/** The same for rows that a report could still change: what they lack then stays unknown. */
export const MAX_UNRESOLVED_ROWS = 3_000;
/** After settling, there is room for this share of the rows, so that it is rarely done. */
const ROOM_SHARE = 0.5;

/** Rows are counted after so many events. */
const EVENTS_A_COUNT = 200;
const eventCounts = new WeakMap<VisitState, number>();

/** Settles rows after each so many calls. */
export function settleNowAndThen(visit: VisitState): void {
	const eventCount = (eventCounts.get(visit) ?? 0) + 1;
	eventCounts.set(visit, eventCount);
	if (eventCount % EVENTS_A_COUNT === 0) settleRows(visit);
}

/**
 * Settles the oldest rows of a visit with too many addresses: their figures go to the final totals, and their rows are deleted. So
 * neither the memory of a visit nor the time that its figures take grows with the number of its addresses.
 */
export function settleRows(visit: VisitState): void {
	const rows = Object.entries(visit.ledger).filter(([key]) => isAddressKey(key));
	if (rows.length <= MAX_ROWS) return;
	const excess = rows.length - MAX_ROWS * (1 - ROOM_SHARE);
	settle(visit, rows.filter(([, row]) => isResolved(row)).slice(0, excess));
	const left = rows.filter(([key, row]) => visit.ledger[key] && !row.requests.some(isOpen));
	if (left.length > MAX_UNRESOLVED_ROWS)
		settle(visit, left.slice(0, left.length - MAX_UNRESOLVED_ROWS * (1 - ROOM_SHARE)));
}

/** Whether all is known of the requests so far, and no media element or counter adds to them. */
function isResolved(row: LedgerRow): boolean {
	const isPlain =
		!row.isAddedTo && row.kind !== 'socket' && row.bufferedShare + row.partCount === 0 && !row.requests.some(isOpen);
	return isPlain && (hasRequests(row) ? sumRequests(row).pending.length === 0 : row.timedCount >= row.opaqueCount);
}

function settle(visit: VisitState, rows: readonly (readonly [string, LedgerRow])[]): void {
	const seenKeys: string[] = [];
	for (const [key, row] of rows) {
		const folded = { kind: row.kind, traffic: foldRow(row, visit.isFullyVisible), shown: shownByNetwork(row) };
		const [traffic = folded.shown] = boundClaims([folded], claimLimit(visit));
		const claim = claimOf({ ...folded, traffic });
		visit.finalTotals.claimedBytes += claim.bytes;
		visit.finalTotals.claimedCount += claim.count;
		addSettled(visit.finalTotals, row.kind, traffic, row.sentBytes, savedBytesOf(row));
		addDocuments(visit.finalTotals, documentsOf(row, traffic));
		if (visit.trace) noteSettledRow(visit.trace, key, row, traffic);
		delete visit.ledger[key];
		if (!hasRequests(row) && !row.countedAt) continue;
		// The network has counted these requests: their entries, which the page may still report, add nothing.
		seenKeys.push(key);
		for (const frame of Object.values(visit.frames)) delete frame.timed[key];
	}
	noteSettled(visit, seenKeys);
}
