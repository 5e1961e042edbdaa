import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import type { Visit } from '@/utils/core/schema/visit';
import { PLAYER_HOST, startWasteSite, type WasteSite } from './waste-site';

const PHOTO_PIXELS = 1920 * 1080;

inBothBrowsers('pages that load beyond need', (browser) => {
	let site: WasteSite;
	let driver: Driver;
	let page: Page;

	beforeAll(async () => {
		site = await startWasteSite();
		driver = await openWithExtension(browser, { ownHosts: [PLAYER_HOST] });
		page = await driver.newPage(`${site.url}/lesson`);
		await followCourse(driver, page, { courseUrl: site.url });
		await page.goto(`${site.url}/lesson`);
		await countExactly(driver, page);
		await page.goto('about:blank');
	});

	afterAll(async () => {
		await driver?.close();
		await site?.close();
	});

	/** Opens a page, stays until its stored visit is as `check` wants it, and leaves: files that load late are inspected later. */
	async function study(path: string, check: (visit: Visit) => void): Promise<void> {
		const known = new Set((await readStored(driver)).visits.map(({ id }) => id));
		await page.bringToFront();
		await page.goto(site.url + path);
		await until(async () => {
			const visit = (await readStored(driver)).visits.find(({ id }) => !known.has(id));
			if (visit) check(visit);
			return visit;
		}, 'the page to be inspected');
		await page.goto('about:blank');
	}

	it('finds images too large or of old formats, uncompressed text, a player that was not started', async () => {
		const density = await page.evaluate(() => devicePixelRatio);
		const shown = 240 * 135 * density ** 2;
		const expected = {
			// The third image is in the cache since the first view.
			rasterCount: 2,
			oldRasterCount: 1,
			oldRasterBytes: site.bytes.photo,
			oversizedCount: 1,
			oversizedBytes: Math.round(site.bytes.photo * (1 - shown / PHOTO_PIXELS)),
			gifCount: 1,
			gifBytes: site.bytes.gif,
			// Not the page and the theme: they are Moodle's own.
			plainTextCount: 2,
			plainTextBytes: site.bytes.script + site.bytes.player,
			embedCount: 1,
			embedBytes: site.bytes.player,
		};
		await study('/lesson', ({ waste }) => expect(waste).toMatchObject(expected));
	});

	it('finds what came again at each visit, and no player that played', async () => {
		const { photo, gif, script } = site.bytes;
		await study('/lesson', ({ waste }) => expect(waste?.plainTextCount).toBeGreaterThan(0));
		await study('/watched', ({ waste, media }) => {
			expect(media.videoMs).toBeGreaterThan(0);
			expect(waste?.repeatBytes).toBeGreaterThanOrEqual(photo + gif + script);
			expect(waste?.embedCount).toBeUndefined();
		});
	});

	it('shows this to course authors', async () => {
		const dashboard = await openDashboard(driver);
		for (const words of [
			'GIF animés',
			'bien plus de pixels',
			'JPEG, PNG',
			'non compressé',
			'sites vidéo',
			'sont rechargés à chaque page',
		]) {
			await dashboard.waitFor(`document.body.textContent.includes('${words}')`);
		}
	});
});
