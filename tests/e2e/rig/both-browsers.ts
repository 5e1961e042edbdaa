import { describe } from 'vitest';
import type { BrowserName } from '@/tests/e2e/drivers/driver';

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/**
 * The same tests in both browsers in parallel, in order within each: most of them wait for a video to play, a call to
 * last or a page to settle. `define` runs once for each browser.
 */
export function inBothBrowsers(subject: string, define: (browser: BrowserName) => void): void {
	describe.concurrent.for(BROWSERS)('in %s', (browser) => {
		describe(subject, { concurrent: false }, () => define(browser));
	});
}
