import { isDocument } from '@/utils/core/measure/final-totals';
import type { LedgerRow } from '@/utils/core/measure/ledger';
import { claimLimit } from '@/utils/core/measure/limits/claims';
import { cachedCountOf } from '@/utils/core/measure/trace/note-settled-row';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import type { Waste } from '@/utils/core/schema/waste';
import { addWaste } from '@/utils/core/visit/waste';
import { foldRows } from './fold-ledger';

/** The documents (PDF, office files) that the network brought a visit, and their bytes. Those of a cache are none. */
export function foldDocuments(visit: VisitState): Waste {
	const { ledger, finalTotals, isFullyVisible } = visit;
	const { documentCount, documentBytes, uploadCount } = finalTotals;
	const settled = addWaste({}, { documentCount, documentBytes });
	if (!Object.values(ledger).some(({ kind }) => kind === 'file')) return settled;
	return foldRows(ledger, isFullyVisible, claimLimit(visit), uploadCount)
		.map(({ key, traffic }) => documentsOf(key === null ? undefined : ledger[key], traffic))
		.reduce(addWaste, settled);
}

/** The documents of an address, by its figures. */
export function documentsOf(row: LedgerRow | undefined, traffic: KindTraffic): Waste {
	if (row?.kind !== 'file') return {};
	const { measuredBytes, estimatedBytes, requestCount } = traffic;
	const documentBytes = measuredBytes + estimatedBytes;
	if (!isDocument(row.kind, documentBytes)) return {};
	const wholeBytes = Math.max(0, ...row.requests.map((request) => request.wholeBytes ?? 0));
	// A viewer loads one document in many parts.
	if (row.isAddedTo) {
		const documentCount = wholeBytes > 0 ? Math.max(1, Math.round(documentBytes / wholeBytes)) : 1;
		return { documentBytes, documentCount };
	}
	const whole = row.settled.documentCount + row.requests.filter(({ bytes }) => isDocument(row.kind, bytes)).length;
	return { documentBytes, documentCount: whole || Math.max(1, requestCount - cachedCountOf(row)) };
}
