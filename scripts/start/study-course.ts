import { setTimeout as sleep } from 'node:timers/promises';
import type { StartOptions } from '@/scripts/setup/start-options.mjs';
import type { Course } from '@/tests/course/server';
import type { Lesson } from '@/tests/course/study';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { countExactly, followCourse, studyLesson } from '@/tests/e2e/rig/study-lesson';
import { createFormat } from '@/utils/core/units/format';
import { askAssistant } from './ask-assistant';
import { WORDS } from './words';

/** What really happened in a course, or in a part of it. */
export interface Truth {
	readonly courseKey: string;
	/** Bytes that the browser read from the course's servers. */
	readonly trueBytes: number;
	/** Seconds that the videos' own clocks advanced. */
	readonly playedSeconds: number;
}

/** Videos play this long, so that the whole stays near a minute. */
const PLAY_SECONDS = 4;
/** Lesson with images from the media server: without access to that, the popup offers to count them exactly. */
const FIRST_LESSON_ID = '102';
/** The lesson beside which the assistant is asked. */
const ASKING_ID = '101';
/** The lesson whose video plays on while the popup is photographed: last, so that the popup's week is whole. */
const PHOTOGRAPHED_ID = '104';
/** The popup's tip about a video needs 30 s of it, and a player's first segments may be small ones. */
const PHOTOGRAPH_AT_SECONDS = 35;
const PHOTOGRAPHED_SECONDS = 41;
const TIP_TIMEOUT_MS = 3_000;
/** A page's final report may be this late. */
const FINAL_REPORT_MS = 2_000;
const SECOND_MS = 1_000;

/** Follows the site by the popup, studies every lesson, and writes the popup's picture over a playing video. */
export async function studyCourse(
	driver: Driver,
	course: Course,
	popupPicture: string,
	say: (line: string) => void,
	lang: StartOptions['lang'],
): Promise<readonly Truth[]> {
	const format = createFormat(lang);
	const page = await driver.newPage();
	const first = find(course, FIRST_LESSON_ID);
	const last = find(course, PHOTOGRAPHED_ID);
	const truths = [await follow(driver, page, course, first)];
	say(WORDS[lang].following);
	for (const lesson of [...course.lessons.filter((one) => one !== last), last]) {
		const [{ trueBytes, playedSeconds }] = await Promise.all([
			studyLesson(page, course, lesson, lesson === last ? PHOTOGRAPHED_SECONDS : PLAY_SECONDS),
			lesson === last && photographPopup(driver, page, popupPicture),
		]);
		truths.push({ courseKey: lesson.courseKey, trueBytes, playedSeconds });
		const video = lesson.video ? `, ${WORDS[lang].played(format.duration(playedSeconds * SECOND_MS))}` : '';
		say(`${lesson.title} (${format.bytes(trueBytes)}${video})`);
		if (lesson.id !== ASKING_ID) continue;
		const asked = await askAssistant(driver, course);
		truths.push(asked);
		say(`${WORDS[lang].asked} (${format.bytes(asked.trueBytes)})`);
	}
	await sleep(FINAL_REPORT_MS);
	return truths;
}

/** Follows the site and accepts exact counting, both in the real popup; what that cost belongs to the lesson's course. */
async function follow(driver: Driver, page: Page, course: Course, lesson: Lesson): Promise<Truth> {
	course.truth.reset();
	await page.goto(`${course.courseUrl}/course/view.php?id=${lesson.courseKey}`);
	await followCourse(driver, page, course);
	await page.goto(course.courseUrl + lesson.path);
	await countExactly(driver, page);
	await page.goto('about:blank');
	await course.truth.settle();
	const trueBytes = course.truth.requests().reduce((sum, { deliveredBytes }) => sum + deliveredBytes, 0);
	return { courseKey: lesson.courseKey, trueBytes, playedSeconds: 0 };
}

/** Opens the popup once the page's video has played long enough for a tip, and writes its picture. */
async function photographPopup(driver: Driver, page: Page, path: string): Promise<void> {
	const isFar = (seconds: number) => (document.querySelector('video')?.currentTime ?? 0) >= seconds;
	await until(
		() => page.evaluate(isFar, PHOTOGRAPH_AT_SECONDS),
		'the video to play',
		PHOTOGRAPHED_SECONDS * 2 * SECOND_MS,
	);
	const popup = await driver.openPopup(page);
	await popup.waitFor(() => document.querySelector('.page .figure') && document.querySelector('.video'));
	await popup
		.waitFor(() => document.querySelector('.tip'), TIP_TIMEOUT_MS)
		.catch(() => {
			// On a slow machine the player may stay with a small picture, which leaves nothing to advise.
		});
	await popup.waitFor(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
	await popup.screenshot(path);
	await popup.close();
}

function find(course: Course, id: string): Lesson {
	const lesson = course.lessons.find((one) => one.id === id);
	if (!lesson) throw new Error(`The course has no lesson ${id}.`);
	return lesson;
}
