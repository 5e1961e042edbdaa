import { afterAll, beforeAll } from 'vitest';
import type { BrowserName, Driver, Tab } from '@/tests/e2e/drivers/driver';
import { openWithHistory } from '@/tests/e2e/rig/seed';

/** A tab of a browser whose extension has a week of history; there before the first test of the describe block that calls this. */
export function dashboardTab(browser: BrowserName) {
	let driver: Driver;
	let page: Tab;

	beforeAll(async () => {
		driver = await openWithHistory(browser);
		page = await driver.openExtensionPage('dashboard.html');
		await page.bringToFront();
	});

	afterAll(() => driver?.close());

	return {
		driver: () => driver,
		page: () => page,
		/** Loads a page of the extension afresh, and waits for an element that `ready` selects. */
		async open(path: string, ready: string): Promise<Tab> {
			await page.goto('about:blank');
			await page.goto(driver.extensionUrl + path);
			await page.waitFor(`document.querySelector(${JSON.stringify(ready)})`);
			return page;
		},
	};
}
