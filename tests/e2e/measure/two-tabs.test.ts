import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import { type BenchSite, startBenchSite } from '@/tests/bench/accuracy/bench-site';
import { GRANT_CASE } from '@/tests/bench/accuracy/cases/grant';
import { TABS, TWO_TABS } from '@/tests/bench/accuracy/cases/tabs';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { figuresStored } from '@/tests/e2e/rig/stored';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import { sumTraffic } from '@/utils/core/visit/traffic';

inBothBrowsers('two courses open at the same time', (browser) => {
	let site: BenchSite;
	let driver: Driver;
	let page: Page;

	beforeAll(async () => {
		site = await startBenchSite([...TABS, GRANT_CASE]);
		driver = await openWithExtension(browser);
		const firstPage = site.addressesOf(GRANT_CASE.name, '0')('banc', 'page');
		page = await driver.newPage(firstPage);
		await followCourse(driver, page, { courseUrl: site.origin('banc') });
		await page.goto(firstPage);
		await countExactly(driver, page);
		await page.goto('about:blank');
		await figuresStored(driver);
	});

	afterAll(async () => {
		await driver?.close();
		await site?.close();
	});

	it('count each their own requests, and nothing of the other', async () => {
		const twoTabs = TABS.find(({ name }) => name === 'two-tabs');
		const at = site.addressesOf('two-tabs', 'run');
		const dashboard = await openDashboard(driver);
		await page.bringToFront();
		// The page of the grant is of the same site, and of the first course.
		const before = await bytesByCourse(dashboard);
		site.truth.reset();
		await twoTabs?.run({ driver, page, at, site });
		await page.goto('about:blank');
		await site.truth.settle();
		await figuresStored(driver);
		const after = await bytesByCourse(dashboard);
		for (const { id, path } of TWO_TABS.courses) {
			const trueBytes = site.truth
				.requests()
				.filter(({ url }) => url.includes(`/run/${path}`))
				.reduce((sum, { deliveredBytes }) => sum + deliveredBytes, 0);
			const reported = (after.get(String(id)) ?? 0) - (before.get(String(id)) ?? 0);
			expect(trueBytes).toBeGreaterThan(200_000);
			expect(Math.abs(reported / trueBytes - 1)).toBeLessThan(0.01);
		}
	});
});

async function bytesByCourse(dashboard: Page): Promise<ReadonlyMap<string, number>> {
	const { days } = await readAllHistory(dashboard);
	const bytes = new Map<string, number>();
	for (const { courseKey, traffic } of days)
		bytes.set(courseKey, (bytes.get(courseKey) ?? 0) + sumTraffic(traffic).receivedBytes);
	return bytes;
}
