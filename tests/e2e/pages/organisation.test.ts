import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURSES, LESSON } from '@/tests/core/export/week';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { setPolicy } from '@/tests/e2e/drivers/policy';
import { until } from '@/tests/e2e/drivers/wait';
import { faultsOfStates } from '@/tests/e2e/looks/axe-faults';
import { ask } from '@/tests/e2e/rig/audits';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { extensionDir } from '@/tests/e2e/rig/extension-dir';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { COURSE_LENGTH, codeOf, courseMessage } from '@/utils/core/export/code';
import { dayOf } from '@/utils/core/units/day';

const SALT = '9f2c41d07be85a63c1e0f7d4b2a89635';
const LRS = { endpoint: 'https://lrs.cfa.example/xapi', key: 'cfa', secret: 'geheim', weekly: true };
const CODE = codeOf(createHmac('sha256', SALT).update(courseMessage('moodle.example 7')).digest(), COURSE_LENGTH);

/** The list of audits where the organisation forbids them; another notice has no heading. */
const FORBIDDEN = { name: 'audits-forbidden', path: 'dashboard.html#audits', ready: '.notice h2' };

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	tabs: { query(which: object): Promise<{ id: number; url?: string }[]> };
	storage: { managed: { get(key: null): Promise<{ courseSalt?: string }> } };
	scripting: {
		executeScript(script: { target: object; func: () => unknown }): Promise<{ result: unknown }[]>;
	};
};

inBothBrowsers('with what an organisation offers', (browser) => {
	let driver: Driver;
	let course: Course;
	let dashboard: Tab;
	let restorePolicy = () => {};

	beforeAll(async () => {
		restorePolicy = setPolicy(browser, extensionDir(browser), { courseSalt: SALT, lrs: LRS, audits: false });
		course = await startCourse();
		driver = await openWithExtension(browser);
		await seed(driver, { days: [{ ...LESSON, day: dayOf(new Date()) }], courses: COURSES });
		dashboard = await driver.openExtensionPage('dashboard.html#reglages');
	});

	afterAll(async () => {
		restorePolicy();
		await driver?.close();
		await course?.close();
	});

	/** The learner's code and that of the course in the file that is shown for sharing. */
	const codes = () =>
		dashboard.evaluate(() => {
			const [, row = ''] = (document.querySelector('textarea')?.value ?? '').split('\n');
			const [source = '', , , code = ''] = row.split(',');
			return { source, code };
		});
	/** The same once the course has, or has not, the code of the organisation. */
	const exportedCodes = async (isCommon: boolean) => {
		await dashboard.evaluate(() => location.assign('#export'));
		const isThere = async () => {
			const { code } = await codes();
			return code !== '' && (code === CODE) === isCommon;
		};
		await until(isThere, 'the export');
		expect(await dashboard.evaluate(() => document.body.textContent)).not.toContain(SALT);
		const found = await codes();
		await dashboard.evaluate(() => location.assign('#reglages'));
		await dashboard.waitFor(() => document.querySelector('#organisation-courses'));
		return found;
	};
	const answer = (name: string) =>
		until(
			() =>
				dashboard.evaluate((wanted) => {
					const buttons = document.querySelectorAll<HTMLElement>('[aria-labelledby=organisation-courses] button');
					const found = [...buttons].find(({ textContent }) => textContent === wanted);
					found?.click();
					return found !== undefined;
				}, name),
			`the button ${name}`,
		);
	const state = () =>
		dashboard.evaluate(
			() => document.querySelector('[aria-labelledby=organisation-courses] [role=status]')?.textContent ?? '',
		);

	it('gives courses the organisation’s codes once the learner agrees, and takes them back', async () => {
		await dashboard.waitFor(() => document.querySelector('#organisation-lrs'));
		const before = await exportedCodes(false);
		await answer('Accepter');
		await until(async () => (await state()) === 'Vous avez accepté.', 'the agreement');
		expect(await exportedCodes(true)).toEqual({ source: before.source, code: CODE });
		await answer('Reprendre mon accord');
		await until(async () => (await state()) === 'Vous avez refusé.', 'the refusal');
		expect(await exportedCodes(false)).toEqual(before);
	});

	it('keeps content scripts from its policy in Chromium; Firefox has no such limit', async () => {
		const lesson = await driver.newPage(course.courseUrl);
		await followCourse(driver, lesson, course);
		const read = await driver.evaluateInBackground(async (url) => {
			const [tab] = (await chrome.tabs.query({})).filter((each) => each.url?.startsWith(url));
			const script = () =>
				chrome.storage.managed.get(null).then(
					({ courseSalt }) => courseSalt ?? 'none',
					() => 'refused',
				);
			const [{ result } = { result: 'no script' }] = await chrome.scripting.executeScript({
				target: { tabId: tab?.id },
				func: script,
			});
			return result;
		}, course.courseUrl);
		expect(read).toBe(browser === 'chromium' ? 'refused' : SALT);
	});

	it('says that audits are forbidden, which axe-core finds right in both languages, light and dark', async () => {
		await until(async () => !(await ask(dashboard, 'audit/state', {})).isAllowed, 'the policy');
		const texts: string[] = [];
		const { faults } = await faultsOfStates(driver, [FORBIDDEN], async (page) => {
			texts.push(await page.evaluate(() => document.querySelector('.notice h2 + p')?.textContent ?? ''));
			return [];
		});
		expect(faults).toEqual([]);
		expect([...new Set(texts)]).toEqual([
			expect.stringMatching(/^Votre organisation n’autorise pas les audits/),
			expect.stringMatching(/^Your organisation does not allow audits/),
		]);
	});
});
