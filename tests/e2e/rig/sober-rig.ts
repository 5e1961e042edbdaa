import type { BrowserName, Driver, Page } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from './open-with-extension';
import { type SoberSite, startSoberSite } from './sober-site';
import { switchSober } from './sober-switch';
import { followCourse } from './study-lesson';

/** Longer than a player takes to choose a quality. */
export const CHOOSING_MS = 4_000;
/** Time for an effect that must not happen. */
export const QUIET_MS = 1_500;

/** A browser that follows the site of sober mode's pages, with the mode off. */
export interface SoberRig {
	readonly site: SoberSite;
	readonly driver: Driver;
	readonly page: Page;
	/** Whether sober mode is on for the site. */
	readonly isOn: boolean;
	/** Switches sober mode in the popup. */
	flip(): Promise<void>;
	/** Opens one of the site's pages, and resets its list of requests. */
	open(name: string): Promise<void>;
	/** Whether segments of 1080p or the 1080p file were requested since. */
	asked1080(): boolean;
	close(): Promise<void>;
}

/** Starts the site, and a browser whose first tab is on its page of text. */
export async function openSoberRig(browser: BrowserName): Promise<SoberRig> {
	const site = await startSoberSite();
	const driver = await openWithExtension(browser, {
		// No server there: requests fail at once.
		ownHosts: ['www.youtube-nocookie.com'],
	});
	const page = await driver.newPage(site.at('text'));
	await followCourse(driver, page, { courseUrl: site.url });
	await page.goto(site.at('text'));
	let isOn = false;
	return {
		site,
		driver,
		page,
		get isOn() {
			return isOn;
		},
		async flip() {
			await switchSober(driver, page);
			isOn = !isOn;
		},
		async open(name) {
			site.reset();
			await page.goto(site.at(name));
		},
		asked1080: () => site.requests.some(({ url }) => /seg-2-|1080\.mp4/.test(url)),
		async close() {
			await driver.close();
			await site.close();
		},
	};
}
