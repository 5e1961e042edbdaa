import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '@/tests/course/server';
import type { Driver, Page, Tab } from '@/tests/e2e/drivers/driver';
import { seed } from '@/tests/e2e/rig/seed';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import { LANGUAGES, type Language } from '@/utils/core/units/language';
import { sampleHistory } from './history.ts';
import { IMAGES, playUntil, VIDEO } from './session.ts';
import { rest, speak } from './states.ts';
import {
	SCREENSHOT_SIZE,
	SCREENSHOTS,
	type ScreenshotName,
	type Size,
	screenshotBody,
	TILES,
	tileBody,
} from './store-pictures.ts';

/** A tip on a video comes after half a minute of it. */
const TIP_SECONDS = 34;
/** Width of the panel, about that of Chrome's. */
const PANEL_WIDTH_PX = 320;
const [WIDTH_PX, HEIGHT_PX] = SCREENSHOT_SIZE;

/** Where the parts of the pictures are, and the pictures, by language. */
export interface Folders {
	readonly parts: string;
	readonly out: string;
}

/** Studies a lesson with a video, and writes what is seen of it and of Sobrio in `parts`. */
export async function photographStudy(driver: Driver, course: Course, { parts }: Folders): Promise<void> {
	const today = dayOf(new Date());
	const lastWeek = shiftWeek(weekOf(today), -1);
	const lesson = await driver.newPage(`${course.courseUrl}/course/view.php?id=12`);
	await followCourse(driver, lesson, course);
	await lesson.goto(course.courseUrl + IMAGES);
	await countExactly(driver, lesson);
	await seed(driver, sampleHistory(weekOf(today), today));

	await lesson.goto(course.courseUrl + VIDEO);
	await playUntil(lesson, TIP_SECONDS);
	// The tip is about a video that plays.
	await lesson.evaluate(() => {
		const video = document.querySelector('video');
		if (video) video.loop = true;
	});
	const popup = await driver.openPopup(lesson);
	await inEachLanguage(driver, popup, '.tip', (language) => popup.screenshot(partOf(parts, '1-popup', language)));
	await popup.close();
	await photograph(lesson, SCREENSHOT_SIZE, join(parts, 'over.png'));
	await photograph(lesson, [WIDTH_PX - PANEL_WIDTH_PX, HEIGHT_PX], join(parts, 'beside.png'));

	const panel = await driver.openPanel(lesson);
	const asPanel = (name: ScreenshotName) => (language: Language) =>
		photograph(panel, [PANEL_WIDTH_PX, HEIGHT_PX], partOf(parts, name, language));
	await inEachLanguage(driver, panel, '.tip', asPanel('2-panel'));
	await panel.click('.sober > .switch input');
	await panel.waitFor(() => document.querySelector('.sober[data-on=true]'));
	await inEachLanguage(driver, panel, '.sober[data-on=true]', async (language) => {
		await panel.click('.sober summary');
		await panel.evaluate(() => document.querySelector('.sober')?.scrollIntoView({ block: 'end' }));
		await asPanel('4-sober-mode')(language);
	});

	for (const [name, path, ready] of [
		['3-week', `dashboard.html#semaine/${lastWeek}`, '.courses'],
		['5-export', `dashboard.html#export/${lastWeek}`, '.preview'],
	] as const) {
		const page = await driver.openExtensionPage(path);
		await inEachLanguage(driver, page, ready, (language) =>
			photograph(page, SCREENSHOT_SIZE, partOf(parts, name, language)),
		);
		await page.close();
	}
}

/** Writes a screenshot of the size that stores take, from its parts. */
export async function makeScreenshot(
	page: Tab,
	name: ScreenshotName,
	language: Language,
	{ parts, out }: Folders,
): Promise<void> {
	const own = partOf(parts, name, language);
	const path = join(out, language, `${name}.png`);
	const layout = SCREENSHOTS[name];
	if (layout === 'alone') copyFileSync(own, path);
	else
		await draw(page, screenshotBody(layout, base64(own), base64(join(parts, `${layout}.png`))), SCREENSHOT_SIZE, path);
}

/** Writes a tile or the logo: `mark` is SVG. */
export async function makeTile(
	page: Tab,
	name: string,
	texts: { readonly mark: string; readonly shortText: string },
	folder: string,
): Promise<void> {
	await draw(page, tileBody(name, texts), TILES[name] as Size, join(folder, `${name}.png`));
}

/** Loads a page of Sobrio in each language, and shows it to `look` once `ready` selects an element and all has come to rest. */
async function inEachLanguage(
	driver: Driver,
	page: Page,
	ready: string,
	look: (language: Language) => Promise<void>,
): Promise<void> {
	const url = await page.url();
	for (const language of LANGUAGES) {
		await speak(driver, language);
		await page.goto('about:blank');
		await page.goto(url);
		await page.waitFor(
			`document.querySelector(${JSON.stringify(ready)}) && document.documentElement.lang.startsWith('${language}')`,
		);
		await rest(page);
		await look(language);
	}
}

/** Draws the HTML in the page, and writes what is seen. */
async function draw(page: Tab, body: string, size: Size, path: string): Promise<void> {
	await page.evaluate((html) => {
		document.body.innerHTML = html;
	}, body);
	await page.waitFor(() => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0));
	await photograph(page, size, path);
}

async function photograph(page: Page, [widthPx, heightPx]: Size, path: string): Promise<void> {
	await page.setViewport(widthPx, heightPx);
	await page.waitFor(`innerWidth === ${widthPx} && innerHeight === ${heightPx}`);
	await page.screenshot(path);
}

function partOf(parts: string, name: ScreenshotName, language: Language): string {
	return join(parts, `${name}-${language}.png`);
}

function base64(path: string): string {
	return readFileSync(path).toString('base64');
}
