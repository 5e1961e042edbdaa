import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithHistory } from '@/tests/e2e/rig/seed';

/** A window of 1280 px at 200 %, and the popup at its own width. */
const ZOOMED_PX = [640, 400] as const;
const POPUP_PX = [380, 300] as const;

inBothBrowsers('enlarged to 200 %', (browser) => {
	let driver: Driver;
	let page: Tab;

	beforeAll(async () => {
		driver = await openWithHistory(browser);
		page = await driver.openExtensionPage('dashboard.html');
		await page.bringToFront();
	});

	afterAll(() => driver?.close());

	it.each([
		['dashboard.html', '.courses'],
		['dashboard.html#mois', '.figure-cards'],
		['dashboard.html#export', '.preview'],
		['dashboard.html#groupe', '#group-files'],
		['dashboard.html#sites', '.site-form'],
		['dashboard.html#methode', '.method table'],
		['dashboard.html#donnees', '.backup'],
		['dashboard.html#reglages', '.notices'],
		['welcome.html', '.levels'],
		['demo.html', '.popup'],
		['popup.html', 'footer button'],
	])('%s: nothing is beyond the side of the window', async (path, ready) => {
		const [widthPx, heightPx] = path === 'popup.html' ? POPUP_PX : ZOOMED_PX;
		await page.setViewport(widthPx, heightPx);
		await page.goto('about:blank');
		await page.goto(driver.extensionUrl + path);
		await page.waitFor(`document.querySelector(${JSON.stringify(ready)})`);
		const { scrollWidth, clientWidth } = await page.evaluate(() => ({
			scrollWidth: document.documentElement.scrollWidth,
			clientWidth: document.documentElement.clientWidth,
		}));
		expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
	});
});
