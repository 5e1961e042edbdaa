/**
 * What Sobrio costs while a busy page loads: processor time of all browser processes with it, divided by that without,
 * in interleaved pairs. Prints the control (a second browser without) and the floor (an extension that only listens and
 * adds up) beside it, the permission alone, the guest (the floor with a script in the page that sends one message), and the same by sums over all
 * pairs: where the two ways differ, the machine was too noisy. Two more rows are the same page on a site that is not followed: with access
 * to all sites, and with access to the followed one only. A pair of a row takes about a minute.
 * `npm run bench:overhead -- --browser chromium|firefox --row followed|unfollowed|unfollowed-one-host --pairs 25 --json`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { BrowserName, Driver, Page } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import { type BenchSite, type HostName, startBenchSite } from './accuracy/bench-site';
import { GRANT_CASE } from './accuracy/cases/grant';
import { PLAIN_PAGES } from './accuracy/cases/plain-pages';
import type { Grant } from './accuracy/limits';
import { writeBareExtension } from './bare-extensions';

const CASE_NAME = 'fetches-500';
/** Sobrio reports three seconds after the page went quiet, and writes within a second of it: its work belongs to the page. */
const AFTER_MS = 6_500;
const LEAVING_MS = 1_500;
/**
 * Two browsers alike differ by some hundredths for as long as they run (where their memory happens to lie): after so many pairs all
 * are opened anew.
 */
const PAIRS_A_BROWSER = 5;
/** The limit: with / without at most this, or this much above the floor. */
const MOST_RATIO = 1.1;
const MOST_ABOVE_FLOOR = 0.05;

const VARIANTS = ['none', 'control', 'permission', 'floor', 'guest', 'sobrio'] as const;
type Variant = (typeof VARIANTS)[number];

/** A page on a followed site, or on another one, whose reference is what the browser costs without Sobrio's doing. */
interface Row {
	readonly title: string;
	readonly host: HostName;
	/** What Sobrio has access to. */
	readonly grant: Grant;
}

const ROWS: readonly Row[] = [
	{ title: 'followed', host: 'banc', grant: 'wide' },
	{ title: 'unfollowed', host: 'media', grant: 'wide' },
	{ title: 'unfollowed-one-host', host: 'media', grant: 'host' },
];

interface Rig {
	readonly variant: Variant;
	readonly driver: Driver;
	readonly page: Page;
	/** All that its browser had used when its last visit ended. */
	cpuMs: number;
	close(): Promise<void>;
}

const { values } = parseArgs({
	options: {
		browser: { type: 'string' },
		row: { type: 'string' },
		pairs: { type: 'string', default: '25' },
		json: { type: 'boolean', default: false },
	},
});

async function openRig(variant: Variant, browser: BrowserName, site: BenchSite, { grant }: Row): Promise<Rig> {
	const bare = variant === 'sobrio' ? null : writeBareExtension(variant === 'control' ? 'none' : variant, browser);
	const driver = await openWithExtension(browser, { lang: 'en', ...(bare && { extensionDir: bare.dir }) });
	const firstPage = site.addressesOf(GRANT_CASE.name, variant)('banc', 'page');
	const page = await driver.newPage(firstPage);
	if (variant === 'sobrio') {
		await followCourse(driver, page, { courseUrl: site.origin('banc') });
		await page.goto(firstPage);
		if (grant === 'wide') await countExactly(driver, page);
	}
	const close = async () => {
		await driver.close();
		bare?.remove();
	};
	return { variant, driver, page, cpuMs: driver.cpuMs(), close };
}

/**
 * Processor milliseconds of one visit to a case's page, until it has been left. One visit begins where the last ended: a browser
 * that starts or ends a process in between, or stops an idle background, does so in another visit.
 */
async function visit(rig: Rig, site: BenchSite, { host }: Row, run: string): Promise<number> {
	const one = PLAIN_PAGES.find(({ name }) => name === CASE_NAME);
	if (!one) throw new Error(`No case ${CASE_NAME}.`);
	const at = site.addressesOf(CASE_NAME, `${run}${rig.variant}`);
	const before = rig.cpuMs;
	await one.run({ ...rig, site, at: (_host, path) => at(host, path) });
	await sleep(AFTER_MS);
	await rig.page.goto('about:blank');
	await sleep(LEAVING_MS);
	rig.cpuMs = rig.driver.cpuMs();
	return rig.cpuMs - before;
}

/** Variants in another order each time, so that none always follows the same. */
function rotate(rigs: readonly Rig[], by: number): Rig[] {
	return rigs.map((_, index) => rigs[(index + by) % rigs.length] as Rig);
}

/** Adds `pairs` of visits, in browsers of their own, to what was measured before. */
async function measureBlock(
	browser: BrowserName,
	row: Row,
	pairs: number,
	cpuMs: Record<Variant, number[]>,
): Promise<void> {
	const site = await startBenchSite([...PLAIN_PAGES, GRANT_CASE]);
	const rigs: Rig[] = [];
	try {
		for (const variant of VARIANTS) rigs.push(await openRig(variant, browser, site, row));
		for (const rig of rigs) await visit(rig, site, row, 'warm');
		for (let pair = 0; pair < pairs; pair++) {
			for (const rig of rotate(rigs, pair)) cpuMs[rig.variant].push(await visit(rig, site, row, String(pair)));
			const times = VARIANTS.map((name) => `${name} ${cpuMs[name].at(-1)} ms`).join(', ');
			console.error(`pair ${cpuMs.none.length}: ${times}`);
		}
	} finally {
		for (const rig of rigs) await rig.close();
		await site.close();
	}
}

async function measure(browser: BrowserName, row: Row): Promise<Record<Variant, number[]>> {
	const cpuMs: Record<Variant, number[]> = { none: [], control: [], permission: [], floor: [], guest: [], sobrio: [] };
	for (let left = Number(values.pairs); left > 0; left -= PAIRS_A_BROWSER)
		await measureBlock(browser, row, Math.min(left, PAIRS_A_BROWSER), cpuMs);
	return cpuMs;
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of the pairs' ratios: a pair's two visits are minutes apart at most, whatever else the machine did. */
function ratioOf(cpuMs: Record<Variant, number[]>, variant: Variant): number {
	return median(cpuMs[variant].map((ms, pair) => ms / (cpuMs.none[pair] ?? Number.NaN)));
}

/** All visits with, divided by all without: one slow visit weighs in it, and none is left out. */
function sumRatioOf(cpuMs: Record<Variant, number[]>, variant: Variant): number {
	const sum = (ms: readonly number[]) => ms.reduce((total, each) => total + each, 0);
	return sum(cpuMs[variant]) / sum(cpuMs.none);
}

const rounded = (ratio: number) => Number(ratio.toFixed(3));

/** The figures of a run, by one way of dividing. */
function ratiosBy(divide: (variant: Variant) => number) {
	return {
		control: rounded(divide('control')),
		permission: rounded(divide('permission')),
		floor: rounded(divide('floor')),
		guest: rounded(divide('guest')),
		ratio: rounded(divide('sobrio')),
	};
}

/**
 * Whether Sobrio costs too much: on a followed page above the limit and the floor; on another one above what differs by chance, and in
 * Chromium with access to all sites above the permission alone.
 */
function isAboveLimit(browser: BrowserName, { host, grant }: Row, ratios: ReturnType<typeof ratiosBy>): boolean {
	if (host === 'banc') return ratios.ratio > Math.max(MOST_RATIO, ratios.floor + MOST_ABOVE_FLOOR);
	const isPermitted = browser === 'chromium' && grant === 'wide';
	const reference = isPermitted ? ratios.permission : Math.max(1, ratios.control);
	return ratios.ratio > reference + MOST_ABOVE_FLOOR;
}

const rows = ROWS.filter(({ title }) => (values.row ?? title) === title);
if (rows.length === 0) throw new Error(`--row takes ${ROWS.map(({ title }) => title).join(', ')}.`);
const browsers = (['chromium', 'firefox'] as const).filter((name) => (values.browser ?? name) === name);
let isMissed = false;
for (const browser of browsers) {
	for (const row of rows) {
		const cpuMs = await measure(browser, row);
		const ratios = ratiosBy((variant) => ratioOf(cpuMs, variant));
		const bySums = ratiosBy((variant) => sumRatioOf(cpuMs, variant));
		const hasMissed = isAboveLimit(browser, row, ratios);
		isMissed ||= hasMissed;
		const line = { browser, case: `${CASE_NAME}, ${row.title}`, metric: 'cpu', ...ratios };
		if (values.json) console.log(JSON.stringify({ ...line, bySums }));
		else {
			console.table([
				{ ...line, 'ms without': median(cpuMs.none), verdict: hasMissed ? 'MISSED' : 'ok' },
				{ ...line, metric: 'cpu, by sums', ...bySums },
			]);
		}
	}
}
process.exitCode = isMissed ? 1 : 0;
