import type { ElementHandle, KeyInput, Frame as PuppeteerFrame, Page as PuppeteerPage } from 'puppeteer-core';
import type { Frame, Tab } from './driver.ts';
import { WAIT_TIMEOUT_MS } from './wait.ts';

/** A page that also gives its puppeteer page, for the driver. */
export interface ChromiumPage extends Tab {
	readonly puppeteerPage: PuppeteerPage;
	prepare(): Promise<void>;
	/** Clicks what asks for a permission: the browser's prompt closes a popup, often before the release of the mouse is answered. */
	clickForPrompt(selector: string): Promise<void>;
}

/** A tab or a popup of Chromium. */
export function chromiumPage(page: PuppeteerPage, darkMode: boolean): ChromiumPage {
	return {
		...chromiumFrame(page.mainFrame()),
		puppeteerPage: page,
		prepare: () => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: darkMode ? 'dark' : 'light' }]),
		async goto(url) {
			await page.goto(url, { waitUntil: 'load' });
		},
		async click(selector) {
			await page.waitForSelector(selector, { visible: true, timeout: WAIT_TIMEOUT_MS });
			await page.click(selector);
		},
		async clickForPrompt(selector) {
			const button = await page.waitForSelector(selector, { visible: true, timeout: WAIT_TIMEOUT_MS });
			await button?.hover();
			await page.mouse.down();
			await page.mouse.up().catch((error) => {
				// puppeteer does not export the class.
				if (error.name !== 'TargetCloseError') throw error;
			});
		},
		async chooseFiles(selector, paths) {
			const input = await page.waitForSelector(selector, { timeout: WAIT_TIMEOUT_MS });
			await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
		},
		press: (key) => page.keyboard.press(key as KeyInput),
		print: () => page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true }),
		async drop(paths) {
			const session = await page.createCDPSession();
			const data = { items: [], files: [...paths], dragOperationsMask: 1 };
			for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
				await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
			}
			await session.detach();
		},
		async screenshot(path, { fullPage = false } = {}) {
			await page.screenshot({ path: path as `${string}.png`, fullPage });
		},
		setViewport: (width, height) => page.setViewport({ width, height }),
		frames: async () =>
			page
				.frames()
				.filter((frame) => frame !== page.mainFrame())
				.map(chromiumFrame),
		bringToFront: () => page.bringToFront(),
		close: () => page.close(),
	};
}

function chromiumFrame(frame: PuppeteerFrame): Frame {
	return {
		evaluate: async (what, ...args) => frame.evaluate(what as never, ...(args as unknown as never[])) as never,
		async waitFor(what, timeoutMs = WAIT_TIMEOUT_MS) {
			await frame.waitForFunction(what as string, { timeout: timeoutMs });
		},
		url: async () => frame.url(),
	};
}
