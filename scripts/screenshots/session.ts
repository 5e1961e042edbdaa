import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askQuestions } from '@/scripts/start/ask-assistant';
import { assistantUrl } from '@/tests/course/assistant';
import type { Course } from '@/tests/course/server';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { ask } from '@/tests/e2e/rig/audits';
import { seed } from '@/tests/e2e/rig/seed';
import { BY_HAND, countExactly, followCourse, loseAccess } from '@/tests/e2e/rig/study-lesson';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { ENDED_AUDIT, PAUSED_AUDIT, RUNNING_AUDIT } from './audit-shots.ts';
import { sampleAudits } from './audits.ts';
import { writeGroupFiles } from './group-files.ts';
import { sampleAssistants, sampleHistory } from './history.ts';
import type { Shot } from './shot.ts';
import { dashboardShots, FIRST_USE, panelShot, popupShot } from './shots.ts';

/** A lesson with images of the media server. */
export const IMAGES = '/mod/page/view.php?id=102';
/** The lesson whose video is too large for its frame. */
export const VIDEO = '/mod/page/view.php?id=104';
const VIDEO_TIMEOUT_MS = 90_000;

/**
 * Goes through Sobrio's life from the install on, and shows every state on the way to `look`, some at a time. `files` is a
 * folder for what is opened; a video plays for `videoSeconds` before the popup over it is opened.
 */
export async function goThroughStates(
	driver: Driver,
	course: Course,
	{ files, videoSeconds }: { readonly files: string; readonly videoSeconds: number },
	look: (shots: readonly Shot[]) => Promise<void>,
): Promise<void> {
	const today = dayOf(new Date());
	const week = weekOf(today);
	await look(FIRST_USE);

	const lesson = await driver.newPage('about:blank');
	const popup = async (name: string, ready: string) => popupShot(name, await tabOf(driver, lesson), ready);
	const panel = async (name: string, ready: string) => panelShot(name, await tabOf(driver, lesson), ready);
	await look([await popup('popup-elsewhere', '.notice'), await panel('panel-unseen', '.notice')]);
	await lesson.goto(`${course.courseUrl}/course/view.php?id=12`);
	await showPopup(driver, lesson);
	await look([await popup('popup-follow', '.notice button'), await panel('panel-follow', '.notice button')]);

	await followCourse(driver, lesson, course);
	await lesson.goto(course.courseUrl + IMAGES);
	await look([await popup('popup-estimated', '.page .figure')]);
	await countExactly(driver, lesson);
	const { days, courses } = sampleHistory(week, today);
	await seed(driver, { days: [...days, ...sampleAssistants(today)], courses, ...sampleAudits(Date.now()) });

	await lesson.goto(course.courseUrl + VIDEO);
	await lesson.bringToFront();
	await playUntil(lesson, videoSeconds);
	await look([
		await popup('popup-video', '.page .figure'),
		await popup('popup-sober', '.sober summary'),
		await panel('panel-video', '.page .figure'),
		await popup('popup-sober-on', '.sober'),
	]);

	const badFile = join(files, 'sobrio-backup-2026-01-01.json');
	writeFileSync(badFile, '{"format":"sobrio-backup","version":99,"days":[]}');
	const lastWeek = shiftWeek(week, -1);
	await look(dashboardShots(week, writeGroupFiles(files, lastWeek, today), badFile));
	await look([await besideAssistant(driver, course)]);
	await clickInPopup(driver, lesson, 'button.audit-offer');
	await look([
		await popup('popup-audit', '.audit .actions'),
		await panel('panel-audit', '.audit .actions'),
		...RUNNING_AUDIT,
	]);
	const dashboard = await driver.openExtensionPage('dashboard.html#audits');
	await ask(dashboard, 'following/pause', { host: null, isOn: true });
	await look([await popup('popup-audit-paused', '.audit .actions'), PAUSED_AUDIT]);
	await ask(dashboard, 'following/pause', { host: null, isOn: false });
	await ask(dashboard, 'audit/stop', {});
	await dashboard.close();
	await look([ENDED_AUDIT]);

	await loseAccess(driver, lesson, course);
	await showPopup(driver, lesson);
	await look([
		await popup('popup-restore', '.notice button.main'),
		await panel('panel-restore', '.notice button.main'),
	]);
}

/** The panel beside an assistant that was asked something. */
async function besideAssistant(driver: Driver, course: Course): Promise<Shot> {
	const url = assistantUrl(course.courseUrl);
	const page = await driver.newPage(url);
	await followCourse(driver, page, { courseUrl: url }, BY_HAND);
	// Counted from the next page on.
	await page.goto(url);
	await askQuestions(page);
	return panelShot('panel-assistant', await tabOf(driver, page), '.page .figure');
}

/** Opens the real popup once: it gives the extension the right to know which page the tab shows. */
async function showPopup(driver: Driver, page: Tab): Promise<void> {
	const popup = await driver.openPopup(page);
	await popup.waitFor(() => document.querySelector('.notice h2'));
	await popup.close();
}

/** Clicks a button of the real popup over the page. */
async function clickInPopup(driver: Driver, page: Tab, selector: string): Promise<void> {
	await page.bringToFront();
	const popup = await driver.openPopup(page);
	await popup.click(selector);
	await popup.close();
}

/** Plays the page’s video, and goes on playing once it has come so far. */
export async function playUntil(page: Tab, seconds: number): Promise<void> {
	await page.waitFor(() => document.querySelector('video'));
	await page.evaluate(() => {
		const video = document.querySelector('video') as HTMLVideoElement;
		video.muted = true;
		return video.play();
	});
	const isFar = (wanted: number) => (document.querySelector('video')?.currentTime ?? 0) >= wanted;
	await until(() => page.evaluate(isFar, seconds), 'the video to play', VIDEO_TIMEOUT_MS);
}

/** The browser's id of the tab that a page is in. */
async function tabOf(driver: Driver, page: Tab): Promise<number> {
	const url = await page.url();
	const id = await driver.evaluateInBackground(async (wanted) => {
		const { chrome } = globalThis as unknown as {
			chrome: { tabs: { query(all: object): Promise<{ id: number; url?: string }[]> } };
		};
		const tabs = await chrome.tabs.query({});
		return (tabs.find(({ url: shown }) => shown === wanted) ?? tabs.find(({ url: shown }) => !shown))?.id;
	}, url);
	if (id === undefined) throw new Error(`No tab shows ${url}.`);
	return id;
}
