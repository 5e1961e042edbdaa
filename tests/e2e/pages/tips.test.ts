import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleHistory } from '@/scripts/screenshots/history';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { type SoberSite, startSoberSite } from '@/tests/e2e/rig/sober-site';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { dayOf, weekOf } from '@/utils/core/units/day';

/** A tip on how a video is shown comes after half a minute of it. */
const SHOWN_SO_MS = 33_000;
/** On a busy machine a video stalls, and half a minute of it takes longer. */
const MAX_TURNS = 60;
const PATIENCE_MS = 45_000;

/** The tallest popup that Chrome shows without scrolling. */
const MAX_POPUP_PX = 600;
/** The extension interfaces called in its background; never called here. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** Goes through the popup's tips to the one with that button, presses it, and gives the tip's title. */
async function press(popup: Page, label: string): Promise<string> {
	for (let turn = 0; turn < MAX_TURNS; turn++) {
		const title = await popup.evaluate((wanted) => {
			const button = document.querySelector<HTMLButtonElement>('.tip .actions button.main');
			if (button?.textContent !== wanted) {
				document.querySelector<HTMLButtonElement>('.tip h2 button')?.click();
				return null;
			}
			const heading = document.querySelector('.tip h3')?.textContent ?? '';
			button.click();
			return heading;
		}, label);
		if (title !== null) return title;
		await sleep(1_000);
	}
	throw new Error(`No tip offers "${label}": ${await popup.evaluate(() => document.body.textContent)}`);
}

inBothBrowsers('tips', (browser) => {
	let site: SoberSite;
	let driver: Driver;
	let page: Page;

	beforeAll(async () => {
		site = await startSoberSite();
		driver = await openWithExtension(browser);
		page = await driver.newPage(site.at('text'));
		await followCourse(driver, page, { courseUrl: site.url });
		const today = dayOf(new Date());
		await seed(driver, sampleHistory(weekOf(today), today));
	}, 120_000);

	afterAll(async () => {
		await driver?.close();
		await site?.close();
	});

	/** Plays the video from its start, slowly: it is 48 s long, a tip takes half a minute of it, and a busy machine takes long to open popups. */
	async function playVideo(): Promise<void> {
		await page.bringToFront();
		await page.goto(site.at('hls-tall'));
		await page.waitFor(() => (document.querySelector('video')?.readyState ?? 0) >= HTMLMediaElement.HAVE_METADATA);
		await page.evaluate(() => {
			const video = document.querySelector('video');
			if (video) video.playbackRate = 0.6;
		});
		await page.click('video');
		await page.waitFor(() => document.querySelector('video')?.videoHeight === 1080);
	}

	/** Height of the popup that has the page's figures, a tip, sober mode and the week, in a language. It cannot be scrolled. */
	async function popupHeightPx(language: 'fr' | 'en'): Promise<number> {
		await driver.evaluateInBackground(
			(value) => chrome.storage.local.set({ language: { version: 1, value } }),
			language,
		);
		const popup = await driver.openPopup(page);
		await popup.waitFor(() =>
			['.page .figure', '.tip h3', '.sober', '.week .change'].every((part) => document.querySelector(part)),
		);
		// The window follows its document, which is drawn again each second.
		await popup.waitFor(() => {
			scrollTo(0, document.documentElement.scrollHeight);
			return scrollY === 0 && innerHeight >= document.documentElement.scrollHeight;
		});
		const heightPx = await popup.evaluate(() => document.documentElement.scrollHeight);
		await popup.close();
		return heightPx;
	}

	it('a video larger than its frame gives a tip, and one click changes its quality, and back', async () => {
		await playVideo();
		await sleep(SHOWN_SO_MS);
		for (const language of ['en', 'fr'] as const) {
			expect(await popupHeightPx(language), language).toBeLessThanOrEqual(MAX_POPUP_PX);
		}
		const popup = await driver.openPopup(page);
		expect(await press(popup, 'Baisser la qualité')).toContain('1080p');
		await popup.waitFor(
			() => document.querySelector('.tip [role=status]')?.textContent?.includes('C’est fait') === true,
			PATIENCE_MS,
		);
		await page.waitFor(() => document.querySelector('video')?.videoHeight === 480, PATIENCE_MS);
		expect(await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)).toBeGreaterThan(10);
		await popup.click('.tip [role=status] button');
		await page.waitFor('window.player.autoLevelCapping === -1 && window.player.maxAutoLevel === 2');
		await popup.close();
	}, 240_000);

	it('a video out of view gives a tip, and one click pauses it until it is in view again', async () => {
		await playVideo();
		await page.evaluate(() => scrollTo(0, 2_500));
		await sleep(SHOWN_SO_MS);
		const popup = await driver.openPopup(page);
		expect(await press(popup, 'Pause hors de l’écran')).toContain('hors de l’écran');
		await page.waitFor(() => document.querySelector('video')?.paused === true);
		await popup.close();
		const place = await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
		await page.evaluate(() => scrollTo(0, 0));
		await page.waitFor(() => document.querySelector('video')?.paused === false);
		expect(await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)).toBeGreaterThanOrEqual(place);
	}, 180_000);
});
