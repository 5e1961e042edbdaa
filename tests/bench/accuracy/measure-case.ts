import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { readAllHistory, totalOf } from '@/tests/e2e/rig/history';
import type { BenchCase, Stage } from './bench-case';
import type { BenchSite } from './bench-site';
import type { Outcome } from './limits';

/** The background writes once a second; the final report is stored after this. */
const SETTLE_MS = 1_300;
/** The servers read the kernel's queues every 50 ms, or later on a busy machine. */
const QUEUES_MS = 100;

/** A browser that follows the bench's site, and the pages a case needs. */
export interface Rig {
	readonly driver: Driver;
	readonly site: BenchSite;
	/** The learner's tab. */
	readonly page: Page;
	/** A page of the extension, which returns the figures. */
	readonly dashboard: Page;
}

/** Runs a case once and compares the stored figures, after less before, with what crossed the servers' sockets meanwhile. */
export async function measureCase(rig: Rig, one: BenchCase): Promise<Outcome> {
	const { site, page, dashboard } = rig;
	const stage: Stage = {
		driver: rig.driver,
		page,
		site,
		at: site.addressesOf(one.name, randomBytes(4).toString('hex')),
	};
	await page.bringToFront();
	if (one.prepare) {
		await one.prepare(stage);
		await leave(page);
	}
	const before = await readFigures(dashboard);
	site.truth.reset();
	site.setSpeed(one.bytesPerSecond ?? null);
	await one.run(stage);
	await leave(page);
	await site.truth.settle();
	site.setSpeed(null);
	await sleep(SETTLE_MS);
	const after = await readFigures(dashboard);
	const measuredBytes = after.measuredBytes - before.measuredBytes;
	const receivedBytes = after.receivedBytes - before.receivedBytes;
	const isSent = one.way === 'sent';
	return {
		trueBytes: (await one.trueBytes?.(stage)) ?? bytesOf(site, isSent, one.bytesPerSecond ?? 0),
		reportedBytes: isSent ? after.sentBytes - before.sentBytes : receivedBytes,
		measuredShare: receivedBytes > 0 ? measuredBytes / receivedBytes : null,
		unknownCount: after.unknownCount - before.unknownCount,
	};
}

async function leave(page: Page): Promise<void> {
	await page.goto('about:blank');
	await sleep(SETTLE_MS);
}

/**
 * The truth is what the browser's program read (`deliveredBytes`). Where it stops reading and goes (a paused video, a page
 * left), the rest of what crossed lies in the kernel of this machine and is thrown away with the connection: no browser
 * interface can know of it. On a real line those are some tens of kilobytes; here, without a limit of speed, megabytes.
 * The browser also read what a broken transfer moved since the last reading of the kernel's queues, if it had read all before.
 */
function bytesOf(site: BenchSite, isSent: boolean, bytesPerSecond: number): number {
	// The browser requests a site's icon by itself and shows that request to no extension.
	const requests = site.truth.requests().filter(({ url }) => !url.endsWith('/favicon.ico'));
	if (isSent) return requests.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);
	const sinceLastInspection = (bytesPerSecond * QUEUES_MS) / 1000;
	return requests.reduce((sum, { isAborted, wroteBytes, deliveredBytes }) => {
		const hasReadOn = isAborted && wroteBytes - deliveredBytes <= sinceLastInspection;
		return sum + (hasReadOn ? wroteBytes : deliveredBytes);
	}, 0);
}

async function readFigures(dashboard: Page) {
	const history = await readAllHistory(dashboard);
	const sentBytes = history.days.reduce((sum, { traffic }) => sum + (traffic.sentBytes ?? 0), 0);
	return { ...totalOf(history), sentBytes };
}
