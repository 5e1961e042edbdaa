import type { Page } from 'puppeteer-core';
import { type PuppeteerTab, puppeteerTab } from './puppeteer-page.ts';
import { until, WAIT_TIMEOUT_MS } from './wait.ts';

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
			await page.waitForSelector(selector, { visible: true, timeout: WAIT_TIMEOUT_MS });
			// Figures that arrive may draw the button anew while the mouse moves to it.
			await until(() => page.hover(selector).then(() => true), `the mouse over ${selector}`);
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
