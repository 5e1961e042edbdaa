import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { type LocalServer, serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { figuresStored } from '@/tests/e2e/rig/stored';

/** Public documentation, and courses under `/<language>/training/`. */
const HOST = 'learn.microsoft.com';
const COURSE = '/fr-fr/training/modules/intro-to-git/';
const DOCUMENTATION = '/fr-fr/windows/';
/** Reports wait up to 3 s, the store 1 s. */
const REPORT_MS = 5_000;

inBothBrowsers('a host that a platform shares', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;

	beforeAll(async () => {
		server = await serveLocally((request, answer) => {
			answer.setHeader('content-type', 'text/html').end(`<!doctype html><title>${request.url}</title><h1>Page</h1>`);
		});
		driver = await openWithExtension(browser, { ownHosts: [HOST] });
		page = await driver.newPage(addressOf(COURSE));
		dashboard = await driver.openExtensionPage('dashboard.html');
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	const addressOf = (path: string) => `http://${HOST}:${server.port}${path}`;
	const visitCount = async () => (await readAllHistory(dashboard)).days.reduce((sum, day) => sum + day.visitCount, 0);

	it('measures the platform’s part, once followed', async () => {
		await driver.grantHost(`*://${HOST}/*`);
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.querySelector('.notice h2')?.textContent?.startsWith('Microsoft Learn'));
		await popup.click('button.main');
		await popup.waitFor(() => document.querySelector('button.main') === null);
		await popup.close();
		await until(async () => (await visitCount()) === 1, 'the visit');
		const { days } = await readAllHistory(dashboard);
		expect(days).toMatchObject([{ host: HOST, platform: 'microsoft-learn' }]);
	});

	it('records and shows nothing of the rest', async () => {
		await page.goto(addressOf(DOCUMENTATION));
		await sleep(REPORT_MS);
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.querySelector('.notice h2')?.textContent === 'Rien n’est mesuré ici');
		await popup.close();
		expect(await visitCount()).toBe(1);
		await page.goto('about:blank');
		await figuresStored(driver);
		expect(await visitCount()).toBe(1);
	});

	it('goes on when the user comes back to the platform', async () => {
		await page.goto(addressOf(COURSE));
		await until(async () => (await visitCount()) === 2, 'the second visit');
	});
});
