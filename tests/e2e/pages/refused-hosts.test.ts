import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';
import { followCourse } from '@/tests/e2e/rig/study-lesson';

const LESSON = '/mod/page/view.php?id=201';
const REFUSED = ['256.1', '1.2.3.4.5', 'a b/*'];

/** The extension interface called in its background; never called here. */
declare const chrome: {
	storage: {
		local: {
			get(key: string): Promise<{ followedSites: { version: number; value: object[] } }>;
			set(items: object): Promise<void>;
		};
	};
};

inBothBrowsers('with hosts among the followed sites that no browser accepts', (browser) => {
	const profileDir = mkdtempSync(join(tmpdir(), 'sobrio-hosts-'));
	let course: Course;
	let driver: Driver;
	let page: Page;

	async function open(): Promise<void> {
		driver = await openWithExtension(browser, { profileDir });
		page = await driver.newPage(course.courseUrl + LESSON);
	}

	beforeAll(async () => {
		course = await startCourse();
		await open();
		await followCourse(driver, page, course);
		await driver.evaluateInBackground(async (hosts) => {
			const { followedSites } = await chrome.storage.local.get('followedSites');
			const bad = hosts.map((host) => ({ ...followedSites.value[0], host }));
			await chrome.storage.local.set({
				followedSites: { ...followedSites, value: [...bad, ...followedSites.value] },
				soberMode: { version: 1, value: { isOnEverywhere: true, hosts: { 'a b/*': false }, effectsOff: [] } },
			});
		}, REFUSED);
		await driver.close();
		await open();
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
		rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
	});

	it('measures the others after a restart', async () => {
		// Chromium under test takes the optional grants back at each start.
		if (browser === 'chromium') await followCourse(driver, page, course);
		const before = (await readStored(driver)).visits.length;
		await page.goto(course.courseUrl + LESSON);
		await until(async () => (await readStored(driver)).visits.length > before, 'a visit after the restart');
		const { visits } = await readStored(driver);
		expect(visits.every(({ host }) => host === 'cours.localhost')).toBe(true);
	});

	it('names them in “Followed sites”, and removes them', async () => {
		const dashboard = await driver.openExtensionPage('dashboard.html#sites');
		const rows = () =>
			dashboard.evaluate(() => [...document.querySelectorAll('.sites li')].map((row) => row.textContent ?? ''));
		const refusedRows = async () => (await rows()).filter((row) => row.includes('n’accepte pas ce nom'));
		await until(async () => (await rows()).length === REFUSED.length + 1, 'the list');
		await until(async () => (await refusedRows()).length === REFUSED.length, 'those that the browser refuses');
		const refused = await refusedRows();
		expect(refused.map((row, index) => row.startsWith(REFUSED[index] ?? ''))).toEqual([true, true, true]);
		for (let left = REFUSED.length; left > 0; left--) {
			await dashboard.click('.sites li:first-child .unfollow');
			await until(async () => (await rows()).length === left, 'one to be removed');
		}
		expect((await rows())[0]).toMatch(/^cours\.localhost/);
	});
});
