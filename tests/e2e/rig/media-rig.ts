import { openDashboard } from '@/scripts/start/dashboard';
import type { Course } from '@/tests/course/server';
import type { BrowserName, Driver, Page } from '@/tests/e2e/drivers/driver';
import { type MediaSite, openMediaSite } from './media-site';
import { openWithExtension } from './open-with-extension';
import { followCourse } from './study-lesson';

/** A browser that follows a site of videos and sounds. */
export interface MediaRig {
	readonly site: MediaSite;
	readonly driver: Driver;
	/** The learner's tab. */
	readonly page: Page;
	/** A tab of no course, to hide the learner's. */
	readonly other: Page;
	/** A page of the extension, which returns the figures. */
	readonly dashboard: Page;
	close(): Promise<void>;
}

export async function openMediaRig(browser: BrowserName): Promise<MediaRig> {
	const site = await openMediaSite();
	const driver = await openWithExtension(browser);
	const other = await driver.newPage('about:blank');
	const page = await driver.newPage(site.url('empty'));
	await followCourse(driver, page, { courseUrl: site.courseUrl } as Course);
	const dashboard = await openDashboard(driver);
	return {
		...{ site, driver, page, other, dashboard },
		async close() {
			await driver.close();
			await site.close();
		},
	};
}
