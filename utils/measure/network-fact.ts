import type { Kind } from './kind';
import { rowOf } from './ledger';
import type { VisitState } from './live-visit';
import type { ResponseCost } from './response-size';
import { settle } from './settled';

/** One thing that the browser's network events told. */
export type NetworkFact = { readonly key: string; readonly kind: Kind } & (
	| { readonly what: 'opened'; readonly requestId: string; readonly wholeBytes: number | null }
	| {
			readonly what: 'ended';
			readonly requestId: string;
			readonly cost: ResponseCost;
			readonly wholeBytes: number | null;
			readonly sentBytes: number | null;
			/** No other ledger knows more of it: no film, whose requests belong together, and no socket. */
			readonly isPlain: boolean;
	  }
	| { readonly what: 'redirected'; readonly headerBytes: number; readonly isNavigation: boolean }
);

/** Books what the network told about one request. */
export function applyNetworkFact(visit: VisitState, fact: NetworkFact): void {
	const openKey = fact.what === 'redirected' ? undefined : visit.openRequests[fact.requestId];
	if (visit.isSeen && openKey === undefined && !Object.hasOwn(visit.ledger, fact.key) && settle(visit.settled, fact))
		return;
	const row = rowOf(visit.ledger, openKey ?? fact.key, fact.kind);
	row.kind = fact.kind;
	if (fact.what === 'redirected') {
		row.sizedBytes += fact.headerBytes;
		row.sizedHeaderBytes += fact.headerBytes;
		if (fact.isNavigation) row.movedCount++;
		return;
	}
	if (fact.wholeBytes !== null) row.wholeBytes = Math.max(row.wholeBytes ?? 0, fact.wholeBytes);
	if (fact.what === 'opened') {
		// Headers come once for each hop of a redirect chain: it is one request all the same.
		if (openKey === undefined) row.openCount++;
		visit.openRequests[fact.requestId] = openKey ?? fact.key;
		return;
	}
	if (openKey !== undefined) {
		row.openCount--;
		delete visit.openRequests[fact.requestId];
	}
	if (fact.sentBytes !== null) row.sentBytes = (row.sentBytes ?? 0) + fact.sentBytes;
	if (fact.cost.outcome === 'unsized') {
		row.unsizedCount++;
		row.unsizedHeaderBytes += fact.cost.headerBytes;
	} else {
		row.sizedBytes += fact.cost.bytes;
		if (fact.cost.outcome === 'cached') {
			row.cachedCount++;
			row.sparedBytes += fact.cost.sparedBytes;
		} else {
			row.sizedCount++;
			row.sizedHeaderBytes += fact.cost.headerBytes;
		}
	}
}
