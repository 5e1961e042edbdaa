import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { CHOOSING_MS, openSoberRig, QUIET_MS, type SoberRig } from '@/tests/e2e/rig/sober-rig';
import { decodedHeight, playByClick } from '@/tests/e2e/rig/sober-switch';

inBothBrowsers('sober mode switched on and off over an open page', (browser) => {
	let rig: SoberRig;

	beforeAll(async () => {
		rig = await openSoberRig(browser);
	}, 120_000);

	afterAll(() => rig?.close());

	afterEach(async () => {
		if (rig.isOn) await rig.flip();
	});

	it('restores the qualities of hls.js without a reload', async () => {
		if (rig.isOn) await rig.flip();
		await rig.page.goto(rig.site.at('text'));
		await rig.flip();
		await rig.open('hls-global');
		await playByClick(rig.page);
		await sleep(CHOOSING_MS);
		expect(rig.asked1080()).toBe(false);
		const place = await rig.page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
		await rig.flip();
		await rig.page.waitFor('window.player.autoLevelCapping === -1 && window.player.maxAutoLevel === 2');
		await rig.flip();
		await rig.page.waitFor('window.player.autoLevelCapping === 1');
		await rig.flip();
		await rig.page.waitFor('window.player.autoLevelCapping === -1');
		expect(await rig.page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)).toBeGreaterThan(place);
		// Another video of the same page has all its qualities.
		await rig.page.evaluate(`window.player.loadSource('/video/stream/master.m3u8')`);
		await rig.page.evaluate(() => document.querySelector('video')?.play());
		await until(() => rig.asked1080(), '1080p to be asked for');
	});

	it.each(['sources', 'plyr'])('caps a video of %s that already plays, and keeps its position', async (name) => {
		await rig.open(name);
		await playByClick(rig.page);
		// Plyr starts with its first file, and takes the one of its choice then.
		await rig.page.waitFor(() => document.querySelector('video')?.videoHeight === 1080);
		await rig.page.evaluate(() => {
			const video = document.querySelector('video');
			if (video) video.currentTime = 20;
		});
		await rig.flip();
		await rig.page.waitFor(() => document.querySelector('video')?.videoHeight === 480);
		await rig.page.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) >= 20);
		await rig.flip();
		await rig.page.waitFor(() => document.querySelector('video')?.videoHeight === 1080);
		await rig.page.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) >= 20);
	});

	it('keeps the quality that a learner chose in Plyr, and what Plyr stores of it', async () => {
		await rig.page.goto(rig.site.at('text'));
		await rig.flip();
		await rig.open('plyr');
		await playByClick(rig.page);
		await rig.page.waitFor(() => document.querySelector('video')?.videoHeight === 480);
		expect(await rig.page.evaluate(() => localStorage.getItem('plyr') ?? '')).not.toContain('480');
		await rig.page.evaluate('window.player.quality = 1080');
		await rig.page.waitFor(() => document.querySelector('video')?.videoHeight === 1080);
		await rig.page.evaluate(() => void dispatchEvent(new Event('resize')));
		await sleep(QUIET_MS);
		expect(await decodedHeight(rig.page)).toBe(1080);
		await rig.flip();
		await sleep(QUIET_MS);
		expect(await decodedHeight(rig.page)).toBe(1080);
	});

	it('loads the players that waited, and restores links', async () => {
		await rig.page.goto(rig.site.at('text'));
		await rig.flip();
		await rig.open('embed');
		await rig.page.waitFor(() => document.querySelector('iframe')?.hasAttribute('src') === false);
		await rig.flip();
		await rig.page.waitFor(() => document.querySelector('iframe')?.src.includes('youtube-nocookie') === true);
	});
});
