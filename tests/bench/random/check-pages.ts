import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from '@/tests/bench/accuracy/bench-case';
import { readBytes } from '@/tests/bench/accuracy/measure-case';
import type { OpenRig } from '@/tests/bench/accuracy/open-rig';
import { readVisits } from '@/tests/e2e/rig/history';
import type { Visit } from '@/utils/core/schema/visit';
import { addTraffic, NO_TRAFFIC, sumTraffic } from '@/utils/core/visit/traffic';
import { type Checked, pageOf } from './check-page';
import { breachOf } from './law';
import type { RandomPage } from './page';
import type { randomCase } from './random-case';

/** The clocks of a page and of this program differ by less. */
const BETWEEN_MS = 150;
/** The background writes once a second. */
const SETTLE_MS = 1_300;
/** On a busy machine a figure may come as late as this. */
const LATEST_MS = 10_000;

/** A page that was opened and left. */
interface Opened {
	readonly seed: number;
	readonly page: RandomPage;
	/** Part of its addresses that no other page has. */
	readonly run: string;
	/** Its first request on the servers that may count: those before are of the visit that filled the cache. */
	readonly firstRequest: number;
	/** When it was opened and left, milliseconds since 1970. */
	readonly fromMs: number;
	readonly toMs: number;
}

/**
 * Opens the pages of some seeds one after the other, without a pause that lets the figures settle between them, and compares each with what
 * its own addresses moved. A page's figures are those of the visit that began while it was open.
 */
export async function checkPages(
	rig: OpenRig,
	cases: ReturnType<typeof randomCase>,
	seeds: readonly number[],
): Promise<Checked[]> {
	rig.site.truth.reset();
	await rig.page.bringToFront();
	const opened: Opened[] = [];
	for (const seed of seeds) opened.push(await openPage(rig, cases, seed));
	await rig.site.truth.settle();
	rig.site.setSpeed(null);
	const deadlineMs = Date.now() + LATEST_MS;
	for (;;) {
		await sleep(SETTLE_MS);
		const visits = await readVisits(rig.dashboard);
		const checked = opened.map((one) => check(rig, one, visits));
		if (Date.now() > deadlineMs || checked.every(({ breach }) => breach === null)) return checked;
	}
}

async function openPage(rig: OpenRig, cases: ReturnType<typeof randomCase>, seed: number): Promise<Opened> {
	const { driver, page, site } = rig;
	const random = pageOf(seed);
	const one = cases.forPage(random);
	const run = randomBytes(4).toString('hex');
	const stage: Stage = { driver, page, site, at: site.addressesOf(one.name, run) };
	const open = async (load: (stage: Stage) => Promise<void>) => {
		await sleep(BETWEEN_MS);
		await load(stage);
		await page.goto('about:blank');
		await sleep(BETWEEN_MS);
	};
	site.setSpeed(null);
	if (one.prepare) await open(one.prepare);
	const firstRequest = site.truth.requests().length;
	site.setSpeed(random.bytesPerSecond);
	const fromMs = Date.now();
	await open(one.run);
	return { seed, page: random, run, firstRequest, fromMs, toMs: Date.now() };
}

function check({ driver, site }: OpenRig, opened: Opened, visits: readonly Visit[]): Checked {
	const { seed, page, run, firstRequest, fromMs, toMs } = opened;
	const own = visits.filter(({ startedAtMs }) => startedAtMs >= fromMs && startedAtMs <= toMs);
	const figures = sumTraffic(own.reduce((sum, { traffic }) => addTraffic(sum, traffic), NO_TRAFFIC));
	const requests = site.truth
		.requests()
		.slice(firstRequest)
		.filter(({ url }) => url.includes(`/${run}/`));
	const { measuredShare, unknownCount, receivedBytes: reportedBytes, lowBytes, highBytes } = figures;
	const truth = readBytes(requests, page.bytesPerSecond ?? 0);
	const outcome = { ...truth, measuredShare, unknownCount, reportedBytes, lowBytes, highBytes };
	return { seed, page, outcome, breach: breachOf(driver.browser, outcome) };
}
