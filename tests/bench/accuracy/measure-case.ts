import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServedRequest } from '@/tests/course/served-requests';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { readAllHistory, trafficOf } from '@/tests/e2e/rig/history';
import { subtractTraffic, sumTraffic } from '@/utils/core/visit/traffic';
import type { BenchCase, Stage } from './bench-case';
import type { BenchSite } from './bench-site';
import { type Outcome, SLICE_BYTES } from './limits';

/** The background writes once a second; the final report is stored after this. */
const SETTLE_MS = 1_300;
/** The servers read the kernel's queues every 50 ms. */
const QUEUES_MS = 50;

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
	const before = trafficOf(await readAllHistory(dashboard));
	site.truth.reset();
	site.setSpeed(one.bytesPerSecond ?? null);
	await one.run(stage);
	await leave(page);
	await site.truth.settle();
	site.setSpeed(null);
	await sleep(SETTLE_MS);
	const after = trafficOf(await readAllHistory(dashboard));
	const { measuredShare, unknownCount, receivedBytes, lowBytes, highBytes } = sumTraffic(
		subtractTraffic(after, before),
	);
	const truth = truthOf(site, one, await one.trueBytes?.(stage));
	const figures = { ...truth, measuredShare, unknownCount };
	if (one.way !== 'sent') return { ...figures, reportedBytes: receivedBytes, lowBytes, highBytes };
	const sentBytes = (after.sentBytes ?? 0) - (before.sentBytes ?? 0);
	return { ...figures, reportedBytes: sentBytes, lowBytes: sentBytes, highBytes: sentBytes };
}

async function leave(page: Page): Promise<void> {
	await page.goto('about:blank');
	await sleep(SETTLE_MS);
}

function truthOf(
	site: BenchSite,
	{ way, bytesPerSecond = 0 }: BenchCase,
	knownBytes: number | undefined,
): Pick<Outcome, 'trueBytes' | 'leastBytes' | 'mostBytes'> {
	const exactly = (bytes: number) => ({ trueBytes: bytes, leastBytes: bytes, mostBytes: bytes });
	if (knownBytes !== undefined) return exactly(knownBytes);
	const requests = site.truth.requests();
	return way === 'sent'
		? exactly(sumOf(requests, ({ receivedBytes }) => receivedBytes))
		: readBytes(requests, bytesPerSecond);
}

/** The browser requests a site's icon by itself and shows that request to no extension. */
function sumOf(requests: readonly ServedRequest[], bytesOf: (request: ServedRequest) => number): number {
	return requests.reduce((all, one) => all + (one.url.endsWith('/favicon.ico') ? 0 : bytesOf(one)), 0);
}

/**
 * The truth is what the browser's program read (`deliveredBytes`). Where it stops reading and goes (a paused video, a page
 * left), the rest of what crossed lies in the kernel of this machine and is thrown away with the connection: no browser
 * interface can know of it. On a real line those are some tens of kilobytes; here, without a limit of speed, megabytes.
 * The browser also read what a broken transfer moved since the last reading of the kernel's queues, if it had read all before.
 */
export function readBytes(
	requests: readonly ServedRequest[],
	bytesPerSecond: number,
): Pick<Outcome, 'trueBytes' | 'leastBytes' | 'mostBytes'> {
	// Two looks: what a busy machine has written late comes at once.
	const sinceLastInspection = (unseenMs: number) =>
		(bytesPerSecond * (Math.max(QUEUES_MS, unseenMs) + QUEUES_MS)) / 1000;
	const hasReadOn = ({ wroteBytes, deliveredBytes, unseenMs }: ServedRequest) =>
		wroteBytes - deliveredBytes <= sinceLastInspection(unseenMs);
	return {
		trueBytes: sumOf(requests, (one) => (one.isAborted && hasReadOn(one) ? one.wroteBytes : one.deliveredBytes)),
		leastBytes: sumOf(requests, ({ surelyReadBytes }) => surelyReadBytes),
		mostBytes: sumOf(requests, (one) => (one.isAborted ? one.wroteBytes + SLICE_BYTES : one.deliveredBytes)),
	};
}
