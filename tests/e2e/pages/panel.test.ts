import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page, Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { type SoberSite, startSoberSite } from '@/tests/e2e/rig/sober-site';
import { playByClick } from '@/tests/e2e/rig/sober-switch';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { placesOfControls } from './places';

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	tabs: { update(id: number, change: object): Promise<object> };
	windows: {
		create(asked: object): Promise<{ id: number; tabs: { id: number }[] }>;
		remove(id: number): Promise<void>;
	};
};

/** Seconds of a lesson during which nothing may move. */
const STILL_S = 10;
/** The figures of the page and of the week, as one text. */
const FIGURES = () => [...document.querySelectorAll('main .figure')].map(({ textContent }) => textContent).join(' ');

inBothBrowsers('the panel beside a lesson', (browser) => {
	let site: SoberSite;
	let driver: Driver;
	let page: Tab;
	let panel: Page;

	beforeAll(async () => {
		site = await startSoberSite();
		driver = await openWithExtension(browser);
		page = await driver.newPage(site.at('text'));
		await followCourse(driver, page, { courseUrl: site.url });
		await page.goto(site.at('hls-tall'));
		panel = await driver.openPanel(page);
		await panel.waitFor(() => document.querySelector('.page .figure'));
	}, 120_000);

	afterAll(async () => {
		await driver?.close();
		await site?.close();
	});

	it('stays while the learner clicks in the page and plays, and nothing in it moves', async () => {
		await panel.evaluate(() => {
			// Firefox reports none.
			if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) {
					const { sources } = entry as unknown as { sources: { node: Node | null }[] };
					const moved = sources.map(({ node }) => `${node?.nodeName} in ${node?.parentElement?.className}`).join(', ');
					document.body.dataset.shifts = `${document.body.dataset.shifts ?? ''}${moved}; `;
				}
			}).observe({ type: 'layout-shift' });
		});
		await playByClick(page);
		const isFar = (seconds: number) => (document.querySelector('video')?.currentTime ?? 0) >= seconds;
		await until(() => page.evaluate(isFar, STILL_S), 'the video to play', 60_000);
		await panel.waitFor(() => document.querySelector('.video')?.textContent?.includes('1080p'));
		expect(await panel.evaluate(() => document.body.dataset.shifts ?? '')).toBe('');
	});

	it('follows the active tab, and has a state for pages that it cannot see', async () => {
		const text = await driver.newPage(site.at('text'));
		await text.bringToFront();
		await panel.waitFor(() => document.querySelector('.page .figure') && !document.querySelector('.video'));
		await text.goto('about:blank');
		await panel.waitFor(() => document.querySelector('.notice h2'));
		await page.bringToFront();
		await panel.waitFor(() => document.querySelector('.video'));
		await text.close();
	});

	it('shows the figures of the popup', async () => {
		await page.evaluate(() => document.querySelector('video')?.pause());
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.querySelector('.week .figure'));
		const both = () => Promise.all([panel.evaluate(FIGURES), popup.evaluate(FIGURES)]);
		await until(async () => {
			const [beside, above] = await both();
			return beside !== '' && beside === above;
		}, 'the popup and the panel to agree');
		// No scroll bar that came while the popup grew has left it wider than what it shows.
		await popup.waitFor(() => document.documentElement.clientWidth === document.body.offsetWidth);
		await popup.close();
	});

	it('asks for no reload between two pages of a course', async () => {
		await panel.evaluate(() => {
			const note = () => {
				const action = document.querySelector('.notice button.main')?.textContent;
				if (action) document.body.dataset.asked = `${document.body.dataset.asked ?? ''}${action}; `;
			};
			new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
		});
		await page.goto(site.at('text'));
		await panel.waitFor(() => document.querySelector('.page .figure') && !document.querySelector('.video'));
		expect(await panel.evaluate(() => document.body.dataset.asked ?? '')).toBe('');
	});

	// Runs after the other page: its video is the one that is waited for.
	it('moves no control when a tip comes, is acted on and is undone', async () => {
		await page.goto(site.at('autoplay'));
		await panel.waitFor(() => document.querySelector('.video') && document.querySelector('.calm'));
		const places = await panel.evaluate(placesOfControls);
		expect(Object.keys(places).length).toBeGreaterThan(3);
		await panel.waitFor(() => document.querySelector('.tip h3'));
		expect(await panel.evaluate(placesOfControls)).toEqual(places);
		await panel.click('.tip .actions button.main');
		await panel.waitFor(() => document.querySelector('.tip [role=status]')?.textContent?.includes('C’est fait'));
		expect(await panel.evaluate(placesOfControls)).toEqual(places);
		await panel.click('.tip [role=status] button');
		await panel.waitFor(() => document.querySelector('.tip h3'));
		expect(await panel.evaluate(placesOfControls)).toEqual(places);
	});

	// After the others, because Chromium without a screen does not focus the first window again.
	it('follows the learner into another window, and back once that is closed', async () => {
		const { id, tabId } = await driver.evaluateInBackground(async (url) => {
			const { id, tabs } = await chrome.windows.create({ url, focused: true });
			return { id, tabId: tabs[0]?.id ?? 0 };
		}, site.at('text'));
		await panel.waitFor(() => document.querySelector('.page .figure') && !document.querySelector('.video'));
		await driver.evaluateInBackground((tab) => chrome.tabs.update(tab, { url: 'about:blank' }).then(() => null), tabId);
		await panel.waitFor(() => document.querySelector('.notice h2'));
		await driver.evaluateInBackground((window) => chrome.windows.remove(window), id);
		await panel.waitFor(() => document.querySelector('.page .figure'));
	});

	it('shows that access is lost, and how to restore it', async () => {
		await driver.revokeHost(`*://${new URL(site.url).hostname}/*`);
		await panel.waitFor(() => document.querySelector('.notice button.main') && !document.querySelector('.page'));
	});
});
