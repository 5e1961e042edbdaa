import { assistantUrl } from '@/tests/course/assistant';
import type { Course } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { BY_HAND, followCourse } from '@/tests/e2e/rig/study-lesson';
import type { Truth } from './study-course';

/** What a learner asks beside the lesson. */
const QUESTIONS = ['Comment protéger une équipe au bord de l’eau ?', 'Et si le courant est fort ?'];
/** Longer than the page takes to report. */
const ANSWER_TIMEOUT_MS = 20_000;

/** Follows the assistant beside the lesson by the popup and asks it two questions; what that cost is no course's. */
export async function askAssistant(driver: Driver, course: Course): Promise<Truth> {
	course.truth.reset();
	const url = assistantUrl(course.courseUrl);
	const page = await driver.newPage(url);
	await followCourse(driver, page, { courseUrl: url }, BY_HAND);
	// Counted from the next page on.
	await page.goto(url);
	await askQuestions(page);
	await page.goto('about:blank');
	await course.truth.settle();
	await page.close();
	const trueBytes = course.truth.requests().reduce((sum, { deliveredBytes }) => sum + deliveredBytes, 0);
	return { courseKey: '', trueBytes, playedSeconds: 0 };
}

/** Asks the questions on the assistant's page, each once the one before is answered. */
export async function askQuestions(page: Page): Promise<void> {
	for (const [index, question] of QUESTIONS.entries()) {
		await page.evaluate((text) => {
			const field = document.querySelector('textarea') as HTMLTextAreaElement;
			field.value = text;
			field.form?.requestSubmit();
		}, question);
		const isAnswered = `document.querySelectorAll('[data-done]').length > ${index}`;
		await page.waitFor(isAnswered, ANSWER_TIMEOUT_MS);
	}
}
