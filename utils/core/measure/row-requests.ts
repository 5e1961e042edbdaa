import { isDocument } from './final-totals';
import type { LedgerRow } from './ledger';
import { matchEntries } from './match-entries';
import { EMPTY_RECORD, isOpen, isRequest, type RequestRecord, type SettledRequests } from './request-record';

/** More records than this of one address, and the oldest resolved ones are settled: see {@link settleRequests}. */
const MAX_RECORDS = 100;
/** The same for records of unknown size: what they lack then stays unknown. */
const MAX_UNRESOLVED = 300;

/** The record of a request that has not ended, created if needed. */
export function recordOf(row: LedgerRow, id: string): RequestRecord {
	let record = row.requests.findLast((each) => each.id === id && each.outcome === null);
	if (!record) {
		record = { id, ...EMPTY_RECORD };
		row.requests.push(record);
	}
	return record;
}

/** How many requests to an address network events show. */
export function requestCountOf({ requests, settled }: LedgerRow): number {
	return settled.requestCount + requests.filter(isRequest).length;
}

/** Whether network events show any request to an address. */
export function hasRequests({ requests, settled }: LedgerRow): boolean {
	return settled.requestCount > 0 || requests.some(isRequest);
}

/**
 * Adds the oldest records of an address with very many to its sums: an address that is polled all day costs no more than others.
 */
export function settleRequests(row: LedgerRow): void {
	const { requests } = row;
	if (requests.length <= MAX_RECORDS) return;
	const bodyOf = matchEntries(row);
	const isKnown = (record: RequestRecord) =>
		!isOpen(record) && (record.outcome !== 'unsized' || bodyOf(record) !== null);
	const excess = requests.filter(isKnown).slice(0, requests.length - MAX_RECORDS / 2);
	const left = requests.filter((record) => !excess.includes(record) && !isOpen(record));
	const old = left.length > MAX_UNRESOLVED ? left.slice(0, left.length - MAX_UNRESOLVED / 2) : [];
	const settled = new Set([...excess, ...old]);
	if (settled.size === 0) return;
	for (const record of settled) row.settled = withSettled(row, record, bodyOf(record));
	row.requests = requests.filter((record) => !settled.has(record));
	const oldestMs = Math.min(
		...row.requests.map(({ endedAtMs, begunAtMs }) => endedAtMs ?? begunAtMs ?? Number.POSITIVE_INFINITY),
	);
	row.entries = row.entries.filter(({ atMs }) => atMs >= oldestMs);
}

function withSettled(
	{ kind, settled: sums }: LedgerRow,
	record: RequestRecord,
	bodyBytes: number | null,
): SettledRequests {
	const isUnknown = record.outcome === 'unsized' && bodyBytes === null;
	return {
		requestCount: sums.requestCount + (isRequest(record) ? 1 : 0),
		measuredBytes: sums.measuredBytes + record.hopBytes + record.bytes + (bodyBytes ?? 0),
		claimedBytes: sums.claimedBytes + (bodyBytes ?? 0),
		unknownCount: sums.unknownCount + (isUnknown ? 1 : 0),
		savedBytes: sums.savedBytes + record.savedBytes,
		movedCount: sums.movedCount + (record.hasMovedOn ? 1 : 0),
		documentCount: sums.documentCount + (isDocument(kind, record.bytes + (bodyBytes ?? 0)) ? 1 : 0),
	};
}
