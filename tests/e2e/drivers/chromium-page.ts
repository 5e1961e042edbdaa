import type { Browser, Extension, Page, Target } from 'puppeteer-core';
import { type PuppeteerTab, puppeteerTab } from './puppeteer-page.ts';
import { until, WAIT_TIMEOUT_MS } from './wait.ts';

const START_TIMEOUT_MS = 30_000;
/** Types of targets that may come at any moment. */
const NO_POPUPS = ['service_worker', 'shared_worker', 'worker', 'iframe'];

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

/** Clicks the extension's toolbar button over a tab, and returns the popup that it opens. */
export async function clickToolbarButton(browser: Browser, extension: Extension, tab: Page): Promise<Target> {
	await tab.bringToFront();
	const session = await browser.target().createCDPSession();
	const readIds = async () => {
		const { targetInfos } = await session.send('Target.getTargets');
		return targetInfos.filter(({ type }) => !NO_POPUPS.includes(type)).map(({ targetId }) => targetId);
	};
	const known = new Set(browser.targets());
	const knownIds = new Set(await readIds());
	await extension.triggerAction(tab);
	// Where the extension has no access to the page yet, Chromium's first click offers to reload it. When a popup comes, its
	// document is there before the click returns; with an offer there is none.
	if ((await readIds()).every((id) => knownIds.has(id))) {
		await tab.reload();
		await extension.triggerAction(tab);
	}
	await session.detach();
	const isPopup = (target: Target) =>
		!known.has(target) && target.url().startsWith(`chrome-extension://${extension.id}/`);
	return browser.waitForTarget(isPopup, { timeout: START_TIMEOUT_MS });
}
