import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openSoberRig, QUIET_MS, type SoberRig } from '@/tests/e2e/rig/sober-rig';
import type { SoberSite } from '@/tests/e2e/rig/sober-site';
import { playByClick } from '@/tests/e2e/rig/sober-switch';

/** Length of a segment of the demo video. */
const SEGMENT_S = 4;
/** Frames report what they avoided every two seconds while the popup is open. */
const PATIENCE_MS = 20_000;

inBothBrowsers('an effect of sober mode', (browser) => {
	let rig: SoberRig;
	let site: SoberSite;
	let driver: Driver;
	let page: Page;
	let other: Page;

	beforeAll(async () => {
		rig = await openSoberRig(browser);
		({ site, driver, page } = rig);
		await rig.flip();
		other = await driver.newPage('about:blank');
	}, 120_000);

	afterAll(() => rig?.close());

	const open = async (name: string) => {
		await page.bringToFront();
		await rig.open(name);
	};
	const isPaused = () => page.evaluate(() => document.querySelector('video')?.paused);
	/** Where the video stands, once it does: its clock may go on for a moment after it says that it is paused. */
	const stillPosition = async () => {
		let place = -1;
		await until(async () => {
			const before = place;
			place = await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
			return place === before;
		}, 'the video to stand still');
		return place;
	};

	it('pauses a muted video while its tab is hidden, and resumes at the same position', async () => {
		await open('single');
		await playByClick(page);
		await other.bringToFront();
		await until(isPaused, 'the video to pause');
		const place = await stillPosition();
		await sleep(QUIET_MS);
		expect(await page.evaluate(() => document.querySelector('video')?.currentTime)).toBe(place);
		await page.bringToFront();
		await until(async () => (await isPaused()) === false, 'the video to play on');
	});

	it('keeps the sound of an unmuted video in a hidden tab, at the lowest resolution', async () => {
		await open('hls-global');
		await playByClick(page);
		await page.waitFor('window.player.autoLevelCapping === 1');
		await page.evaluate(() => {
			const video = document.querySelector('video');
			if (video) video.muted = false;
		});
		await other.bringToFront();
		await until(() => page.evaluate('window.player.autoLevelCapping === 0'), 'the smallest picture');
		expect(await isPaused()).toBe(false);
		await page.bringToFront();
		await until(() => page.evaluate('window.player.autoLevelCapping === 1'), 'its own quality');
	});

	it.each(['hls-global', 'dash.js', 'shaka', 'video.js'])(
		'makes %s load one segment before it is played, and little ahead after',
		async (name) => {
			await open(name);
			await page.waitFor(() => (document.querySelector('video')?.readyState ?? 0) >= HTMLMediaElement.HAVE_METADATA);
			await sleep(QUIET_MS);
			expect(await page.evaluate(loadedEndS)).toBeLessThanOrEqual(2 * SEGMENT_S);
			await playByClick(page);
			await page.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 6);
			await until(async () => (await page.evaluate(loadedEndS)) > 6 + SEGMENT_S, 'what is loaded ahead');
			// 6 s ahead, and up to one segment more.
			expect(await page.evaluate(loadedAheadS)).toBeLessThan(6 + 2 * SEGMENT_S);
		},
	);

	it('is shown in the popup by the bytes that the player did not load', async () => {
		await open('hls-global');
		await playByClick(page);
		await page.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 6);
		const popup = await driver.openPopup(page);
		const reported = () => popup.evaluate(() => document.querySelector('.sober')?.textContent ?? '');
		await until(
			async () => /Environ \d.*évités sur cette page/.test(await reported()),
			'what was avoided',
			PATIENCE_MS,
		);
		await popup.close();
	});

	it.each([
		['the browser’s', null, 'Charger la vidéo'],
		['the one chosen in Sobrio', 'en', 'Load the video'],
	])('shows the card of a player in one language: %s', async (_title, language, text) => {
		await driver.evaluateInBackground(chooseLanguage, language);
		await open('embed');
		await page.waitFor(() => document.querySelector('iframe')?.hasAttribute('src') === false);
		await until(async () => (await driver.evaluateInBackground(cardOf, site.at('embed'))).includes(text), text);
	});
});

/** Where the video that is loaded ends, in seconds. */
function loadedEndS(): number {
	const { buffered } = document.querySelector('video') ?? {};
	return buffered && buffered.length > 0 ? buffered.end(buffered.length - 1) : 0;
}

/** How much is loaded after the position of the video, in seconds. */
function loadedAheadS(): number {
	const { buffered, currentTime = 0 } = document.querySelector('video') ?? {};
	return buffered && buffered.length > 0 ? buffered.end(buffered.length - 1) - currentTime : 0;
}

interface Extension {
	readonly storage: {
		local: { set(values: object): Promise<void>; remove(key: string): Promise<void> };
	};
	readonly tabs: { query(asked: object): Promise<{ id: number; url?: string }[]> };
	readonly scripting: {
		executeScript(what: object): Promise<{ result: string }[]>;
	};
}

/** Runs in the background. */
async function chooseLanguage(language: string | null): Promise<void> {
	const { storage } = (globalThis as unknown as { chrome: Extension }).chrome;
	await (language === null
		? storage.local.remove('language')
		: storage.local.set({ language: { version: 1, value: language } }));
}

/** Runs in the background: the text of a page's card, which the page itself cannot read. */
async function cardOf(url: string): Promise<string> {
	const { tabs, scripting } = (globalThis as unknown as { chrome: Extension }).chrome;
	const tabId = (await tabs.query({})).find((tab) => tab.url === url)?.id;
	const [answer] = await scripting.executeScript({
		target: { tabId },
		func: () => {
			const host = document.querySelector('iframe')?.previousElementSibling as
				| (HTMLElement & { openOrClosedShadowRoot?: ShadowRoot })
				| null
				| undefined;
			const { chrome } = globalThis as {
				chrome?: { dom?: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } };
			};
			const root = host && (host.openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot(host));
			return root?.textContent ?? '';
		},
	});
	return answer?.result ?? '';
}
