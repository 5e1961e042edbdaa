import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { CHOOSING_MS, openSoberRig, QUIET_MS, type SoberRig } from '@/tests/e2e/rig/sober-rig';
import type { SoberSite } from '@/tests/e2e/rig/sober-site';
import { decodedHeight, playByClick } from '@/tests/e2e/rig/sober-switch';

const isPaused = (page: Page) => page.evaluate(() => document.querySelector('video')?.paused ?? true);

inBothBrowsers('sober mode', (browser) => {
	let rig: SoberRig;
	let site: SoberSite;
	let page: Page;

	beforeAll(async () => {
		rig = await openSoberRig(browser);
		({ site, page } = rig);
	}, 120_000);

	afterAll(() => rig?.close());

	describe('while it is off', () => {
		it('changes nothing on the page and sends nothing to the site', async () => {
			await rig.open('text');
			const trace = await page.evaluate(() => ({
				traps: ['Hls', 'dashjs', 'shaka'].filter((name) => Object.hasOwn(window, name)),
				play: Function.prototype.toString.call(HTMLMediaElement.prototype.play).includes('native code'),
			}));
			expect(trace).toEqual({ traps: [], play: true });
			expect(site.requests.map(({ saveData }) => saveData)).not.toContain('on');
		});

		it.each(['hls-global', 'dash.js', 'shaka', 'sources', 'plyr', 'single'])(
			'loads the video of %s at full resolution',
			async (name) => {
				await rig.open(name);
				await playByClick(page);
				await page.waitFor(() => document.querySelector('video')?.videoHeight === 1080);
			},
		);

		it('lets a video start by itself', async () => {
			await rig.open('autoplay');
			await page.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 0);
		});
	});

	describe('while it is on', () => {
		beforeEach(async () => {
			if (rig.isOn) return;
			await page.goto(site.at('text'));
			await rig.flip();
		});

		it.each(['hls-global', 'hls-bundled', 'dash.js', 'shaka', 'sources', 'plyr'])(
			'the video of %s fits its frame of 360 lines',
			async (name) => {
				await rig.open(name);
				await playByClick(page);
				await sleep(CHOOSING_MS);
				expect(await decodedHeight(page)).toBeLessThanOrEqual(480);
				expect(site.requests.filter(({ url }) => /seg-2-/.test(url))).toEqual([]);
				expect(site.requests.some(({ url }) => /seg-[01]-|480\.mp4/.test(url))).toBe(true);
			},
		);

		it('video.js stays at 720 lines at most in a frame of 720', async () => {
			await rig.open('video.js');
			await playByClick(page);
			await sleep(CHOOSING_MS);
			expect([240, 480]).toContain(await decodedHeight(page));
			expect(rig.asked1080()).toBe(false);
		});

		it('a video in one file plays as it is', async () => {
			await rig.open('single');
			await playByClick(page);
			expect(await decodedHeight(page)).toBe(1080);
		});

		it('captions stay on with the lighter file', async () => {
			await rig.open('sources');
			await playByClick(page);
			await page.waitFor(() => (document.querySelector('video')?.textTracks[0]?.activeCues?.length ?? 0) > 0);
		});

		it('the site is asked to save data', async () => {
			await rig.open('text');
			expect(site.requests.find(({ url }) => url === '/page/text')?.saveData).toBe('on');
		});

		it.each(['autoplay', 'autoplay-script'])('a video does not start by itself: %s', async (name) => {
			await rig.open(name);
			await sleep(QUIET_MS);
			expect(await page.evaluate(() => document.querySelector('video')?.currentTime)).toBeLessThan(0.2);
			expect(await isPaused(page)).toBe(true);
			if (name === 'autoplay-script') expect(await page.evaluate('window.outcome')).toBe('NotAllowedError');
			await playByClick(page);
			expect(await isPaused(page)).toBe(false);
		});

		it('a video that is not played loads only its beginning', async () => {
			await rig.open('preload');
			await page.waitFor(() => (document.querySelector('video')?.readyState ?? 0) >= HTMLMediaElement.HAVE_METADATA);
			expect(await page.evaluate(() => document.querySelector('video')?.preload)).toBe('metadata');
		});

		it('a third-party player waits for a click, behind a card with its cost', async () => {
			await rig.open('embed');
			await page.waitFor(() => document.querySelector('iframe')?.hasAttribute('src') === false);
			await page.waitFor(() => {
				const { width, height } =
					document.querySelector('iframe')?.previousElementSibling?.getBoundingClientRect() ?? {};
				return width === 560 && height === 315;
			});
			await page.click('body > div');
			await sleep(QUIET_MS);
		});

		it('nothing is prefetched before a click', async () => {
			await rig.open('prefetch');
			const isTaken = () => document.querySelector('link')?.hasAttribute('rel') === false;
			await page.waitFor(isTaken);
			await sleep(QUIET_MS);
			expect(await page.evaluate(isTaken)).toBe(true);
		});
	});
});
