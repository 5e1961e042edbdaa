import { describe } from 'vitest';
import type { BrowserName } from '@/tests/e2e/drivers/driver';

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/**
 * The same tests in both browsers, side by side, and in their order within each: most of them wait for a video to play, a call to
 * last or a page to settle. `define` is called once for each browser; what it declares is that browser's own.
 */
export function inBothBrowsers(subject: string, define: (browser: BrowserName) => void): void {
	describe.concurrent.for(BROWSERS)('in %s', (browser) => {
		describe(subject, { concurrent: false }, () => define(browser));
	});
}
