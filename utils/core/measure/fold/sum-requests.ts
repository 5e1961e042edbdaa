import type { Ledger, LedgerRow } from '@/utils/core/measure/ledger';
import { matchEntries } from '@/utils/core/measure/match-entries';
import { isOpen, isRequest, isUnsized, type RequestRecord } from '@/utils/core/measure/request-record';

/** What is known of the requests to one address. */
export interface RequestSum {
	/** Requests that network events showed, cached ones included. */
	readonly requestCount: number;
	/** Bytes of them that are measured, and the part of these that only the page's entries showed. */
	readonly measuredBytes: number;
	readonly claimedBytes: number;
	/** Requests of unknown size: those without any evidence yet, and those that were settled without. */
	readonly pending: readonly RequestRecord[];
	readonly lostCount: number;
	/** Bytes that the cache saved. */
	readonly savedBytes: number;
	/** Navigations redirected from here, which count where they ended. */
	readonly movedCount: number;
}

/** Adds up the requests to an address: by the browser's events, then by the entry that is of the very request. */
export function sumRequests(row: LedgerRow): RequestSum {
	const bodyOf = matchEntries(row);
	const { settled } = row;
	const sum = { ...settled, pending: [] as RequestRecord[], lostCount: settled.unknownCount };
	for (const record of row.requests) {
		const bodyBytes = bodyOf(record);
		sum.measuredBytes += record.hopBytes + record.bytes + (bodyBytes ?? 0);
		sum.claimedBytes += bodyBytes ?? 0;
		sum.savedBytes += record.savedBytes;
		if (record.hasMovedOn) sum.movedCount++;
		if (!isRequest(record)) continue;
		sum.requestCount++;
		if (isOpen(record) || (record.outcome === 'unsized' && bodyBytes === null)) sum.pending.push(record);
	}
	return sum;
}

/** Whether the page could still show the size of a complete response. */
export function isWanted(row: LedgerRow): boolean {
	if (row.kind === 'socket' || !row.requests.some(isUnsized)) return false;
	const bodyOf = matchEntries(row);
	return row.requests.some((record) => isUnsized(record) && bodyOf(record) === null);
}

/** Keys of addresses of whose requests the page could still show a size; the last `limit` of them. */
export function wantedKeys(ledger: Ledger, limit: number): string[] {
	const wanted = Object.entries(ledger).filter(([, row]) => isWanted(row));
	return wanted.slice(-limit).map(([key]) => key);
}
