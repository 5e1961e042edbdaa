import { setTimeout as sleep } from 'node:timers/promises';
import type { Course } from '@/tests/course/server';
import type { Lesson } from '@/tests/course/study';
import type { Driver, Frame, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';

/** How long a learner stays on a lesson without a video: time to load and report. */
const READING_MS = 2_500;
const SLIDE_MS = 600;
const ANSWER_MS = 400;
/** After this long, a player that still loads ahead is taken to load without end, as Chromium does with a plain video. */
const REST_TIMEOUT_MS = 4_000;

const EVERYWHERE = '*://*/*';

/** The truth about a lesson, from the page's video and the servers' sockets. */
export interface StudiedLesson {
	readonly lesson: Lesson;
	/** Seconds that the video's own clock advanced; 0 without a video. */
	readonly playedSeconds: number;
	/** Bytes that crossed to the browser for this lesson, from both servers. */
	readonly trueBytes: number;
}

/** The offer to follow a site that is not recognised. */
export const BY_HAND = '.notice button';

/** Opens the popup over a lesson and clicks "Follow this site"; the driver grants the permission. */
export async function followCourse(
	driver: Driver,
	page: Page,
	course: Pick<Course, 'courseUrl'>,
	button = 'button.main',
): Promise<void> {
	await driver.grantHost(patternOf(course.courseUrl));
	const popup = await driver.openPopup(page);
	await popup.click(button);
	await until(() => isGranted(driver, patternOf(course.courseUrl)), 'the site to be followed');
	await popup.waitFor(`document.querySelector('${button}') === null`);
	await popup.close();
}

/** Accepts the popup's offer to count everything exactly; the page must hold a figure that is not measured. */
export async function countExactly(driver: Driver, page: Page): Promise<void> {
	await driver.grantHost(EVERYWHERE);
	const popup = await driver.openPopup(page);
	await popup.click('.exact button');
	await until(() => isGranted(driver, EVERYWHERE), 'all hosts to be granted');
	await popup.close();
}

/** Takes all host permissions back, as a learner may in the browser’s settings; the page loads anew without any. */
export async function loseAccess(driver: Driver, page: Page, course: Pick<Course, 'courseUrl'>): Promise<void> {
	const url = await page.url();
	for (const pattern of [EVERYWHERE, patternOf(course.courseUrl)]) {
		// Chromium has dropped the narrower grant with the wider one.
		if (!(await isGranted(driver, pattern))) continue;
		await driver.revokeHost(pattern);
		await until(async () => !(await isGranted(driver, pattern)), `${pattern} to be revoked`);
	}
	// Chromium's activeTab, given with the popup, outlives a navigation within the same site.
	await page.goto('about:blank');
	await page.goto(url);
}

function patternOf(url: string): string {
	return `*://${new URL(url).hostname}/*`;
}

function isGranted(driver: Driver, pattern: string): Promise<boolean> {
	return driver.evaluateInBackground(async (origin) => {
		const { chrome } = globalThis as unknown as {
			chrome: { permissions: { contains(asked: { origins: string[] }): Promise<boolean> } };
		};
		return chrome.permissions.contains({ origins: [origin] });
	}, pattern);
}

/** Studies one lesson as a learner does, for `playSeconds` where it has a video, and returns its true cost. */
export async function studyLesson(
	page: Page,
	course: Course,
	lesson: Lesson,
	playSeconds: number,
): Promise<StudiedLesson> {
	course.truth.reset();
	await page.bringToFront();
	await page.goto(course.courseUrl + lesson.path);
	const playedSeconds = await doTask(page, lesson, playSeconds);
	await rest(course);
	await page.goto('about:blank');
	await course.truth.settle();
	const requests = course.truth.requests().filter(({ url }) => !url.includes('favicon'));
	return { lesson, playedSeconds, trueBytes: requests.reduce((sum, { deliveredBytes }) => sum + deliveredBytes, 0) };
}

/**
 * Stays until the player takes no more. Of a transfer that a leaving page breaks off the server knows only what had been read
 * when it last looked, and within those 50 ms this machine moves megabytes.
 */
export async function rest({ truth }: Course): Promise<void> {
	if (!(await truth.settle(REST_TIMEOUT_MS))) return;
	await sleep(ANSWER_MS);
	await truth.settle(REST_TIMEOUT_MS);
}

async function doTask(page: Page, lesson: Lesson, playSeconds: number): Promise<number> {
	switch (lesson.task) {
		case 'play':
			await startVideo(page);
			return playVideo(page, playSeconds);
		case 'turn':
			await turnSlides(page);
			break;
		case 'answer':
			await answerQuiz(page);
			break;
		case 'download':
			await page.click('#resource-link');
			break;
	}
	await sleep(READING_MS);
	return 0;
}

/** Clicks on the video, as a learner does: its own controls or its player then play it. */
async function startVideo(page: Page): Promise<void> {
	await page.waitFor(hasMetadata);
	await page.click('video');
	await sleep(ANSWER_MS);
}

function hasMetadata(): boolean {
	return (document.querySelector('video')?.readyState ?? 0) >= HTMLMediaElement.HAVE_METADATA;
}

/** Plays the video of the page until its own clock has advanced by so many seconds; gives what it did advance. */
export async function playVideo(page: Page, seconds: number): Promise<number> {
	await page.waitFor(hasMetadata);
	await page.evaluate(() => document.querySelector('video')?.play());
	await until(async () => (await positionOf(page)) >= seconds, `${seconds} s of video`, seconds * 3_000 + 20_000);
	await page.evaluate(() => document.querySelector('video')?.pause());
	const played = await positionOf(page);
	await sleep(ANSWER_MS);
	return played;
}

function positionOf(page: Frame): Promise<number> {
	return page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
}

async function turnSlides(page: Page): Promise<void> {
	const slides = await until(async () => {
		const frames = await page.frames();
		for (const frame of frames) if (await frame.evaluate(() => document.querySelector('#next') !== null)) return frame;
		return null;
	}, 'the package in its frame');
	for (let turn = 0; turn < 3; turn++) {
		await sleep(SLIDE_MS);
		await slides.evaluate(() => document.querySelector<HTMLButtonElement>('#next')?.click());
	}
}

async function answerQuiz(page: Page): Promise<void> {
	await page.waitFor(() => document.querySelector('.answer input') !== null);
	while (await page.evaluate(() => document.querySelector('.answer input') !== null)) {
		await page.evaluate(() => {
			const input = document.querySelector<HTMLInputElement>('.answer input');
			input?.setAttribute('data-answered', '');
			input?.click();
		});
		await sleep(ANSWER_MS);
		await page.evaluate(() => document.querySelector<HTMLButtonElement>('#mod_quiz-next-nav')?.click());
		// The next question takes the place of this one, or the summary does.
		await page.waitFor(() => document.querySelector('.answer [data-answered]') === null);
		await sleep(ANSWER_MS);
	}
}
