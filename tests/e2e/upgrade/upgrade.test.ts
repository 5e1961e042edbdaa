import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { type Course, startCourse } from '@/tests/course/server';
import { type Driver, openBrowser } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { extensionDir } from '@/tests/e2e/rig/extension-dir';
import { expectLocal, readStored } from '@/tests/e2e/rig/stored';
import type { Visit } from '@/utils/core/schema/visit';
import { completeMedia } from '@/utils/core/visit/media';
import { earlierRecords, grantEarlier, storeAsEarlier, writeEarlierVersion } from './earlier-version';

const HOST = 'cours.localhost';
const MATCH = `*://${HOST}/*`;

/** At install, and for a site. The browsers are in French: README.fr.md has these words, README.md those of the English ones. */
const QUOTED = {
	chromium: [[], [`Lire et modifier vos données sur ${HOST}`]],
	firefox: [
		['Le développeur indique que cette extension n’a pas besoin de collecter de données.'],
		[`Accéder à vos données pour les sites des domaines ${HOST}`],
	],
} as const;

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
	runtime: { getManifest(): { version: string; optional_host_permissions: string[] } };
	scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
	tabs: { query(all: object): Promise<{ url?: string }[]> };
};

inBothBrowsers('after the update of the first version', (browser) => {
	const folder = mkdtempSync(join(tmpdir(), 'sobrio-upgrade-'));
	const records = earlierRecords(HOST);
	let course: Course;
	let driver: Driver;

	beforeAll(async () => {
		const earlier = join(folder, 'extension');
		writeEarlierVersion(browser, earlier);
		course = await startCourse();
		const profileDir = join(folder, 'profile');
		driver = await openBrowser({ browser, extensionDir: earlier, headless: true, lang: 'fr', profileDir });
		await grantEarlier(driver, MATCH);
		await driver.evaluateInBackground(storeAsEarlier, records, MATCH);
		await driver.updateExtension(extensionDir(browser));
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	});

	it('figures and settings are those of before', async () => {
		const { visits, days, courses, local } = await readStored(driver);
		const complete = <Part extends { media: object }>(part: Part) => ({ ...part, media: completeMedia(part.media) });
		expect([visits, days, courses]).toEqual([
			records.visits.map(complete),
			records.days.map(complete),
			records.courses,
		]);
		const { exportSecret: _, ...settings } = records.settings;
		for (const [key, value] of Object.entries(settings)) expect(local[key]).toEqual({ version: 1, value });
	});

	it('what was followed still is, known platforms too, and nothing was asked', async () => {
		const isFollowed = () =>
			driver.evaluateInBackground(async () => {
				const ids = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
				return ids.includes('page-world') && ids.includes('page-world cours.localhost') ? ids : null;
			});
		const ids = await until(isFollowed, 'the scripts of followed sites');
		expect([...ids].sort()).toEqual(['followed', `followed ${HOST}`, 'page-world', `page-world ${HOST}`]);
		await expectLocal(driver, (local) =>
			expect(local.knownPlatforms).toEqual({ version: 1, value: { isFollowed: true } }),
		);
		const reached = await driver.evaluateInBackground(
			(origins) => Promise.all(origins.map((origin) => chrome.permissions.contains({ origins: [origin] }))),
			[MATCH, 'https://*.coursera.org/*', 'https://*.moodlecloud.com/*'],
		);
		expect(reached).toEqual([true, true, true]);
		const tabs = await driver.evaluateInBackground(() => chrome.tabs.query({}));
		expect(tabs.filter(({ url }) => url?.endsWith('/welcome.html'))).toEqual([]);
	});

	it('the browser names at install and for a site what README quotes', async () => {
		const { install, host } = await driver.permissionLines(MATCH);
		expect([install, host]).toEqual(QUOTED[browser]);
		const text = readFileSync(join(ROOT, 'README.fr.md'), 'utf8').replace(/\s+/g, ' ');
		for (const line of [...install, ...host]) expect(text).toContain(line.replace(` ${HOST}`, '').replace(/\.$/, ''));
	});

	it('a page of the followed site is measured without a click', async () => {
		const page = await driver.newPage(`${course.courseUrl}/mod/page/view.php?id=101`);
		// The course is known some time after the first figures.
		const isLesson = ({ id, courseKey, traffic }: Visit) =>
			id !== records.visits[0]?.id && courseKey === '12' && 'image' in traffic.received;
		const lesson = await until(async () => (await readStored(driver)).visits.find(isLesson), 'figures of the page');
		expect(lesson).toMatchObject({ host: HOST, platform: 'moodle' });
		await page.close();
	});

	it('exports have the codes of before: the secret has moved to where no page can read it', async () => {
		const dashboard = await driver.openExtensionPage('dashboard.html#export');
		await dashboard.waitFor(() => document.querySelector('.preview'));
		expect(await dashboard.evaluate(() => document.documentElement.lang)).toMatch(/^en\b/);
		const secret = await until(() => driver.evaluateInBackground(readSecret), 'the secret');
		expect(secret).toBe(records.settings.exportSecret);
		await until(async () => !('exportSecret' in (await readStored(driver)).local), 'the secret to be in one place');
		await dashboard.close();
	});
});

/** Runs in the background, so it stands alone. Null while the database is not there. */
async function readSecret(): Promise<unknown> {
	if (!(await indexedDB.databases()).some(({ name }) => name === 'sobrio-secrets')) return null;
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('sobrio-secrets');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	try {
		return await new Promise((resolve, reject) => {
			const request = database.transaction('secrets').objectStore('secrets').get('exportSecret');
			request.onsuccess = () => resolve(request.result ?? null);
			request.onerror = () => reject(request.error);
		});
	} finally {
		database.close();
	}
}
