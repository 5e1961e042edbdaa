import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportWeek, openDashboard } from '@/scripts/start/dashboard';
import { parseCsv } from '@/tests/core/export/parse-csv';
import { COURSES, LESSON, QUIZ } from '@/tests/core/export/week';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { readStored } from '@/tests/e2e/rig/stored';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';
import { chooseFolder } from './choose-folder';

const WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);
const [MONDAY = '', TUESDAY = ''] = daysOfWeek(WEEK);

inBothBrowsers('collecting what a group shared', (browser) => {
	let driver: Driver;
	let dashboard: Tab;
	const folder = mkdtempSync(join(tmpdir(), 'sobrio-group-'));
	const downloadDir = join(folder, 'downloads');
	const shared = join(folder, 'shared');
	const path = (name: string) => join(shared, name);

	beforeAll(async () => {
		for (const each of [downloadDir, shared]) mkdirSync(each);
		driver = await openWithExtension(browser, { downloadDir });
		dashboard = await openDashboard(driver);
		await seed(driver, {
			days: [
				{ ...LESSON, day: MONDAY },
				{ ...QUIZ, day: TUESDAY },
			],
			courses: COURSES,
		});
		// Learners hand over what the extension itself wrote; a second one differs by the code of the install alone.
		const save = async (scope: 'shareable' | 'personal', form: 'json' | 'csv', name: string) => {
			const saved = await exportWeek(dashboard, WEEK, { downloadDir, folder, scope, form });
			const text = readFileSync(saved, 'utf8');
			rmSync(saved);
			rmSync(join(downloadDir, basename(saved)));
			writeFileSync(path(name), text);
			return text;
		};
		const json = await save('shareable', 'json', 'a.json');
		await save('shareable', 'csv', 'a.csv');
		await save('personal', 'csv', 'named.csv');
		writeFileSync(path('b.json'), json.replace(JSON.parse(json).source, 'dominique000'));
		writeFileSync(path('cut.json'), json.slice(0, -100));
		writeFileSync(path('tomorrow.json'), json.replace('"version": 1', '"version": 2'));
	});

	afterAll(async () => {
		await driver?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const text = (selector: string) =>
		dashboard.evaluate((wanted) => (document.querySelector(wanted)?.textContent ?? '').replace(/\s+/g, ' '), selector);
	/** The files are read one after another: what is shown first may be of some of them. */
	const shows = (selector: string, words: RegExp) =>
		until(async () => words.test(await text(selector)), `${words} in ${selector}`);
	const open = async () => {
		await dashboard.evaluate(() => location.assign('#groupe'));
		await dashboard.waitFor(() => document.querySelector('#group-files'));
	};

	it('adds up the files that are chosen, and names those that it sets aside', async () => {
		await open();
		const before = await readStored(driver);
		const names = ['a.json', 'b.json', 'named.csv', 'cut.json', 'tomorrow.json', 'a.csv'];
		await dashboard.chooseFiles('#group-files', names.map(path));
		await shows('.figure-cards', /^Apprenants21 code de cours.*9 Mo/); // 4.5 + 4.5
		await shows(
			'.aside-files',
			/named\.csv contient des noms.*cut\.json est incomplet.*tomorrow\.json vient d’une version/,
		);
		await shows('.aside-files', /a\.csv porte sur une semaine et un apprenant déjà comptés/);
		const after = await readStored(driver);
		expect([after.local, after.days, after.databases]).toEqual([before.local, before.days, before.databases]);
	});

	it('saves them as one CSV with a row of each', async () => {
		const file = join(downloadDir, `sobrio-group-${WEEK}.csv`);
		await dashboard.click('a[download]');
		await until(() => existsSync(file) && statSync(file).size > 0, 'the merged CSV');
		const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8').slice(1), ';');
		const cells = (name: string) => rows.map((row) => row[header.indexOf(name)]);
		expect(cells('day').sort()).toEqual([MONDAY, MONDAY, TUESDAY, TUESDAY]);
		expect(new Set(cells('source')).size).toBe(2);
		expect(cells('received_MB').sort()).toEqual(['0', '0', '4,500001', '4,500001']);
	});

	it('discards them when the user leaves the view', async () => {
		await dashboard.evaluate(() => location.assign('#semaine'));
		await dashboard.waitFor(() => !document.querySelector('#group-files'));
		await open();
		expect(await text('main')).not.toContain('Apprenants');
	});

	// Firefox has no picker of folders for pages: the input is there.
	if (browser === 'chromium')
		it('reads a folder that is chosen with the picker of Chromium', async () => {
			await dashboard.evaluate(() => location.assign('#semaine'));
			await dashboard.waitFor(() => !document.querySelector('#group-files'));
			await open();
			await chooseFolder(dashboard, shared);
			await shows('.figure-cards', /^Apprenants2/);
			await shows('.aside-files', /named\.csv contient des noms/);
			await dashboard.evaluate(() => location.assign('#semaine'));
			await dashboard.waitFor(() => !document.querySelector('#group-files'));
			await open();
		});

	it('takes what is dropped on it: a whole folder in Chromium', async () => {
		await dashboard.bringToFront();
		await dashboard.drop(browser === 'chromium' ? [shared] : ['a.csv', 'b.json', 'named.csv', 'cut.json'].map(path));
		await shows('.figure-cards', /^Apprenants2/);
		await shows('.aside-files', /named\.csv contient des noms/);
	});
});
