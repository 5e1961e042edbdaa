import type { ElementHandle, KeyInput, Frame as PuppeteerFrame, Page as PuppeteerPage } from 'puppeteer-core';
import type { Frame, Tab } from './driver.ts';
import { until, WAIT_TIMEOUT_MS } from './wait.ts';

/** What puppeteer says of an element that was drawn anew between finding and pressing it: nothing was pressed then. */
const NOT_PRESSED = /Node is detached|Node is either not clickable|No element found for selector/;

/** A page that also gives its puppeteer page, for the driver. */
export interface PuppeteerTab extends Tab {
	readonly puppeteerPage: PuppeteerPage;
}

/** What puppeteer does the same way in both browsers; files are dropped on a page in each browser's own way. */
export function puppeteerTab(page: PuppeteerPage): Omit<PuppeteerTab, 'drop'> {
	return {
		...puppeteerFrame(page.mainFrame()),
		puppeteerPage: page,
		async goto(url) {
			await page.goto(url, { waitUntil: 'load' });
		},
		async click(selector) {
			await page.waitForSelector(selector, { visible: true, timeout: WAIT_TIMEOUT_MS });
			let failure: unknown = null;
			await until(async () => {
				failure = null;
				await page.click(selector).catch((error) => {
					if (NOT_PRESSED.test(String(error))) throw error;
					failure = error;
				});
				return true;
			}, `a click on ${selector}`);
			if (failure) throw failure;
		},
		async chooseFiles(selector, paths) {
			const input = await page.waitForSelector(selector, { timeout: WAIT_TIMEOUT_MS });
			await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
		},
		press: (key) => page.keyboard.press(key as KeyInput),
		print: () => page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true }),
		async screenshot(path, { fullPage = false } = {}) {
			await page.screenshot({ path: path as `${string}.png`, fullPage });
		},
		setViewport: (width, height) => page.setViewport({ width, height }),
		frames: async () =>
			page
				.frames()
				.filter((frame) => frame !== page.mainFrame())
				.map(puppeteerFrame),
		bringToFront: () => page.bringToFront(),
		close: () => page.close(),
	};
}

function puppeteerFrame(frame: PuppeteerFrame): Frame {
	return {
		evaluate: async (what, ...args) => frame.evaluate(what as never, ...(args as unknown as never[])) as never,
		async waitFor(what, timeoutMs = WAIT_TIMEOUT_MS) {
			const question = typeof what === 'string' ? what : `(${what})()`;
			await until(() => frame.evaluate(`(async () => Boolean(await (${question})))()`), String(what), timeoutMs);
		},
		// Asked in the page: puppeteer gets no event of a page of the extension in Firefox.
		url: () => frame.evaluate(() => location.href),
	};
}
