/**
 * What is left after the disk was full while pages loaded: requests that the server answered against those in stored figures, after a
 * restart of the browser. As root, since the profile lies on a small disk in memory that it mounts.
 * `npm run bench:disk -- --browser chromium`
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { BrowserName, Driver } from '@/tests/e2e/drivers/driver';
import type { FaultRig } from '@/tests/e2e/rig/fault-trials';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { openFaultRig } from '@/tests/e2e/rig/open-fault-rig';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { sumTraffic } from '@/utils/core/visit/traffic';

const DISK_MB = 300;
const FILES = 12;
/** Figures are stored, and copied, after this. */
const COPIED_MS = 18_000;

const { values } = parseArgs({ options: { browser: { type: 'string' } } });

async function study({ page, site }: FaultRig, count: number): Promise<void> {
	for (let index = 0; index < count; index++) {
		await page.goto(site.page(FILES));
		await page.waitFor(() => document.title === 'done');
	}
	await page.goto('about:blank');
}

/** Takes what is left of the disk, and returns what gives it back. */
function fill(disk: string): () => void {
	const path = join(disk, 'fill');
	const file = openSync(path, 'w');
	const block = Buffer.alloc(4_096, 1);
	try {
		for (;;) writeSync(file, block);
	} catch {
		// It is full.
	}
	closeSync(file);
	return () => rmSync(path);
}

async function requestsIn(driver: Driver): Promise<number> {
	const dashboard = await driver.openExtensionPage('dashboard.html');
	const { days } = await readAllHistory(dashboard);
	await dashboard.close();
	return days.reduce((sum, { traffic }) => sum + sumTraffic(traffic).requestCount, 0);
}

/** What the dashboard shows about its store; '' where all is well. */
async function noticeIn(driver: Driver): Promise<string> {
	const dashboard = await driver.openExtensionPage('dashboard.html');
	await sleep(1_000);
	const notice = await dashboard.evaluate(() => document.querySelector('.notice h2')?.textContent ?? '');
	await dashboard.close();
	return notice;
}

async function tryFullDisk(browser: BrowserName): Promise<readonly (string | number)[]> {
	const disk = mkdtempSync(join(tmpdir(), 'sobrio-disk-'));
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
	try {
		const [rig, close] = await openFaultRig(browser, disk);
		const before = await requestsIn(rig.driver);
		rig.site.takeCount();
		await study(rig, 4);
		await sleep(COPIED_MS);
		const stored = rig.site.takeCount();
		const free = fill(disk);
		await study(rig, 4);
		await sleep(3_000);
		const notice = await noticeIn(rig.driver);
		const whileFull = rig.site.takeCount();
		free();
		await study(rig, 2);
		await sleep(COPIED_MS);
		const after = rig.site.takeCount();
		await rig.driver.close();
		rig.driver = await openWithExtension(browser, { profileDir: rig.profileDir });
		const kept = (await requestsIn(rig.driver)) - before;
		const row = [browser, stored, whileFull, after, kept, notice, await noticeIn(rig.driver)];
		await close();
		return row;
	} finally {
		execFileSync('umount', [disk]);
		rmSync(disk, { recursive: true });
	}
}

const HEADS = ['browser', 'before', 'while full', 'after', 'stored at the end', 'shown while full', 'shown at the end'];
const print = (cells: readonly (string | number)[]) => console.info(`| ${cells.join(' | ')} |`);

print(HEADS);
print(HEADS.map(() => '---'));
for (const browser of ['chromium', 'firefox'] as const)
	if ((values.browser ?? browser) === browser) print(await tryFullDisk(browser));
