import type { Kind } from '@/utils/core/visit/kind';
import type { Traffic } from '@/utils/core/visit/traffic';
import type { NetworkFact } from './network-fact';
import type { Settled, SettledKind } from './visit-state';

/** Nothing yet. */
export function noneSettled(): Settled {
	return { received: {}, sentBytes: null };
}

/** Adds a request whose figures are final, and says whether they were: its size is known, and no other ledger knows of it. */
export function settle(settled: Settled, fact: NetworkFact): boolean {
	if (fact.what === 'redirected') return add(settled, fact.kind, fact.headerBytes, 0, null);
	if (fact.what !== 'ended' || !fact.isPlain || fact.cost.outcome !== 'sized') return false;
	return add(settled, fact.kind, fact.cost.bytes, 1, fact.sentBytes);
}

/** The same with a request, or more, of which nothing is known. */
export function withUnknown(settled: Settled): Settled {
	const { other = nothing() } = settled.received;
	return { ...settled, received: { ...settled.received, other: { ...other, unknownCount: other.unknownCount + 1 } } };
}

function nothing(): SettledKind {
	return { measuredBytes: 0, requestCount: 0, unknownCount: 0 };
}

function add(settled: Settled, kind: Kind, bytes: number, count: number, sentBytes: number | null): true {
	const sum = settled.received[kind] ?? nothing();
	sum.measuredBytes += bytes;
	sum.requestCount += count;
	settled.received[kind] = sum;
	if (sentBytes !== null) settled.sentBytes = (settled.sentBytes ?? 0) + sentBytes;
	return true;
}

/** What was settled, as traffic. */
export function trafficOf({ received, sentBytes }: Settled): Traffic {
	const kinds = Object.entries(received).map(([kind, sum]) => [kind, { ...sum, estimatedBytes: 0 }]);
	return { received: Object.fromEntries(kinds), sentBytes, sparedBytes: 0 };
}
