import type { Kind } from '@/utils/core/schema/names';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import type { Waste } from '@/utils/core/schema/waste';
import { addKind, NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';
import type { NetworkFact } from './network-request';

/** Sums by kind of requests whose size is final: they need no ledger row, and no report can count them again. */
export interface FinalTotals {
	readonly received: Partial<Record<Kind, KindTraffic>>;
	/** Null where the browser does not count sent bytes. */
	sentBytes: number | null;
	/** Bytes that the cache saved. */
	savedBytes: number;
	/** Requests by which scripts sent something of which the browser shows no size, those of workers among them. */
	uploadCount: number;
	/** What of the received bytes and requests only the page's reports showed. */
	claimedBytes: number;
	claimedCount: number;
	/** Documents among them that came over the network, and their bytes. */
	documentCount: number;
	documentBytes: number;
}

export function noFinalTotals(): FinalTotals {
	return {
		received: {},
		sentBytes: null,
		savedBytes: 0,
		uploadCount: 0,
		claimedBytes: 0,
		claimedCount: 0,
		documentCount: 0,
		documentBytes: 0,
	};
}

/** Counts a request if its figures are final (its size is known, and no report adds to it); returns whether it did. */
export function countIfFinal(totals: FinalTotals, fact: NetworkFact): boolean {
	if (fact.what === 'redirected') return fact.hiddenBytes === 0 && add(totals, fact.kind, fact.bytes, 0, null);
	if (fact.what !== 'ended' || !fact.isStandalone || fact.cost.outcome !== 'sized') return false;
	if (isDocument(fact.kind, fact.cost.bytes))
		addDocuments(totals, { documentCount: 1, documentBytes: fact.cost.bytes });
	return add(totals, fact.kind, fact.cost.bytes, 1, fact.sentBytes);
}

/** Adds documents that came over the network. */
export function addDocuments(
	totals: FinalTotals,
	{ documentCount = 0, documentBytes = 0 }: Pick<Waste, 'documentCount' | 'documentBytes'>,
): void {
	totals.documentCount += documentCount;
	totals.documentBytes += documentBytes;
}

/** A response with less is headers only: the server found the document of the cache right. */
const MIN_DOCUMENT_BYTES = 1_000;

/** Whether a response of so many bytes brought a document. */
export function isDocument(kind: Kind, bytes: number): boolean {
	return kind === 'file' && bytes >= MIN_DOCUMENT_BYTES;
}

function add(totals: FinalTotals, kind: Kind, bytes: number, requestCount: number, sentBytes: number | null): true {
	addSettled(totals, kind, { ...NO_KIND_TRAFFIC, measuredBytes: bytes, requestCount }, sentBytes, 0);
	return true;
}

/** Adds the figures of a ledger row that is deleted. */
export function addSettled(
	totals: FinalTotals,
	kind: Kind,
	traffic: KindTraffic,
	sentBytes: number | null,
	savedBytes: number,
): void {
	totals.received[kind] = addKind(totals.received[kind] ?? NO_KIND_TRAFFIC, traffic);
	if (sentBytes !== null) totals.sentBytes = (totals.sentBytes ?? 0) + sentBytes;
	totals.savedBytes += savedBytes;
}

/** The totals with one more unknown, for requests of unknown number and size. */
export function withUnknown(totals: FinalTotals): FinalTotals {
	const { other = NO_KIND_TRAFFIC } = totals.received;
	return {
		...totals,
		received: { ...totals.received, other: addKind(other, { ...NO_KIND_TRAFFIC, unknownCount: 1 }) },
	};
}

export function finalTraffic({ received, sentBytes, savedBytes }: FinalTotals): Traffic {
	return { received, sentBytes, sparedBytes: savedBytes };
}
