/**
 * What `npm run screenshots -- --timelapse` ends in: the panel beside a lesson of the demo course on a display of its own (Xvfb), one
 * picture a second for two minutes in out/timelapse/<browser>-<language>/, with contact sheets. Prints what the learner does and each control
 * that moves. `--browser firefox` for one, `--lang en` for the other language.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page, Tab } from '@/tests/e2e/drivers/driver';
import { placesOfControls } from '@/tests/e2e/pages/places';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { seed } from '@/tests/e2e/rig/seed';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import { dayOf, weekOf } from '@/utils/core/units/day';
import { sampleHistory } from './screenshots/history.ts';
import { ROOT } from './setup/paths.mjs';
import { DISPLAY_PX, type Display, makeSheets, openDisplay, recordDisplay } from './timelapse/display.ts';

const SECONDS = 120;
const MS_PER_S = 1_000;
/** A video that is larger than its frame, and a lesson without one. */
const VIDEO = '/mod/page/view.php?id=104';
const IMAGES = '/mod/page/view.php?id=102';
/** A video of another host: the popup offers to measure it. */
const ELSEWHERE = '/mod/page/view.php?id=202';

/** The extension interfaces called in its background; never called here. */
declare const chrome: {
	windows: { getCurrent(): Promise<{ id: number }>; update(id: number, size: object): Promise<object> };
	storage: { local: { set(items: object): Promise<void> } };
};

/** What a learner has before them. */
interface Lesson {
	readonly driver: Driver;
	readonly course: Course;
	readonly page: Tab;
	readonly panel: Page;
}

/** What the learner does, and at which second. */
const SCRIPT: readonly (readonly [second: number, what: string, act: (lesson: Lesson) => Promise<unknown>])[] = [
	[6, 'plays the video', ({ page }) => page.click('video')],
	[14, 'clicks on the heading', ({ page }) => page.click('h1')],
	[52, 'acts on the tip', ({ panel }) => panel.click('.tip .actions button')],
	[68, 'opens another lesson in a tab', ({ driver, course }) => driver.newPage(course.courseUrl + IMAGES)],
	[80, 'returns to the video', ({ page }) => page.bringToFront()],
	[94, 'pauses', ({ page }) => page.evaluate(() => document.querySelector('video')?.pause())],
	[100, 'reads on below', ({ page }) => page.evaluate(() => scrollBy(0, 400))],
	[108, 'switches sober mode on', ({ panel }) => panel.click('.sober .switch input')],
];

async function follow(lesson: Lesson): Promise<void> {
	const startedMs = performance.now();
	const elapsed = () => (performance.now() - startedMs) / MS_PER_S;
	let places: Record<string, string> = {};
	let script = SCRIPT;
	while (elapsed() < SECONDS) {
		const [[second, what, act] = []] = script;
		if (act && elapsed() >= (second ?? 0)) {
			script = script.slice(1);
			console.log(`${elapsed().toFixed(0).padStart(4)} s  the learner ${what}`);
			await act(lesson).catch((error) => console.log(`        not possible: ${error}`));
		}
		const now = await lesson.panel.evaluate(placesOfControls);
		for (const [name, place] of Object.entries(now)) {
			const before = places[name];
			if (before && before !== place)
				console.log(`${elapsed().toFixed(0).padStart(4)} s  ${name}: ${before} to ${place}`);
		}
		places = now;
		await sleep(MS_PER_S);
	}
}

/** Makes the window as large as the display. */
async function fillDisplay(size: object): Promise<void> {
	const { id } = await chrome.windows.getCurrent();
	await chrome.windows.update(id, { left: 0, top: 0, ...size });
}

async function record(browser: Driver['browser'], lang: 'fr' | 'en', display: Display): Promise<void> {
	const folder = join(ROOT, 'out', 'timelapse', `${browser}-${lang}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const course = await startCourse();
	const driver = await openWithExtension(browser, { lang, headless: false });
	try {
		await driver.evaluateInBackground(fillDisplay, DISPLAY_PX);
		await driver.evaluateInBackground((value) => chrome.storage.local.set({ language: { version: 1, value } }), lang);
		const page = await driver.newPage(course.courseUrl + IMAGES);
		await followCourse(driver, page, course);
		// Counted from the next page on.
		await page.goto(course.courseUrl + ELSEWHERE);
		await countExactly(driver, page);
		const today = dayOf(new Date());
		await seed(driver, sampleHistory(weekOf(today), today));
		await page.goto(course.courseUrl + VIDEO);
		const panel = await driver.openPanel(page);
		await panel.waitFor(() => document.querySelector('.page .figure'));
		// It is shorter than the lesson.
		await page.evaluate(() => document.querySelector('video')?.setAttribute('loop', ''));
		console.log(`${browser}, ${lang}`);
		await Promise.all([recordDisplay(display, SECONDS, folder), follow({ driver, course, page, panel })]);
		await makeSheets(folder);
	} finally {
		await driver.close();
		await course.close();
	}
}

const { values } = parseArgs({
	options: {
		browser: { type: 'string' },
		lang: { type: 'string', default: 'fr' },
		timelapse: { type: 'boolean' },
	},
});
const browsers = (['chromium', 'firefox'] as const).filter((name) => (values.browser ?? name) === name);
const display = await openDisplay();
process.env.DISPLAY = display.name;
try {
	for (const browser of browsers) await record(browser, values.lang === 'en' ? 'en' : 'fr', display);
} finally {
	await display.close();
}
