import type { Kind } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import type { NetworkFact } from './network-request';

/** Requests of one kind whose figures are final. */
type FinalKind = Omit<KindTraffic, 'estimatedBytes'>;

const NO_REQUESTS: FinalKind = { measuredBytes: 0, requestCount: 0, unknownCount: 0 };

/** Sums by kind of requests whose size is final: they need no ledger row, and no report can count them again. */
export interface FinalTotals {
	readonly received: Partial<Record<Kind, FinalKind>>;
	/** Null where the browser does not count sent bytes. */
	sentBytes: number | null;
}

export function noFinalTotals(): FinalTotals {
	return { received: {}, sentBytes: null };
}

/** Counts a request if its figures are final (its size is known, and no report adds to it); returns whether it did. */
export function countIfFinal(totals: FinalTotals, fact: NetworkFact): boolean {
	if (fact.what === 'redirected') return add(totals, fact.kind, fact.headerBytes, 0, null);
	if (fact.what !== 'ended' || !fact.isStandalone || fact.cost.outcome !== 'sized') return false;
	return add(totals, fact.kind, fact.cost.bytes, 1, fact.sentBytes);
}

/** The totals with one more unknown, for requests of unknown number and size. */
export function withUnknown(totals: FinalTotals): FinalTotals {
	const { other = NO_REQUESTS } = totals.received;
	return { ...totals, received: { ...totals.received, other: { ...other, unknownCount: other.unknownCount + 1 } } };
}

function add(totals: FinalTotals, kind: Kind, bytes: number, count: number, sentBytes: number | null): true {
	const { measuredBytes, requestCount, unknownCount } = totals.received[kind] ?? NO_REQUESTS;
	totals.received[kind] = { measuredBytes: measuredBytes + bytes, requestCount: requestCount + count, unknownCount };
	if (sentBytes !== null) totals.sentBytes = (totals.sentBytes ?? 0) + sentBytes;
	return true;
}

export function finalTraffic({ received, sentBytes }: FinalTotals): Traffic {
	const kinds = Object.entries(received).map(([kind, sum]) => [kind, { ...sum, estimatedBytes: 0 }]);
	return { received: Object.fromEntries(kinds), sentBytes, sparedBytes: 0 };
}
