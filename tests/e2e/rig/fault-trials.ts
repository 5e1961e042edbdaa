import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserName, Driver, Page } from '@/tests/e2e/drivers/driver';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { FaultSite } from './fault-site';
import { openWithExtension } from './open-with-extension';
import { readStored } from './stored';

/** What a trial came to. */
export interface Outcome {
	/** Requests that the server answered. */
	readonly answered: number;
	/** Requests in stored figures, those of unknown size included. */
	readonly stored: number;
	/** Requests of unknown size, and marks for requests of unknown number. */
	readonly unknown: number;
}

/** Whether requests were lost, and nothing says so. */
export function isSilent({ answered, stored, unknown }: Outcome): boolean {
	return stored < answered && unknown === 0;
}

/** A browser that follows the site. */
export interface FaultRig {
	readonly browser: BrowserName;
	readonly profileDir: string;
	readonly site: FaultSite;
	driver: Driver;
	page: Page;
}

/** Something done to the extension while a page loads. */
export interface Fault {
	/** Resolves when the page is left, and the figures need only settle. */
	act(rig: FaultRig): Promise<void>;
	/** When figures are final after that, milliseconds. */
	readonly settleMs: number;
	/**
	 * Where each trial needs a browser of its own: Chromium under test takes the grants back when it is ended, and Firefox starts no
	 * background any more after five crashes in a minute.
	 */
	readonly onceIn?: BrowserName;
}

const MANY_FILES = 500;
const FEW_FILES = 12;
const KILL_FILES = 300;
const PAGES = 10;
const PARTS = 20;
/** The last report of a page is stored after this. */
const SETTLE_MS = 2_500;
/** A page that was left unheard is recorded when it has not been heard again for some seconds: see `PendingEvents`. */
const UNHEARD_MS = 9_000;

/** What is done to the extension, by name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
	'stop in a page of 500 files': {
		act: (rig) => during(rig, rig.site.page(MANY_FILES), 1_200, () => rig.driver.stopBackground()),
		settleMs: UNHEARD_MS,
	},
	'stop within 0.3 s of a page': {
		act: (rig) => during(rig, rig.site.page(FEW_FILES), 300, () => rig.driver.stopBackground()),
		settleMs: UNHEARD_MS,
	},
	'stop in ten pages in a row': {
		act: (rig) => inTenPages(rig),
		settleMs: UNHEARD_MS,
	},
	'stop in a video': {
		act: (rig) => during(rig, rig.site.video(PARTS), 4_000, () => rig.driver.stopBackground()),
		settleMs: SETTLE_MS,
	},
	'kill of the extension in a page of 500 files': {
		act: (rig) => during(rig, rig.site.page(MANY_FILES), 1_200, () => rig.driver.killBackground()),
		settleMs: UNHEARD_MS,
		onceIn: 'firefox',
	},
	'reload in a video': {
		act: (rig) => during(rig, rig.site.video(PARTS), 4_000, () => rig.driver.reloadExtension()),
		settleMs: SETTLE_MS,
	},
	'SIGKILL 1 s after a page of 300 files': {
		act: (rig) => killAfter(rig, 1_000),
		settleMs: SETTLE_MS,
		onceIn: 'chromium',
	},
	'SIGKILL 3 s after a page of 300 files': {
		act: (rig) => killAfter(rig, 3_000),
		settleMs: SETTLE_MS,
		onceIn: 'chromium',
	},
	'SIGKILL 1 s after such a page was left': {
		act: (rig) => killAfter(rig, 1_000, 'about:blank'),
		settleMs: SETTLE_MS,
		onceIn: 'chromium',
	},
	'SIGKILL in a video': {
		act: (rig) => killIn(rig, rig.site.video(PARTS), 4_000),
		settleMs: SETTLE_MS,
		onceIn: 'chromium',
	},
};

/** Does one fault and compares what the server answered with what is stored. */
export async function tryFault(rig: FaultRig, { act, settleMs }: Fault): Promise<Outcome> {
	const before = await storedTotals(rig.driver);
	rig.site.takeCount();
	await act(rig);
	await sleep(settleMs);
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

/** Loads a page, which is left as soon as it is done, and acts at a moment of the time that it takes at least. */
async function during({ page }: FaultRig, url: string, withinMs: number, act: () => Promise<void>): Promise<void> {
	await page.bringToFront();
	const loaded = loadPage(page, url);
	await sleep(Math.random() * withinMs);
	await act();
	// The tab in which Chromium reloads the extension has hidden it, and hidden pages wait up to a minute for their timers.
	await page.bringToFront();
	await loaded;
	await page.goto('about:blank');
}

async function inTenPages({ driver, page, site }: FaultRig): Promise<void> {
	const stopAt = Math.floor(Math.random() * PAGES);
	for (let index = 0; index < PAGES; index++) {
		const loaded = loadPage(page, site.page(FEW_FILES));
		if (index === stopAt) await driver.stopBackground();
		await loaded;
	}
	await page.goto('about:blank');
}

async function killAfter(rig: FaultRig, ms: number, leftFor?: string): Promise<void> {
	await loadPage(rig.page, rig.site.page(KILL_FILES));
	if (leftFor) await rig.page.goto(leftFor);
	await sleep(ms);
	await killAndStart(rig);
}

/** Kills the browser at a moment of the time that the page takes. */
async function killIn(rig: FaultRig, url: string, withinMs: number): Promise<void> {
	await rig.page.goto(url);
	await sleep(Math.random() * withinMs);
	await killAndStart(rig);
}

async function killAndStart(rig: FaultRig): Promise<void> {
	await rig.driver.kill();
	rig.driver = await openWithExtension(rig.browser, { profileDir: rig.profileDir });
	rig.page = await rig.driver.newPage();
}

async function storedTotals(driver: Driver): Promise<{ requestCount: number; unknownCount: number }> {
	const { visits } = await readStored(driver);
	const sums = visits.map(({ traffic }) => sumTraffic(traffic));
	const total = (field: 'requestCount' | 'unknownCount') => sums.reduce((sum, each) => sum + each[field], 0);
	return { requestCount: total('requestCount'), unknownCount: total('unknownCount') };
}
