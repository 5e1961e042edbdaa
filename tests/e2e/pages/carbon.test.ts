import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleHistory } from '@/scripts/screenshots/history';
import { exportWeek, openDashboard } from '@/scripts/start/dashboard';
import { parseCsv } from '@/tests/core/export/parse-csv';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { figuresStored } from '@/tests/e2e/rig/stored';
import { followCourse, studyLesson } from '@/tests/e2e/rig/study-lesson';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE, type Profile } from '@/utils/core/schema/profile';
import { useOf } from '@/utils/core/stats/figures';
import { summariseWeek } from '@/utils/core/stats/week';
import { dayOf, weekOf } from '@/utils/core/units/day';

/** The CSV's central grams have three decimals, and each row is rounded by itself. */
const ROUNDING_GRAMS = 0.002;

inBothBrowsers('figures of equipment that changes', (browser) => {
	let course: Course;
	let driver: Driver;
	let lesson: Page;
	let dashboard: Page;
	const week = weekOf(dayOf(new Date()));
	const downloadDir = mkdtempSync(join(tmpdir(), 'sobrio-carbon-'));

	beforeAll(async () => {
		course = await startCourse();
		driver = await openWithExtension(browser, { downloadDir });
		lesson = await driver.newPage(`${course.courseUrl}/mod/page/view.php?id=201`);
		await followCourse(driver, lesson, course);
		const [light] = course.lessons;
		if (light) await studyLesson(lesson, course, light, 0);
		await figuresStored(driver);
		// More than a gram, which any other equipment changes.
		await seed(driver, sampleHistory(week, dayOf(new Date())));
		dashboard = await openDashboard(driver);
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
		rmSync(downloadDir, { recursive: true, force: true });
	});

	/** The week's card of grams and of data, as a reader sees them. */
	async function cards(): Promise<{ readonly grams: string; readonly data: string }> {
		await dashboard.evaluate(() => location.assign('#semaine'));
		await dashboard.waitFor(() => document.querySelector('.carbon'));
		const [data = '', , , grams = ''] = await dashboard.evaluate(() =>
			[...document.querySelectorAll('.figure-card .figure')].map((figure) => figure.textContent ?? ''),
		);
		return { grams, data };
	}

	/** The same once the figures are as wanted: a changed equipment is saved before it is shown. */
	const cardsWhere = (isWanted: (grams: string) => boolean) =>
		until(async () => {
			const shown = await cards();
			return isWanted(shown.grams) ? shown : null;
		}, 'the grams of the week');

	/** Central grams of the exported week, all its rows together. */
	async function exportedGrams(): Promise<number> {
		const path = await exportWeek(dashboard, week, { downloadDir, folder: downloadDir });
		const [head = [], ...rows] = parseCsv(readFileSync(path, 'utf8').slice(1), ';');
		rmSync(path);
		const column = head.indexOf('co2e_g_central');
		return rows.reduce((sum, row) => sum + Number(row[column]?.replace(',', '.')), 0);
	}

	/** The week by the code of the figures, from what is stored now. */
	async function expectedGrams(profile: Profile): Promise<number> {
		const { days, courses } = await readAllHistory(dashboard);
		return estimateUse(useOf(summariseWeek(week, days, courses, profile).total), profile).co2eGrams.central;
	}

	async function choose(field: string, value: string): Promise<void> {
		await dashboard.evaluate(() => location.assign('#reglages'));
		await dashboard.waitFor(() => document.querySelector('.profile'));
		await dashboard.evaluate(
			(id, chosen) => {
				const select = document.getElementById(id) as HTMLSelectElement;
				select.value = chosen;
				select.dispatchEvent(new Event('change', { bubbles: true }));
			},
			field,
			value,
		);
	}

	const profileState = () =>
		dashboard.evaluate(() => document.querySelector('.profile [role=status]')?.textContent ?? '');

	it('assumes it at first, as the settings and the grams show', async () => {
		await cards();
		expect(await dashboard.evaluate(() => document.querySelector('.carbon > p')?.textContent)).toContain(
			'équipement supposé',
		);
		await dashboard.evaluate(() => location.assign('#reglages'));
		await dashboard.waitFor(() => document.querySelector('.profile'));
		await until(async () => (await profileState()).includes('Supposé'), 'the equipment to be assumed');
	});

	it('changes the week and its file immediately, and nothing that was measured', async () => {
		const before = await cardsWhere((grams) => grams !== '');
		const stored = await readAllHistory(dashboard);
		expect(Math.abs((await exportedGrams()) - (await expectedGrams(DEFAULT_PROFILE)))).toBeLessThan(ROUNDING_GRAMS);
		// One after the other: each is shown once it is saved.
		await choose('profile-country', 'PL');
		const between = await cardsWhere((grams) => grams !== '' && grams !== before.grams);
		await choose('profile-device', 'desktop');
		const after = await cardsWhere((grams) => !['', before.grams, between.grams].includes(grams));
		const profile: Profile = { ...DEFAULT_PROFILE, country: 'PL', device: 'desktop' };
		expect(after.grams).not.toBe(before.grams);
		expect(after.data).toBe(before.data);
		expect(Math.abs((await exportedGrams()) - (await expectedGrams(profile)))).toBeLessThan(ROUNDING_GRAMS);
		expect(await expectedGrams(profile)).toBeGreaterThan(await expectedGrams(DEFAULT_PROFILE));
		expect(await readAllHistory(dashboard)).toEqual(stored);
	});

	it('is read by the popup, no longer called guessed, and can be guessed again', async () => {
		const { grams } = await cardsWhere((shown) => shown !== '');
		/** Opens the popup, and waits until its week shows these words. */
		const weekInPopup = async (words: string): Promise<string> => {
			const popup = await driver.openPopup(lesson);
			await popup.waitFor(() => document.querySelector('.week-figures'));
			const read = () => popup.evaluate(() => document.querySelector('.week')?.textContent ?? '');
			await until(async () => (await read()).includes(words), words);
			const text = await read();
			await popup.close();
			return text;
		};
		expect(await weekInPopup(grams)).not.toContain('supposé');
		await dashboard.evaluate(() => location.assign('#reglages'));
		// Chromium clicks in no tab that is behind another.
		await dashboard.bringToFront();
		await dashboard.click('.profile .state button');
		await until(async () => (await profileState()).includes('Supposé'), 'the equipment to be guessed again');
		expect(await weekInPopup('Équipement supposé')).not.toContain(grams);
	});

	it('changes an open dashboard and an open popup when it is set in another tab', async () => {
		const { grams } = await cardsWhere((shown) => shown !== '');
		const other = await driver.openExtensionPage('dashboard.html#reglages');
		await other.waitFor(() => document.querySelector('.profile'));
		const popup = await driver.openPopup(lesson);
		await popup.waitFor(() => document.querySelector('.week-figures'));
		const weekInPopup = () => popup.evaluate(() => document.querySelector('.week')?.textContent ?? '');
		await until(async () => (await weekInPopup()).includes(grams), 'the grams in the popup');
		await other.evaluate(() => {
			const select = document.querySelector<HTMLSelectElement>('#profile-country') as HTMLSelectElement;
			select.value = 'AU';
			select.dispatchEvent(new Event('change', { bubbles: true }));
		});
		const shown = () =>
			dashboard.evaluate(() => [...document.querySelectorAll('.figure-card .figure')].at(-1)?.textContent ?? '');
		const differs = async () => {
			const text = await shown();
			return text !== '' && text !== grams ? text : null;
		};
		const changed = await until(differs, 'the first tab to follow');
		await until(async () => (await weekInPopup()).includes(changed), 'the popup to follow');
		await popup.close();
		await other.close();
	});
});
