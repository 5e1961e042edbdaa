import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserName, Driver, Page } from '@/tests/e2e/drivers/driver';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { FaultSite } from './fault-site';
import { openWithExtension } from './open-with-extension';
import { readStored } from './stored';

/** Requests that the server answered, those in stored figures, and requests of unknown size among these. */
export interface Outcome {
	readonly answered: number;
	readonly stored: number;
	readonly unknown: number;
}

/** A browser that follows the site. */
export interface FaultRig {
	readonly browser: BrowserName;
	readonly profileDir: string;
	readonly site: FaultSite;
	driver: Driver;
	page: Page;
}

const MANY_FILES = 300;
const FEW_FILES = 12;
const SETTLE_MS = 9_000;

/** What is done to the extension while a page loads, by name. Each leaves the figures settled. */
export const FAULTS: Readonly<Record<string, (rig: FaultRig) => Promise<void>>> = {
	'stop in a page of 300 files': ({ driver, page, site }) => stopDuring(driver, page, site.url(MANY_FILES), 1_200),
	'stop while a page opens': ({ driver, page, site }) => stopDuring(driver, page, site.url(FEW_FILES), 300),
	async 'kill 1 s after a page of 300 files'(rig) {
		await loadPage(rig.page, rig.site.url(MANY_FILES));
		await sleep(1_000);
		await rig.driver.kill();
		rig.driver = await openWithExtension(rig.browser, { profileDir: rig.profileDir });
		rig.page = await rig.driver.newPage();
	},
};

/** Does one fault and compares what the server answered with what is stored. */
export async function tryFault(rig: FaultRig, fault: (rig: FaultRig) => Promise<void>): Promise<Outcome> {
	const before = await storedTotals(rig.driver);
	rig.site.takeCount();
	await fault(rig);
	await sleep(SETTLE_MS);
	const after = await storedTotals(rig.driver);
	return {
		answered: rig.site.takeCount(),
		stored: after.requestCount - before.requestCount,
		unknown: after.unknownCount - before.unknownCount,
	};
}

async function loadPage(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitFor(() => document.title === 'done', 60_000);
}

async function stopDuring(driver: Driver, page: Page, url: string, withinMs: number): Promise<void> {
	const loaded = loadPage(page, url);
	await sleep(Math.random() * withinMs);
	await driver.stopBackground();
	await loaded;
	// A page that is left has reported all of itself.
	await page.goto('about:blank');
}

async function storedTotals(driver: Driver): Promise<{ requestCount: number; unknownCount: number }> {
	const { visits } = await readStored(driver);
	const sums = visits.map(({ traffic }) => sumTraffic(traffic));
	const total = (field: 'requestCount' | 'unknownCount') => sums.reduce((sum, each) => sum + each[field], 0);
	return { requestCount: total('requestCount'), unknownCount: total('unknownCount') };
}
