import { join } from 'node:path';
import { ROOT } from '@/scripts/setup/paths.mjs';
import type { BrowserName } from './drivers/driver';

const FOLDERS: Readonly<Record<BrowserName, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The folder of the extension built for a browser; `npm test` builds both first. */
export function extensionDir(browser: BrowserName): string {
	return join(ROOT, '.output', FOLDERS[browser]);
}
