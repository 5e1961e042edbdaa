import type { BrowserName } from '@/tests/e2e/drivers/driver';
import type { LimitClass } from './bench-case';

/** The hosts that the extension has access to: the followed one, or all. */
export type Grant = 'host' | 'wide';

/** The result of one case, of one run or the median of several. */
export interface Outcome {
	readonly trueBytes: number;
	/** Between which bytes the truth is: of a transfer that breaks off, the servers do not know what of their last slices the browser read. */
	readonly leastBytes: number;
	readonly mostBytes: number;
	readonly reportedBytes: number;
	/** Between which bytes Sobrio says that the truth is; `highBytes` is null where it states no limit. */
	readonly lowBytes: number;
	readonly highBytes: number | null;
	/** Measured bytes / reported bytes, 0 to 1; null when nothing was reported. */
	readonly measuredShare: number | null;
	readonly unknownCount: number;
}

/** Below this many true bytes the tolerance is in bytes instead of a share: headers weigh too much there. */
const SMALL_BYTES = 50_000;
const HOST_SHARE = 0.1;
/** The servers count an aborted response up to the slice in progress: see `ServedRequest`. */
export const SLICE_BYTES = 16 * 1024;

interface Tolerance {
	readonly share: number;
	readonly smallBytes: number;
}

const TOLERANCES: Readonly<Record<BrowserName, Readonly<Record<LimitClass, Tolerance>>>> = {
	chromium: {
		exact: { share: 0.02, smallBytes: 2_000 },
		blind: { share: 0.02, smallBytes: 2_000 },
		video: { share: 0.1, smallBytes: 2_000 },
		broken: { share: 0.1, smallBytes: 2_000 },
		socket: { share: 0.02, smallBytes: 2_000 },
		call: { share: 0.1, smallBytes: 2_000 },
		blocked: { share: 0.02, smallBytes: 2_000 },
	},
	firefox: {
		exact: { share: 0.01, smallBytes: 1_000 },
		blind: { share: 0.01, smallBytes: 1_000 },
		video: { share: 0.01, smallBytes: 1_000 },
		broken: { share: 0.01, smallBytes: 1_000 },
		socket: { share: 0.05, smallBytes: 1_000 },
		call: { share: 0.05, smallBytes: 1_000 },
		blocked: { share: 0.02, smallBytes: 2_000 },
	},
};

/**
 * Whether a case's figure holds. With all hosts granted, within the tolerance of its class; a body that no interface of Chromium
 * shows (`blind`), or none of Firefox either (`blocked`), may miss it when it is labelled so. With one host, and for aborted transfers, within the
 * tolerance or with unknown requests for what is missing; too much is never allowed.
 */
export function isWithinLimit(browser: BrowserName, grant: Grant, limit: LimitClass, outcome: Outcome): boolean {
	const tolerance = TOLERANCES[browser][limit];
	const off = limit === 'broken' ? missOf(outcome) : outcome.reportedBytes - outcome.trueBytes;
	const allowed =
		outcome.trueBytes < SMALL_BYTES
			? tolerance.smallBytes
			: outcome.trueBytes * (grant === 'host' ? Math.max(HOST_SHARE, tolerance.share) : tolerance.share);
	if (Math.abs(off) <= Math.max(allowed, limit === 'broken' ? SLICE_BYTES : 0)) return true;
	const isLabelled = outcome.unknownCount > 0 || (outcome.measuredShare ?? 0) < 1;
	if (grant === 'host' || limit === 'broken') return off < 0 && outcome.unknownCount > 0;
	return ((limit === 'blind' && browser === 'chromium') || limit === 'blocked') && isLabelled;
}

/** Bytes above the most that the truth can be, or, negative, below the least: of a transfer that breaks off nobody knows it better. */
function missOf({ reportedBytes, trueBytes, leastBytes, mostBytes }: Outcome): number {
	const least = Math.min(leastBytes, trueBytes);
	const most = Math.max(mostBytes, trueBytes);
	return reportedBytes - Math.min(Math.max(reportedBytes, least), most);
}
