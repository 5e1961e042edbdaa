import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCourse } from '@/tests/course/server';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { startFaultSite } from './fault-site';
import type { FaultRig } from './fault-trials';
import { openWithExtension } from './open-with-extension';
import { countExactly, followCourse } from './study-lesson';

/** Opens a browser that follows the site, with access to all sites and its profile in `folder`; the returned function ends both. */
export async function openFaultRig(browser: BrowserName, folder = tmpdir()): Promise<[FaultRig, () => Promise<void>]> {
	const profileDir = mkdtempSync(join(folder, 'sobrio-faults-'));
	const course = await startCourse();
	const site = await startFaultSite(new URL(course.courseUrl).hostname);
	const driver = await openWithExtension(browser, { profileDir });
	const rig: FaultRig = { browser, profileDir, site, driver, page: await driver.newPage() };
	const lesson = (id: string) => course.courseUrl + course.lessons.find((one) => one.id === id)?.path;
	await rig.page.goto(lesson('201'));
	await followCourse(driver, rig.page, course);
	// Its video is of a host that is not granted yet.
	await rig.page.goto(lesson('202'));
	await countExactly(driver, rig.page);
	await rig.page.goto('about:blank');
	await course.close();
	return [
		rig,
		async () => {
			await rig.driver.close();
			await site.close();
			rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
		},
	];
}
