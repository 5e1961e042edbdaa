import type { StartOptions } from '@/scripts/setup/start-options.mjs';
import { startCourse } from '@/tests/course/server';
import { DEMO_COURSES } from '@/tests/course/study';
import type { Driver } from '@/tests/e2e/drivers/driver';
import { StopAsked, withBrowser } from './session';
import { WORDS } from './words';

/** Opens the browser for a user, prints instructions, and waits until the user closes it or presses Ctrl+C. */
export async function guide(options: StartOptions): Promise<void> {
	const { url, lang } = options;
	const words = WORDS[lang];
	if (url !== null) return show(options, url, words.ownSteps(url));
	const course = await startCourse();
	try {
		const address = `${course.courseUrl}/course/view.php?id=${DEMO_COURSES[0]?.key}`;
		await show(options, address, words.steps(address));
	} finally {
		await course.close();
	}
}

async function show(options: StartOptions, address: string, steps: readonly string[]): Promise<void> {
	try {
		await withBrowser(options, null, async (driver) => {
			await driver.newPage(address);
			await closeOtherTabs(driver);
			console.log(`\n${steps.join('\n')}`);
			await driver.closed;
		});
	} catch (error) {
		if (!(error instanceof StopAsked)) throw error;
	}
}

/** Closes the blank tab that a browser starts with. */
async function closeOtherTabs(driver: Driver): Promise<void> {
	await driver.evaluateInBackground(async () => {
		const { tabs } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
		const others = await tabs.query({ active: false });
		await tabs.remove(others.map(({ id }) => id));
	});
}

interface ChromeTabs {
	tabs: {
		query(asked: { active: boolean }): Promise<{ id: number }[]>;
		remove(ids: number[]): Promise<void>;
	};
}
