import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { type LocalServer, serveHtml } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';

interface Extension {
	permissions: { getAll(): Promise<{ origins: string[] }> };
	scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
	tabs: { query(all: object): Promise<{ id: number; url?: string }[]> };
	action: { getBadgeText(tab: { tabId: number }): Promise<string> };
}
declare const chrome: Extension;

const HOST = '127.0.0.1';
/** Longer than an observed page takes to report (3 s) and the background to write (1 s). */
const REPORT_MS = 5_000;

inBothBrowsers('from the install to a site that is left out', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	let page: Tab;

	beforeAll(async () => {
		server = await serveHtml('<!doctype html><title>Lesson</title><link rel="icon" href="data:,"><h1>Lesson</h1>');
		driver = await openWithExtension(browser);
		page = await driver.newPage(address());
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	const address = () => `http://${HOST}:${server.port}/`;
	const visitCount = async () => (await readStored(driver)).visits.length;
	const scripts = () =>
		driver.evaluateInBackground(async () =>
			(await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id.split(' ')[0] ?? '').sort(),
		);
	const badge = () =>
		driver.evaluateInBackground(async () => {
			const [tab] = (await chrome.tabs.query({})).filter(({ url = '' }) => url.startsWith('http://127.'));
			return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : null;
		});
	/** Clicks a control of the popup, and waits for the title of the notice that follows; null for the page's figures. */
	async function click(selectors: readonly string[], title: string | null): Promise<void> {
		const popup = await driver.openPopup(page);
		for (const selector of selectors) await popup.click(selector);
		await popup.waitFor(
			title === null
				? `document.querySelector('.card.page, .notice') && !document.querySelector('.notice button:not(.link)')`
				: `document.querySelector('.notice h2')?.textContent === '${title}'`,
		);
		await popup.close();
	}

	it('nothing is granted and nothing runs at install', async () => {
		expect(await driver.evaluateInBackground(() => chrome.permissions.getAll())).toMatchObject({ origins: [] });
		expect(await scripts()).toEqual([]);
	});

	it('a pause everywhere stops every script, shows on the button, and ends by one click', async () => {
		await driver.grantHost(`*://${HOST}/*`);
		await click(['.notice button:not(.link)'], null);
		await until(async () => (await visitCount()) === 1, 'the first visit');
		await click(['.pause summary', '.pause button:nth-of-type(2)'], 'Sobrio est en pause');
		await until(async () => (await scripts()).length === 0, 'the scripts to go');
		await until(async () => (await badge()) === 'II', 'the mark of the pause');
		await page.goto(address());
		await sleep(REPORT_MS);
		expect(await visitCount()).toBe(1);
		await click(['.notice button:not(.link)'], null);
		await until(async () => (await visitCount()) === 2, 'the visit after the pause');
		await until(async () => (await badge()) === '', 'the mark to go');
	});

	it('a pause of the site shows on the button after the next page, too', async () => {
		await click(['.pause summary', '.pause button:nth-of-type(1)'], 'En pause sur ce site');
		await until(async () => {
			expect(await scripts()).toEqual(['followed']);
			return true;
		}, 'only the script that shows the pause');
		await page.goto(address());
		await until(async () => (await badge()) === 'II', 'the mark of the pause');
		await click(['.notice button:not(.link)'], null);
		await until(async () => (await visitCount()) === 3, 'the visit after the pause');
		await until(async () => (await badge()) === '', 'the mark to go');
	});

	it('a site that is left out has no script and no grant, and comes back by one click', async () => {
		await click(['.pause summary', '.pause button:nth-of-type(3)'], 'Ce site est laissé de côté');
		await until(async () => (await scripts()).length === 0, 'the scripts to go');
		await until(
			async () => (await driver.evaluateInBackground(() => chrome.permissions.getAll())).origins.length === 0,
			'the grant to be given back',
		);
		await driver.grantHost(`*://${HOST}/*`);
		await click(['.notice button:not(.link)'], null);
		await until(async () => (await visitCount()) === 4, 'the visit after it came back');
	});
});
