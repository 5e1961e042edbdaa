import { addSettled } from '@/utils/core/measure/final-totals';
import { savedBytesOf } from '@/utils/core/measure/fold/fold-ledger';
import type { LedgerRow } from '@/utils/core/measure/ledger';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import { type AuditTrace, tracedTotals } from './trace';

/** Requests that a cache answered, at least in part. Network and page report the same ones. */
export function cachedCountOf({ requests, timedCachedCount }: LedgerRow): number {
	const cached = requests.filter(({ outcome, isCached }) => outcome === 'cached' || isCached);
	return Math.max(cached.length, timedCachedCount);
}

/** Notes the figures of a row that goes to the final totals. */
export function noteSettledRow(trace: AuditTrace, key: string, row: LedgerRow, traffic: KindTraffic): void {
	const totals = tracedTotals(trace, key);
	if (!totals) return;
	addSettled(totals, row.kind, traffic, null, savedBytesOf(row));
	totals.cachedCount += cachedCountOf(row);
}
