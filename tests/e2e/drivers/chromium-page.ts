import type { Page } from 'puppeteer-core';
import { type PuppeteerTab, puppeteerTab } from './puppeteer-page.ts';
import { WAIT_TIMEOUT_MS } from './wait.ts';

/** A tab or a popup of Chromium. */
export interface ChromiumPage extends PuppeteerTab {
	prepare(): Promise<void>;
	/** Clicks a button that requests a permission: the prompt closes a popup, often before the command to release the mouse returns. */
	clickForPrompt(selector: string): Promise<void>;
}

export function chromiumPage(page: Page, darkMode: boolean): ChromiumPage {
	return {
		...puppeteerTab(page),
		prepare: () => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: darkMode ? 'dark' : 'light' }]),
		async clickForPrompt(selector) {
			const button = await page.waitForSelector(selector, { visible: true, timeout: WAIT_TIMEOUT_MS });
			await button?.hover();
			await page.mouse.down();
			await page.mouse.up().catch((error) => {
				// puppeteer does not export the class.
				if (error.name !== 'TargetCloseError') throw error;
			});
		},
		async drop(paths) {
			const session = await page.createCDPSession();
			const data = { items: [], files: [...paths], dragOperationsMask: 1 };
			for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
				await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
			}
			await session.detach();
		},
	};
}
