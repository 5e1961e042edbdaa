import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { type LocalServer, serveHtml } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { figuresStored, ONLY_AT_INSTALL, ONLY_SINCE, readStored, runUpkeep } from '@/tests/e2e/rig/stored';
import { followCourse } from '@/tests/e2e/rig/study-lesson';

const HOST = 'cours.localhost';
const QUIZ = '/mod/quiz/attempt.php?attempt=31&cmid=108';
const MORE_GRANTS = ['*://*/*', 'https://lrs.example/*'];
/** Longer than a followed page takes to report (3 s) and the background to write (1 s). */
const REPORT_MS = 4_500;
/** The days are copied some seconds after the last change. */
const COPIED_MS = 30_000;

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	permissions: {
		contains(asked: { origins: string[] }): Promise<boolean>;
		getAll(): Promise<{ origins: string[] }>;
		request(asked: { origins: string[] }): Promise<boolean>;
	};
	alarms: {
		create(name: string, when: { delayInMinutes: number }): Promise<void>;
		getAll(): Promise<{ name: string }[]>;
	};
	scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
};

inBothBrowsers('from the first offer to the last figure', (browser) => {
	let other: LocalServer;
	let course: Course;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;

	beforeAll(async () => {
		other = await serveHtml('<h1>Recettes</h1>');
		course = await startCourse();
		driver = await openWithExtension(browser);
		await runUpkeep(driver);
		page = await driver.newPage(browser === 'firefox' ? 'about:license' : 'chrome://version');
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
		await other?.close();
	});

	/** Waits for the popup's notice about the page in front, with that button or none. */
	async function expectNotice(of: Page, ...words: readonly [title: string, button?: string]): Promise<void> {
		const popup = await driver.openPopup(of);
		await until(async () => {
			const shown = await popup.evaluate(() =>
				['h2', 'button'].map((part) => document.querySelector(`.notice ${part}`)?.textContent ?? ''),
			);
			expect(shown.slice(0, words.length)).toEqual(words);
			return true;
		}, words.join());
		await popup.close();
	}

	/** Answers the question that the quiz shows: the page fetches the next. */
	async function answer(): Promise<void> {
		await page.waitFor(() => document.querySelector('.answer input'));
		const asked = course.truth.requests().length;
		await page.evaluate(() => document.querySelector<HTMLInputElement>('.answer input')?.click());
		await page.evaluate(() => document.querySelector<HTMLButtonElement>('#mod_quiz-next-nav')?.click());
		await until(() => course.truth.requests().length > asked, 'the page to send the answer');
	}

	const goTo = (hash: string, selector: string) =>
		dashboard
			.evaluate((to) => location.assign(to), hash)
			.then(() => dashboard.bringToFront())
			.then(() =>
				until(() => dashboard.evaluate((wanted) => document.querySelector(wanted) !== null, selector), selector),
			);
	const status = () => dashboard.evaluate(() => document.querySelector('.panel [role=status]')?.textContent ?? '');
	const grantsAndScripts = () =>
		driver.evaluateInBackground(
			async (origin) => [
				await chrome.permissions.contains({ origins: [origin] }),
				(await chrome.scripting.getRegisteredContentScripts()).length,
			],
			`*://${HOST}/*`,
		);

	/** Hosts granted beside those of followed sites, as optional features ask for: in a click, with the user's consent. */
	async function grantMore(): Promise<void> {
		for (const origin of MORE_GRANTS) await driver.grantHost(origin);
		await dashboard.evaluate((origins) => {
			const request = () => void chrome.permissions.request({ origins });
			document.querySelector('h1')?.addEventListener('click', request, { once: true });
		}, MORE_GRANTS);
		await dashboard.click('h1');
		await until(async () => {
			const { origins } = await driver.evaluateInBackground(() => chrome.permissions.getAll());
			return MORE_GRANTS.every((origin) => origins.includes(origin));
		}, 'all hosts to be granted');
		await driver.evaluateInBackground(() => chrome.alarms.create('lrs', { delayInMinutes: 60 }));
	}

	/** The hosts granted since the install, and the alarms that serve an optional feature. */
	const grantsAndAlarms = () =>
		driver.evaluateInBackground(async () => {
			const { origins } = await chrome.permissions.getAll();
			const alarms = await chrome.alarms.getAll();
			return [origins, alarms.map(({ name }) => name).filter((name) => name === 'lrs')];
		});

	it('offers nothing on a page of the browser, and to follow an unknown site by hand', async () => {
		await expectNotice(page, 'Pas de cours ici', '');
		await page.goto(`http://127.0.0.1:${other.port}/`);
		await expectNotice(page, 'Ce site n’est pas suivi', 'C’est mon site de formation');
	});

	it('follows a site though the browser’s prompt closed the popup that asked', async () => {
		await page.goto(course.courseUrl + QUIZ);
		await driver.clickAndAccept(await driver.openPopup(page), 'button.main', `*://${HOST}/*`);
		const { visits } = await until(async () => {
			const stored = await readStored(driver);
			// The figures may be stored a moment before the page was inspected.
			return stored.visits.some(({ courseKey }) => courseKey !== '') ? stored : null;
		}, 'figures of the page that was open, and its course');
		expect(visits).toMatchObject([{ host: HOST, platform: 'moodle', courseKey: '12', activity: 'quiz' }]);
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.querySelector('.page .figure'));
		await popup.waitFor(() => document.querySelector('header')?.textContent?.includes('Prévention des risques'));
		await popup.close();
	});

	it('gives up erasing when it is undone', async () => {
		dashboard = await driver.openExtensionPage('dashboard.html');
		await goTo('#donnees', 'button.danger');
		await dashboard.click('button.danger');
		await dashboard.waitFor(() => document.querySelectorAll('.panel .actions button').length === 2);
		await dashboard.click('button.danger');
		await until(async () => /^Effacement dans \d secondes\.$/.test(await status()), 'the seconds to undo');
		await dashboard.click('.panel button.main');
		await until(async () => (await status()) === '', 'no more words of erasing');
	});

	it('stops measuring an open page as soon as its site is no longer followed, and keeps the figures', async () => {
		await goTo('#sites', '.sites li .unfollow');
		await dashboard.click('.sites li .unfollow');
		await dashboard.waitFor(() => document.querySelector('.left-site'));
		await figuresStored(driver);
		// The copy of the days follows some seconds later.
		const { copy: _, ...left } = await readStored(driver);
		expect(left.days).toMatchObject([{ host: HOST, visitCount: 1 }]);
		await page.bringToFront();
		await answer();
		await sleep(REPORT_MS);
		await answer();
		await sleep(REPORT_MS);
		// Longer than the 8 s of the erasing that was undone.
		const { copy: __, ...after } = await readStored(driver);
		expect(after).toEqual(left);
		expect(left.session).toEqual(ONLY_SINCE);
		expect(await grantsAndScripts()).toEqual([false, 0]);
	});

	it('erases everything, while a page of a followed site is open', async () => {
		await page.goto(`${course.courseUrl}/mod/page/view.php?id=201`);
		await followCourse(driver, page, course);
		await page.goto(course.courseUrl + QUIZ);
		await until(async () => (await readStored(driver)).courses.length === 2, 'a second course');
		// Firefox has none.
		const isCopied = async () => 'copiedDays' in (await readStored(driver)).copy === (browser === 'chromium');
		await until(isCopied, 'the copy of the days', COPIED_MS);
		await goTo('#donnees', 'button.danger');
		await grantMore();
		await dashboard.click('button.danger');
		await dashboard.waitFor(() => document.querySelectorAll('.panel .actions button').length === 2);
		await dashboard.click('button.danger');
		await until(async () => (await status()) === 'Tout est effacé.', 'the end of erasing');
		await page.bringToFront();
		await answer();
		await sleep(REPORT_MS);
		const { visits, days, courses, local, copy, upkeep, session, databases } = await readStored(driver);
		expect([visits, days, courses, copy, upkeep, session]).toEqual([[], [], [], {}, null, ONLY_SINCE]);
		expect(local).toEqual({
			followedSites: { version: 1, value: [] },
			...ONLY_AT_INSTALL,
		});
		expect(databases).toEqual(['sobrio']);
		expect(await grantsAndScripts()).toEqual([false, 0]);
		expect(await grantsAndAlarms()).toEqual([[], []]);
		await expectNotice(page, 'Moodle reconnu');
	});
});
