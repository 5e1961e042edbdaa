import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import { COURSES, LESSON as LESSON_DAY } from '@/tests/core/export/week';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { buildWith, extensionDir } from '@/tests/e2e/rig/extension-dir';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { expectLocal, readStored } from '@/tests/e2e/rig/stored';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';

const WEEK = shiftWeek(weekOf(dayOf(new Date())), -1);
const LESSON = '/mod/page/view.php?id=102';

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	tabs: { query(all: object): Promise<{ id: number; active: boolean; url?: string }[]> };
	permissions: { contains(asked: object): Promise<boolean> };
	storage: { local: { set(items: object): Promise<void> } };
	notifications: {
		getAll(): Promise<object>;
		/** Chromium's own way to say what a person does; Firefox has none. */
		onClicked: { dispatch(id: string): void };
	};
	action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
};

/** Runs in the background. */
function isAllowed(): Promise<boolean> {
	return chrome.permissions.contains({ permissions: ['notifications'] });
}

/** Runs in the background: the button's badge in each tab, by the address if the extension has access to it. */
async function readButtons(): Promise<{ url: string; text: string; title: string }[]> {
	const tabs = await chrome.tabs.query({});
	return Promise.all(
		tabs.map(async ({ id: tabId, url = '' }) => ({
			url,
			text: await chrome.action.getBadgeText({ tabId }),
			title: await chrome.action.getTitle({ tabId }),
		})),
	);
}

inBothBrowsers('what Sobrio shows by itself', (browser) => {
	let course: Course;
	let driver: Driver;
	let dashboard: Page;
	let lesson: Page;

	const folder = mkdtempSync(join(tmpdir(), 'sobrio-notices-'));

	beforeAll(async () => {
		course = await startCourse();
		const dir =
			browser === 'firefox' ? extensionDir(browser) : buildWith('notifications', browser, join(folder, 'build'));
		driver = await openWithExtension(browser, { extensionDir: dir });
		dashboard = await openDashboard(driver);
		lesson = await driver.newPage(course.courseUrl);
		await followCourse(driver, lesson, course);
		await lesson.goto(course.courseUrl + LESSON);
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const buttons = () => driver.evaluateInBackground(readButtons);
	const reported = async () => (await buttons()).filter(({ text }) => text !== '');

	async function tick(index: number): Promise<void> {
		await dashboard.bringToFront();
		await dashboard.evaluate(() => location.assign('#reglages'));
		await dashboard.click(`.notices label:nth-of-type(${index}) input`);
	}

	it('the badge is off by default, shows the megabytes of measured tabs only, and disappears when it is switched off', async () => {
		// The tick of a site that was just followed goes with its page.
		await until(async () => (await reported()).length === 0, 'no badge');
		await tick(1);
		// The title is set after the badge, and both change while the page loads.
		const isWhole = ({ text, title }: { text: string; title: string }) =>
			title === `Sobrio\u00a0: ${text}\u00a0Mo pour cette page`;
		const [button, ...others] = await until(async () => {
			const shown = await reported();
			return shown.length > 0 && shown.every(isWhole) ? shown : null;
		}, 'the badge and its title');
		expect(others).toEqual([]);
		expect(button?.url).toBe(course.courseUrl + LESSON);
		expect(button?.text).toMatch(/^<?\d+(,\d)?$/);
		await lesson.bringToFront();
		await lesson.goto('about:blank');
		await until(async () => (await reported()).length === 0, 'the badge to leave with the page');
		await lesson.goto(course.courseUrl + LESSON);
		await until(async () => (await reported()).length === 1, 'the badge of the next page');
		await tick(1);
		await until(async () => (await buttons()).every(({ text, title }) => !text && title === 'Sobrio'), 'no badge');
	});

	const mark = () => driver.evaluateInBackground(() => chrome.action.getBadgeText({}));
	const notified = async () => Object.keys(await driver.evaluateInBackground(() => chrome.notifications.getAll()));
	const restart = async () => {
		await driver.stopBackground();
		await driver.evaluateInBackground(() => true);
	};

	it('the reminder shows no week before it is switched on, the next one once, and opens it', async () => {
		await driver.grantHost('*://*/*');
		await seed(driver, { days: [{ ...LESSON_DAY, day: daysOfWeek(WEEK)[2] as string }], courses: COURSES });
		await tick(2);
		await until(async () => 'nudgedWeek' in (await readStored(driver)).local, 'the preference');
		await restart();
		expect({ mark: await mark(), notified: await notified() }).toEqual({ mark: '', notified: [] });

		// Between two lives of the background: the one before might read it while it starts, and be stopped before it shows anything.
		await driver.stopBackground();
		await dashboard.evaluate(
			(value) => chrome.storage.local.set({ nudgedWeek: { version: 1, value } }),
			shiftWeek(WEEK, -1),
		);
		await driver.evaluateInBackground(() => true);
		await until(async () => (await mark()) === '•', 'the mark');
		// Without a desktop to draw it, Firefox closes a notification as soon as it is made.
		if (browser === 'chromium')
			await until(async () => (await notified()).includes(`week:${WEEK}`), 'the notification');
		expect(await driver.evaluateInBackground(isAllowed)).toBe(true);
		await expectLocal(driver, ({ nudgedWeek }) => expect(nudgedWeek).toEqual({ version: 1, value: WEEK }));

		await dashboard.evaluate(() => location.assign('#semaine'));
		await until(async () => (await mark()) === '', 'the mark to disappear once the figures are viewed');
		if (browser === 'firefox') return;
		await driver.evaluateInBackground((id) => chrome.notifications.onClicked.dispatch(id), `week:${WEEK}`);
		const opened = `${driver.extensionUrl}dashboard.html#semaine/${WEEK}`;
		await until(async () => (await buttons()).some(({ url }) => url === opened), 'the week');
		await until(async () => (await notified()).length === 0, 'the notification to go');
	});
});
