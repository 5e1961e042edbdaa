import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import { type BucketServer, LOGIN, startBucket } from '@/tests/background/export/bucket-server';
import { COURSES, LESSON, QUIZ } from '@/tests/core/export/week';
import { readShared } from '@/tests/core/group/shared';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { readStored } from '@/tests/e2e/rig/stored';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

const WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);
const [MONDAY = ''] = daysOfWeek(WEEK);

inBothBrowsers('putting a week into a shared folder', (browser) => {
	let server: BucketServer;
	let driver: Driver;
	let dashboard: Page;

	beforeAll(async () => {
		server = await startBucket({ kind: 'webdav' });
		driver = await openWithExtension(browser);
		dashboard = await openDashboard(driver);
		const days = [
			{ ...LESSON, day: MONDAY },
			{ ...QUIZ, day: MONDAY },
		];
		await seed(driver, { days, courses: COURSES });
		await dashboard.evaluate(() => location.assign('#reglages'));
		await dashboard.waitFor(() => document.querySelector('.bucket'));
	});

	afterAll(async () => {
		await driver?.close();
		server?.close();
	});

	const shows = (selector: string, words: string) =>
		until(async () => {
			const text = await dashboard.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
			return text.includes(words);
		}, words);

	it('asks for the host, tries again, makes the folder and puts one file there, without a name', async () => {
		await driver.grantHost('http://127.0.0.1/*');
		await dashboard.evaluate(
			(values) => {
				for (const [name, value] of Object.entries(values)) {
					(document.querySelector(`.bucket [name=${name}]`) as HTMLInputElement).value = value;
				}
			},
			{ folder: `${server.folder}/`, ...LOGIN },
		);
		await dashboard.bringToFront();
		await dashboard.click('.bucket button[type=submit]');
		await shows('#bucket-status', 'Enregistré.');
		expect(JSON.stringify((await readStored(driver)).local)).not.toMatch(/127\.0\.0\.1|mot de passe/);
		server.next.push({ status: 503 });
		await dashboard.click('.bucket button.main[type=button]');
		await shows('.bucket .target-state', 'Réponse 503');
		expect(server.files.size).toBe(0);
		await dashboard.click('.bucket button.main[type=button]');
		await shows('.bucket .target-state', 'son fichier est dans le dossier');
		const [[path, text] = ['', '']] = server.files;
		expect(server.asked.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'MKCOL', 'PUT']);
		const shared = readShared(text);
		const sources = shared.ok ? shared.weeks.map(({ source }) => source) : [];
		expect([server.files.size, path]).toEqual([1, `week=${WEEK}/${sources[0]}.csv`]);
		expect(text).not.toMatch(/moodle\.|Prévention/);
	});

	it('deletes the address and the password, and gives the access back', async () => {
		await dashboard.click('.bucket button.main[type=button] + button');
		await until(async () => !(await hasAccess()), 'the access to be given back');
		await dashboard.waitFor(() => document.querySelectorAll('.bucket .actions button').length === 1);
	});

	const hasAccess = () =>
		driver.evaluateInBackground(
			(origin) => (globalThis as unknown as { chrome: Extension }).chrome.permissions.contains({ origins: [origin] }),
			'http://127.0.0.1/*',
		);
});

/** What the test calls in the background. */
interface Extension {
	permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
}
