import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';
import { followCourse } from '@/tests/e2e/rig/study-lesson';

/** Longer than a followed page takes to report (3 s) and the background to write (1 s). */
const REPORT_MS = 5_000;

/** Runs in the background: the texts on the buttons of all tabs. */
async function badgeTexts(): Promise<string[]> {
	const { tabs, action } = (globalThis as unknown as { chrome: Toolbar }).chrome;
	return Promise.all((await tabs.query({})).map(({ id }) => action.getBadgeText({ tabId: id })));
}

interface Toolbar {
	tabs: { query(all: object): Promise<{ id: number }[]> };
	action: { getBadgeText(tab: { tabId: number }): Promise<string> };
}

inBothBrowsers('in English, on a course that is not followed yet', (browser) => {
	let course: Course;
	let driver: Driver;
	let page: Page;

	beforeAll(async () => {
		course = await startCourse();
		driver = await openWithExtension(browser, { lang: 'en' });
		page = await driver.newPage(`${course.courseUrl}/mod/page/view.php?id=101`);
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
	});

	it('names the platform and offers to follow the site, in the browser’s language', async () => {
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.querySelector('button.main') !== null);
		const [language, words] = await popup.evaluate(() => [document.documentElement.lang, document.body.textContent]);
		expect(language).toMatch(/^en\b/);
		expect(words).toMatch(/Moodle/);
		expect(words).toMatch(/Follow this site/);
		await popup.close();
	});

	it('follows and measures nothing when the permission is refused', async () => {
		const popup = await driver.openPopup(page);
		await driver.clickAndRefuse(popup, 'button.main');
		await page.goto(`${course.courseUrl}/mod/page/view.php?id=102`);
		await sleep(REPORT_MS);
		const { visits, days, local } = await readStored(driver);
		expect([visits, days]).toEqual([[], []]);
		expect(JSON.stringify(local)).not.toContain('cours.localhost');
	});

	it('can be asked again, and measures the open page immediately', async () => {
		await page.goto(`${course.courseUrl}/mod/page/view.php?id=101`);
		await followCourse(driver, page, course);
		const { visits } = await until(async () => {
			const stored = await readStored(driver);
			return stored.visits.some(({ courseKey }) => courseKey === '12') ? stored : null;
		}, 'figures of the followed page');
		expect(visits).toMatchObject([{ host: 'cours.localhost', platform: 'moodle', courseKey: '12' }]);
		await until(async () => (await driver.evaluateInBackground(badgeTexts)).includes('✓'), 'the mark on the button');
	});

	it('is in English in every view of the dashboard, with no text missing', async () => {
		const dashboard = await driver.openExtensionPage('dashboard.html');
		await dashboard.waitFor(() => document.querySelector('.figure-cards'));
		const links = await dashboard.evaluate(() =>
			[...document.querySelectorAll('nav a')].map((link) => link.textContent),
		);
		expect(links).toEqual([
			'Week',
			'Month',
			'Export',
			'Group',
			'Audits',
			'Followed sites',
			'Method',
			'Data',
			'Settings',
			'Help',
		]);
		for (let index = 1; index <= links.length; index++) {
			await dashboard.click(`nav a:nth-child(${index})`);
			await dashboard.waitFor(
				`document.querySelector('nav a:nth-child(${index})[aria-current]') && document.querySelector('h1')`,
			);
			const { language, words, empty } = await dashboard.evaluate(() => ({
				language: document.documentElement.lang,
				words: document.body.textContent,
				empty: [...document.querySelectorAll('h1, h2, h3, label, button, th, option')]
					.filter((part) => !part.textContent && !part.getAttribute('aria-label'))
					.map((part) => part.outerHTML),
			}));
			expect(language).toMatch(/^en\b/);
			expect(words).not.toMatch(/__MSG_|\$\d|undefined|NaN|\bnull\b/);
			expect(empty).toEqual([]);
		}
	});
});
