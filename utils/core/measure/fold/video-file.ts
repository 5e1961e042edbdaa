import type { LedgerRow } from '@/utils/core/measure/ledger';
import { isOpen, type RequestRecord } from '@/utils/core/measure/request-record';

/** What the requests for one video file show together: each loads another part of it. Moments are milliseconds since 1970. */
export interface VideoFile {
	/** By the newest headers; null until known. */
	readonly wholeBytes: number | null;
	/** When the first response began; null where no event reported it. */
	readonly firstOpenedAtMs: number | null;
	/** The cache answered that one, at least its beginning. */
	readonly isFirstCached: boolean;
	/** Responses from the first byte, not from the cache. */
	readonly uncachedStartCount: number;
	readonly isOpen: boolean;
	/** When the last request ended, and when the last one broke off; 0 for never. */
	readonly endedAtMs: number;
	readonly abortedAtMs: number;
}

/** The file at an address. The same in any order of its requests. */
export function videoFile({ requests }: Pick<LedgerRow, 'requests'>): VideoFile {
	const sized = requests.filter(({ wholeBytes }) => wholeBytes !== null);
	const wholeAtMs = latest(sized.map((record) => record.wholeAtMs));
	const newest = sized.filter((record) => record.wholeAtMs === wholeAtMs).map(({ wholeBytes }) => wholeBytes ?? 0);
	const begun = requests.filter(({ begunAtMs }) => begunAtMs !== null);
	const firstOpenedAtMs = begun.length > 0 ? Math.min(...begun.map(({ begunAtMs }) => begunAtMs ?? 0)) : null;
	return {
		wholeBytes: newest.length > 0 ? Math.max(...newest) : null,
		firstOpenedAtMs,
		isFirstCached: begun.some(({ begunAtMs, isCached }) => begunAtMs === firstOpenedAtMs && isCached),
		uncachedStartCount: begun.filter(({ isFromStart, isCached }) => isFromStart && !isCached).length,
		isOpen: requests.some(isOpen),
		endedAtMs: latest(requests.map(endOf)),
		abortedAtMs: latest(requests.filter(({ isBroken }) => isBroken).map(endOf)),
	};
}

function endOf({ endedAtMs }: RequestRecord): number {
	return endedAtMs ?? 0;
}

function latest(momentsMs: readonly number[]): number {
	return Math.max(0, ...momentsMs);
}
