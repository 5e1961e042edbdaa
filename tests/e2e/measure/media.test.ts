import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VIDEO_SECONDS } from '@/tests/course/video';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { type MediaRig, openMediaRig } from '@/tests/e2e/rig/media-rig';
import type { MediaSite } from '@/tests/e2e/rig/media-site';
import { figuresStored } from '@/tests/e2e/rig/stored';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { addMedia, subtractMedia } from '@/utils/core/visit/media';
import { halt, isReady, linesOf, positionOf, remove, set, start, style } from './video-control';

const SECOND_MS = 1_000;
const SEEK_TO_S = 20;

/** How far the clock of the page's own video advanced. */
interface Stretch {
	readonly contentMs: number;
	readonly rate: number;
}

inBothBrowsers('plays', (browser) => {
	let rig: MediaRig;
	let site: MediaSite;
	let driver: Driver;
	let page: Page;
	let other: Page;
	let dashboard: Page;

	beforeAll(async () => {
		rig = await openMediaRig(browser);
		({ site, driver, page, other, dashboard } = rig);
	});

	afterAll(() => rig?.close());

	const total = async () =>
		(await readAllHistory(dashboard)).days.reduce((sum, { media }) => addMedia(sum, media), NO_MEDIA);

	/** What was stored of one stay on a page. */
	async function mediaOf(name: string, act: () => Promise<unknown>): Promise<MediaTotals> {
		const before = await total();
		await page.bringToFront();
		await page.goto(site.url(name));
		await act();
		await page.goto('about:blank');
		await figuresStored(driver);
		return subtractMedia(await total(), before);
	}

	const ready = () => page.waitFor(isReady);
	const position = () => page.evaluate(positionOf);

	it('a native video through a whole scenario, and reports each part of it', async () => {
		const truth: Record<string, Stretch> = {};
		const media = await mediaOf('native', async () => {
			let at = 0;
			/** Ends a stretch where something changes. */
			const end = (name: string, positionS: number, rate = 1) => {
				truth[name] = { contentMs: (positionS - at) * SECOND_MS, rate };
				at = positionS;
			};
			await ready();
			await page.click('#screen');
			await page.evaluate(start);
			await sleep(3_000);
			end('first', await page.evaluate(halt));
			await sleep(1_500);
			await page.evaluate(set, 'currentTime', SEEK_TO_S);
			at = SEEK_TO_S;
			await page.evaluate(start);
			await sleep(500);
			end('after the seek', await page.evaluate(set, 'playbackRate', 1.5));
			await sleep(3_000);
			end('faster', await page.evaluate(set, 'playbackRate', 1), 1.5);
			await other.bringToFront();
			end('before it was hidden', await position());
			await sleep(3_000);
			await page.bringToFront();
			end('hidden', await position());
			end('before it was small', await page.evaluate(style, 'width:320px;height:180px'));
			await sleep(3_000);
			end('small', await page.evaluate(style, 'width:640px;height:360px;position:absolute;top:5000px'));
			await sleep(3_000);
			end('off screen', await page.evaluate(style, 'width:640px;height:360px'));
			await sleep(500);
			end('back', await page.evaluate(set, 'currentTime', 0));
			at = 0;
			await sleep(2_500);
			end('again', await page.evaluate(remove));
			await sleep(1_500);
		});
		const parts = Object.values(truth);
		const watchedMs = parts.reduce((sum, { contentMs, rate }) => sum + contentMs / rate, 0);
		const contentMs = (name: string) => truth[name]?.contentMs ?? 0;
		const expected: Partial<Record<keyof MediaTotals, number>> = {
			videoMs: watchedMs,
			detailedMs: watchedMs,
			singleQualityMs: watchedMs,
			contentMs: parts.reduce((sum, part) => sum + part.contentMs, 0),
			hiddenMs: contentMs('hidden'),
			oversizedMs: contentMs('small'),
			offScreenMs: contentMs('off screen'),
			replayedMs: contentMs('again'),
			skippedMs: SEEK_TO_S * SECOND_MS - contentMs('first'),
			mutedMs: 0,
			adMs: 0,
		};
		const rows = Object.entries(expected).map(([field, ms]) => [
			field,
			{ truth: Math.round(ms), stored: media[field as keyof MediaTotals] },
		]);
		console.log(browser);
		console.table(Object.fromEntries(rows));
		for (const [field, ms] of Object.entries(expected)) {
			expect(Math.abs(Number(media[field as keyof MediaTotals]) - ms), field).toBeLessThan(SECOND_MS);
		}
		expect(media).toMatchObject({
			videoMsByHeight: { 480: media.videoMs },
			msByPlayer: { native: media.videoMs },
			unseenMsByHeight: { 480: expect.closeTo(media.hiddenMs + media.offScreenMs, -1) },
			oversizedMsByHeight: { 480: media.oversizedMs },
			seekCount: 2,
			playedCount: 1,
			selfStartedMs: 0,
		});
		expect(Math.abs(media.durationMs - VIDEO_SECONDS * SECOND_MS)).toBeLessThan(SECOND_MS);
		if (browser === 'chromium') expect(media.decodedBytes).toBeGreaterThan(500_000);
		else expect(media.decodedBytes).toBe(0);
	});

	it.each(['hls.js', 'video.js', 'dash.js', 'shaka', 'plyr', 'media-chrome'])('a video with %s', async (player) => {
		let truth = 0;
		let heights: readonly string[] = [];
		const media = await mediaOf(player, async () => {
			await ready();
			await page.evaluate(start);
			await until(async () => (await position()) > 3.5, 'it to play');
			truth = (await page.evaluate(halt)) * SECOND_MS;
			heights = await page.evaluate(linesOf);
			await sleep(500);
		});
		console.table({
			[`${browser} ${player}`]: {
				stored: media.videoMs,
				truth,
				heights: JSON.stringify(media.videoMsByHeight),
				player: JSON.stringify(media.msByPlayer),
				codec: JSON.stringify(media.videoMsByCodec),
			},
		});
		expect(truth).toBeGreaterThan(2_000);
		expect(Math.abs(media.videoMs - truth)).toBeLessThan(SECOND_MS);
		expect(heights.length).toBeGreaterThan(0);
		expect(Object.keys(media.videoMsByHeight).sort()).toEqual(heights);
		expect(media.msByPlayer[player]).toBe(media.videoMs);
		const isFed = !['plyr', 'media-chrome'].includes(player);
		expect(isFed ? media.adaptiveMs : media.singleQualityMs).toBe(media.videoMs);
		if (isFed) expect(Object.keys(media.videoMsByCodec)).toEqual(['avc1']);
	});

	it.each([
		['an audio element', 'audio', 'audioMs'],
		['an element in no document', 'lone', 'audioMs'],
		['a video in a closed shadow root', 'shadow', 'videoMs'],
		['a video in a frame without an address', 'blank', 'videoMs'],
	] as const)('%s', async (_title, name, field) => {
		let truth = 0;
		const media = await mediaOf(name, async () => {
			await ready();
			await page.evaluate(start);
			await until(async () => (await position()) > 2.5, 'it to play', 30_000);
			truth = (await page.evaluate(halt)) * SECOND_MS;
			await sleep(500);
		});
		expect(truth).toBeGreaterThan(2_000);
		expect(Math.abs(media[field] - truth)).toBeLessThan(SECOND_MS);
		expect(media.msByPlayer).toEqual({ native: media[field] });
	});

	it('a video that starts by itself, as distinct from one that the user started', async () => {
		// Not by its own position: what puppeteer evaluates in a page counts as an act of the user there.
		const playedMs = async () => (await total()).videoMs;
		const beforeMs = await playedMs();
		const itself = await mediaOf('self', () => until(async () => (await playedMs()) > beforeMs + 1_500, 'it to play'));
		expect(itself.videoMs).toBeGreaterThan(1_500);
		expect([itself.selfStartedMs, itself.mutedMs]).toEqual([itself.videoMs, itself.videoMs]);
		const byHand = await mediaOf('native', async () => {
			await ready();
			await page.click('#screen');
			await page.evaluate(start);
			await until(async () => (await position()) > 4.5, 'it to play');
		});
		expect(byHand.videoMs).toBeGreaterThan(1_000);
		expect(byHand.selfStartedMs).toBe(0);
	});

	it('nothing of a video that is only preloaded, and reports that', async () => {
		const media = await mediaOf('ahead', async () => {
			await ready();
			await sleep(5_000);
		});
		expect(media).toMatchObject({ videoMs: 0, loadedCount: 1, playedCount: 0, playedBufferedMs: 0 });
		expect(media.bufferedMs).toBeGreaterThan(1_000);
		expect(media.unplayedBytes).toBeGreaterThan(100_000);
	});

	it.each([
		['native', 640, 360],
		// 600 wide, 854 x 480 lines: 600 x 337.2 between bars, at half the scale.
		['boxed', 300, 168.6],
	] as const)('the video of the page %s at its size on screen', async (name, width, height) => {
		await page.bringToFront();
		await page.goto(site.url(name));
		await ready();
		await page.evaluate(start);
		const density = await page.evaluate(() => devicePixelRatio);
		const tabId = await driver.evaluateInBackground(tabOf, site.url(name));
		const video = await until(
			async () => (await dashboard.evaluate(visitOf, tabId)).value?.nowPlaying,
			'the video to play',
		);
		expect(Math.abs(video.shownWidthPx - width * density)).toBeLessThanOrEqual(2);
		expect(Math.abs(video.shownHeightPx - height * density)).toBeLessThanOrEqual(2);
		expect(video).toMatchObject({ decodedWidthPx: 854, decodedHeightPx: 480, isHidden: false, player: 'native' });
		await page.goto('about:blank');
	});
});

/** Runs in the background. */
async function tabOf(url: string): Promise<number> {
	const { chrome } = globalThis as unknown as {
		chrome: { tabs: { query(asked: object): Promise<{ id: number; url?: string }[]> } };
	};
	return (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
}

/** Runs in a page of the extension. */
function visitOf(tabId: number): Promise<{ value?: LiveVisit | null }> {
	const { chrome } = globalThis as unknown as {
		chrome: { runtime: { sendMessage(message: object): Promise<{ value?: LiveVisit | null }> } };
	};
	return chrome.runtime.sendMessage({ type: 'visit/get', request: { tabId } });
}
