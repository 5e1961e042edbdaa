import type { Outcome } from '@/tests/bench/accuracy/limits';
import type { BrowserName } from '@/tests/e2e/drivers/driver';

/** Headers that HTTP/1.1 text and a browser's count may differ by. */
const SMALL_BYTES = 2_000;
const MEASURED_SHARE = 0.02;
const SHARES = { chromium: 0.02, firefox: 0.01 } as const;
const ESTIMATED_SHARE = 0.1;

/**
 * What is wrong with a page's figure; null where the law holds: what is called measured never exceeds the truth, nothing exceeds it by
 * a tenth, the truth is within the stated bounds, and what is missing is shown as unknown.
 */
export function breachOf(browser: BrowserName, outcome: Outcome): string | null {
	const { leastBytes, mostBytes, reportedBytes, lowBytes, highBytes, unknownCount } = outcome;
	const measuredShare = outcome.measuredShare ?? 1;
	const isAbove = (bytes: number, share: number) => bytes > mostBytes * (1 + share) + SMALL_BYTES;
	const isBelow = (bytes: number, share: number) => bytes < leastBytes * (1 - share) - SMALL_BYTES;
	if (isAbove(reportedBytes * measuredShare, MEASURED_SHARE)) return 'measured too much';
	if (isAbove(reportedBytes, ESTIMATED_SHARE)) return 'estimated too much';
	if (isAbove(lowBytes, MEASURED_SHARE)) return 'the lower bound is too high';
	if (highBytes !== null && isBelow(highBytes, MEASURED_SHARE)) return 'the upper bound is too low';
	const isTooLittle = isBelow(reportedBytes, measuredShare < 1 ? ESTIMATED_SHARE : SHARES[browser]);
	return isTooLittle && unknownCount === 0 ? 'too little, and nothing unknown' : null;
}
