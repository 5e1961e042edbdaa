import { type BrowserName, type BrowserOptions, type Driver, openBrowser } from '@/tests/e2e/drivers/driver';
import { extensionDir } from './extension-dir';

/** Opens a browser without a window, with the extension as it was built for it; in French unless `more` chooses another language. */
export function openWithExtension(browser: BrowserName, more: Partial<BrowserOptions> = {}): Promise<Driver> {
	return openBrowser({ browser, extensionDir: extensionDir(browser), headless: true, lang: 'fr', ...more });
}
