import { isAddressKey } from '@/utils/core/measure/connection';
import { isDocument } from '@/utils/core/measure/final-totals';
import type { LedgerRow } from '@/utils/core/measure/ledger';
import { cachedCountOf } from '@/utils/core/measure/trace/note-settled-row';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { Waste } from '@/utils/core/schema/waste';
import { addWaste } from '@/utils/core/visit/waste';
import { foldRow } from './fold-row';

/** The documents (PDF, office files) that the network brought a visit, and their bytes. Those of a cache are none. */
export function foldDocuments({ ledger, finalTotals, isFullyVisible }: VisitState): Waste {
	const { documentCount, documentBytes } = finalTotals;
	return Object.entries(ledger)
		.filter(([key, { kind }]) => kind === 'file' && isAddressKey(key))
		.map(([, row]) => documentsOf(row, isFullyVisible))
		.reduce(addWaste, addWaste({}, { documentCount, documentBytes }));
}

function documentsOf(row: LedgerRow, isFullyVisible: boolean): Waste {
	const { measuredBytes, estimatedBytes, requestCount } = foldRow(row, isFullyVisible);
	const documentBytes = measuredBytes + estimatedBytes;
	if (!isDocument(row.kind, documentBytes)) return {};
	const wholeBytes = Math.max(0, ...row.requests.map((request) => request.wholeBytes ?? 0));
	// A viewer loads one document in many parts.
	if (row.isAddedTo) {
		const documentCount = wholeBytes > 0 ? Math.max(1, Math.round(documentBytes / wholeBytes)) : 1;
		return { documentBytes, documentCount };
	}
	const whole = row.requests.filter(({ bytes }) => isDocument(row.kind, bytes)).length;
	return { documentBytes, documentCount: whole || Math.max(1, requestCount - cachedCountOf(row)) };
}
