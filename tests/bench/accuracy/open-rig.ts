import { basename, join } from 'node:path';
import { openDashboard } from '@/scripts/start/dashboard';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { extensionDir } from '@/tests/e2e/rig/extension-dir';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import type { BenchCase } from './bench-case';
import { startBenchSite } from './bench-site';
import { GRANT_CASE } from './cases/grant';
import type { Rig } from './measure-case';

/** A rig with one host granted, the way to all of them, and its end. */
export interface OpenRig extends Rig {
	/** Accepts the offer to count everything exactly. It stands where something is unknown: an image of a host that was not granted. */
	grantAll(): Promise<void>;
	close(): Promise<void>;
}

/** Starts servers for these cases and a browser that follows them. `buildDir` holds the built extensions; null is this project's last build. */
export async function openRig(
	browser: BrowserName,
	cases: readonly BenchCase[],
	buildDir: string | null = null,
): Promise<OpenRig> {
	const site = await startBenchSite([...cases, GRANT_CASE]);
	const driver = await openWithExtension(browser, {
		lang: 'en',
		takesAnyCertificate: true,
		...(buildDir && { extensionDir: join(buildDir, basename(extensionDir(browser))) }),
	});
	const close = async () => {
		await driver.close();
		await site.close();
	};
	try {
		const firstPage = site.addressesOf(GRANT_CASE.name, '0')('banc', 'page');
		const page = await driver.newPage(firstPage);
		await followCourse(driver, page, { courseUrl: site.origin('banc') });
		const dashboard = await openDashboard(driver);
		return {
			driver,
			site,
			page,
			dashboard,
			close,
			async grantAll() {
				await page.bringToFront();
				await page.goto(firstPage);
				await countExactly(driver, page);
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}
