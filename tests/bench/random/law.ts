import type { Grant, Outcome } from '@/tests/bench/accuracy/limits';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { mayBreak, type RandomPage } from './page';

/** Headers that HTTP/1.1 text and a browser's count may differ by. */
const SMALL_BYTES = 2_000;
/** The servers count an aborted response up to the slice in progress: see `ServedRequest`. */
const SLICE_BYTES = 16_384;
const SHARES = { chromium: 0.02, firefox: 0.01 } as const;
const ESTIMATED_SHARE = 0.1;

/**
 * What is wrong with a page's figure; null where the law holds: what is called measured never exceeds the truth, nothing exceeds it by
 * a tenth, and what is missing is reported as unknown.
 */
export function breachOf(browser: BrowserName, _grant: Grant, page: RandomPage, outcome: Outcome): string | null {
	const { trueBytes, reportedBytes, unknownCount } = outcome;
	const measuredShare = outcome.measuredShare ?? 1;
	const slackBytes = SMALL_BYTES + (mayBreak(page) ? SLICE_BYTES * page.resources.length : 0);
	const measuredBytes = reportedBytes * measuredShare;
	if (measuredBytes > trueBytes * 1.02 + slackBytes) return 'measured too much';
	if (reportedBytes > trueBytes * 1.1 + slackBytes) return 'estimated too much';
	if (unknownCount > 0) return null;
	const share = measuredShare < 1 ? ESTIMATED_SHARE : SHARES[browser];
	return reportedBytes < trueBytes * (1 - share) - slackBytes ? 'too little, and nothing unknown' : null;
}
