import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportWeek, openDashboard } from '@/scripts/start/dashboard';
import { COURSES, LESSON, QUIZ } from '@/tests/core/export/week';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { buildWith, extensionDir } from '@/tests/e2e/rig/extension-dir';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { expectLocal, readStored } from '@/tests/e2e/rig/stored';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

const WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);
const MISSED = shiftWeek(WEEK, -2);
/** The background looks as it starts. */
const LOOK_MS = 15_000;
const daysIn = (week: string) => [
	{ ...LESSON, day: daysOfWeek(week)[0] as string },
	{ ...QUIZ, day: daysOfWeek(week)[2] as string },
];

/** The extension interfaces called in its background; never called here. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

inBothBrowsers('a file each week by itself', (browser) => {
	let driver: Driver;
	let dashboard: Page;
	const folder = mkdtempSync(join(tmpdir(), 'sobrio-weekly-'));
	const downloadDir = join(folder, 'downloads');
	/** The file of a week, whose name ends with the code of the install. */
	const saved = (week: string) => {
		const isOfWeek = (name: string) => name.startsWith(`sobrio-${week}-`) && /-[\da-z]{12}\.csv$/.test(name);
		return join(downloadDir, readdirSync(downloadDir).find(isOfWeek) ?? 'absent');
	};
	const isSaved = (week: string) => existsSync(saved(week)) && statSync(saved(week)).size > 0;

	async function start(dir: string): Promise<void> {
		driver = await openWithExtension(browser, { extensionDir: dir, downloadDir });
		dashboard = await openDashboard(driver);
		await seed(driver, { days: [...daysIn(WEEK), ...daysIn(MISSED)], courses: COURSES });
	}

	beforeAll(async () => {
		mkdirSync(downloadDir);
		await start(extensionDir(browser));
	});

	afterAll(async () => {
		await driver?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const stateNow = async () => (await readStored(driver)).local.weeklyState as { value: { ready: string[] } };
	const expectState = (check: (value: { ready: string[] }) => void) =>
		expectLocal(driver, ({ weeklyState }) => check((weeklyState as { value: { ready: string[] } }).value));
	const open = async (hash: string) => {
		await dashboard.evaluate((to) => location.assign(to), hash);
		await dashboard.bringToFront();
	};
	/** Opens the export of this week, which has nothing in it, and waits until nothing above the card moves any more. */
	const openExport = async () => {
		await open('#export');
		await dashboard.waitFor(() => document.querySelector('.notice') && document.querySelector('.weekly'));
	};
	const switchOn = async () => {
		await openExport();
		await dashboard.click('.weekly .check input');
		await dashboard.waitFor(() => document.querySelector('#weekly-form'));
	};

	const restart = async () => {
		await driver.stopBackground();
		await driver.evaluateInBackground(() => true);
	};

	/**
	 * The browser was closed for three weeks and starts again: the last look was that long ago. Set again where the background, which may look
	 * at any moment, wrote over it.
	 */
	async function comeBackAfterWeeks(isDone: () => Promise<boolean> | boolean): Promise<void> {
		await until(
			async () => {
				await driver.evaluateInBackground(
					async (doneWeek) => chrome.storage.local.set({ weeklyState: { version: 1, value: { doneWeek, ready: [] } } }),
					shiftWeek(WEEK, -3),
				);
				await restart();
				return until(isDone, 'the files', LOOK_MS);
			},
			'the files',
			3 * LOOK_MS,
		);
	}
	const areReady = async () => (await stateNow()).value.ready.length === 2;

	it('makes nothing before it is asked to, and nothing of weeks before that', async () => {
		await switchOn();
		await until(async () => 'weekly' in (await readStored(driver)).local, 'the preference');
		await restart();
		await expectState((value) => expect(value).toEqual({ doneWeek: WEEK, aheadWeek: null, ready: [] }));
	});

	it('catches up with weeks that ended while the browser was closed; a click saves the file, once', async () => {
		await comeBackAfterWeeks(areReady);
		await open('#semaine');
		await dashboard.waitFor(() => document.querySelectorAll('.notice button.main').length === 2);
		await dashboard.click('.notice button.main');
		await until(() => isSaved(MISSED), 'the file of the missed week');
		const text = readFileSync(saved(MISSED), 'utf8');
		rmSync(saved(MISSED));
		const byHand = await exportWeek(dashboard, MISSED, { downloadDir, folder, scope: 'shareable', form: 'csv' });
		expect(text).toBe(readFileSync(byHand, 'utf8'));
		rmSync(saved(MISSED));
		await restart();
		await expectState(({ ready }) => expect(ready).toEqual([WEEK]));
	});

	it('leaves the file waiting when the download folder is refused', async () => {
		await openExport();
		await dashboard.waitFor(() => document.querySelector('#weekly-form'));
		await driver.clickAndRefuse(dashboard, '.weekly .check:last-of-type input');
		await dashboard.waitFor(() =>
			document.querySelector('.weekly [role=status]')?.textContent?.startsWith('Accès refusé'),
		);
		await comeBackAfterWeeks(areReady);
		expect([MISSED, WEEK].filter(isSaved)).toEqual([]);
	});

	it('saves each file by itself where the download folder is granted', async () => {
		if (browser === 'chromium') {
			await driver.close();
			await start(buildWith('downloads', browser, join(folder, 'extension')));
			await switchOn();
		}
		await driver.grantHost('*://*/*');
		await openExport();
		await dashboard.waitFor(() => document.querySelector('#weekly-form'));
		await dashboard.click('.weekly .check:last-of-type input');
		const isSaveOn = async () =>
			((await readStored(driver)).local.weekly as { value: { isSaved: boolean } }).value.isSaved;
		await until(isSaveOn, 'the preference');
		await comeBackAfterWeeks(() => [MISSED, WEEK].every(isSaved));
		const byItself = readFileSync(saved(WEEK), 'utf8');
		rmSync(saved(WEEK));
		const byHand = await exportWeek(dashboard, WEEK, { downloadDir, folder, scope: 'shareable', form: 'csv' });
		expect(byItself).toBe(readFileSync(byHand, 'utf8'));
		await until(async () => (await stateNow()).value.ready.length === 0, 'nothing to wait');
	});
});
