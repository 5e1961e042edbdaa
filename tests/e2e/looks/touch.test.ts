import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_IDS } from '@/scripts/screenshots/audits';
import { type Course, startCourse } from '@/tests/course/server';
import type { ChromiumPage } from '@/tests/e2e/drivers/chromium-page';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { openWithHistory } from '@/tests/e2e/rig/seed';
import { followCourse } from '@/tests/e2e/rig/study-lesson';

/** A lesson of the demo course, with images. */
const LESSON = '/mod/page/view.php?id=102';
/** A small phone. */
const PHONE = { width: 360, height: 640, hasTouch: true, isMobile: true };
/** A popup of Chrome on a computer with a touchscreen. */
const POPUP_PX = { width: 420, height: 600 };

/** WCAG 2.2, 2.5.5 and 2.5.8, in CSS pixels. */
const TARGET_PX = 44;
const SMALL_TARGET_PX = 24;

/**
 * What a finger meets. Both criteria leave out links in a sentence or a table, and areas of the map: its table has the same links.
 */
const TARGETS = 'button, select, summary, input, a[href]:not(:is(p, dd, td, th, caption, .treemap) a)';
/** Lines that unfold in a card, and what is below a button in the header. */
const SMALL = ':is(.page, .tip, .week, .sober, .audit) summary, .ways > .beside + .link';

/** Names of the visible targets that are less high than they must be, with their height. Runs in the page. */
function lowTargets(targets: string, small: string, targetPx: number, smallPx: number): readonly string[] {
	for (const fold of document.querySelectorAll('details')) fold.open = true;
	return [...document.querySelectorAll<HTMLElement>(targets)].flatMap((each) => {
		// A click anywhere on a label is one on its field.
		const box = (
			each.matches('input') && each.closest('label') ? (each.closest('label') as HTMLElement) : each
		).getBoundingClientRect();
		const leastPx = each.matches(small) ? smallPx : targetPx;
		if (box.width === 0 || Math.round(box.height) >= leastPx) return [];
		return [`${each.tagName} ${each.className} “${each.textContent?.trim()}”: ${box.height} px`];
	});
}

describe('with a finger on a phone', () => {
	let driver: Driver;
	let course: Course;
	let lesson: Tab;
	let tabId: number | undefined;

	beforeAll(async () => {
		course = await startCourse();
		driver = await openWithHistory('chromium');
		lesson = await driver.newPage(course.courseUrl + LESSON);
		await followCourse(driver, lesson, course);
		await lesson.goto(course.courseUrl + LESSON);
		tabId = await driver.evaluateInBackground(async (url) => {
			const { chrome } = globalThis as unknown as {
				chrome: { tabs: { query(all: object): Promise<{ id: number; url?: string }[]> } };
			};
			return (await chrome.tabs.query({})).find((tab) => tab.url?.startsWith(url))?.id;
		}, course.courseUrl);
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
	});

	async function open(path: string, ready: string, viewport = PHONE): Promise<Tab> {
		const page = await driver.openExtensionPage(path.replace('TAB', String(tabId)));
		await page.bringToFront();
		await (page as ChromiumPage).puppeteerPage.setViewport(viewport);
		await page.waitFor(`innerWidth === ${viewport.width} && matchMedia('(pointer: coarse)').matches`);
		await page.waitFor(`document.querySelector(${JSON.stringify(ready)})`);
		return page;
	}

	it.each([
		// The footer comes last.
		['popup.html?tab=TAB', 'footer button'],
		['sidepanel.html?tab=TAB', 'footer button'],
		['welcome.html', '.levels'],
		['dashboard.html', '.courses'],
		['dashboard.html#export', '.preview'],
		['dashboard.html#groupe', '#group-files'],
		[`dashboard.html#audits/${AUDIT_IDS[0]}`, '.treemap'],
		['dashboard.html#sites', '.sites li'],
		['dashboard.html#donnees', '.backup'],
		['dashboard.html#reglages', '.lrs'],
		['dashboard.html#aide', '.help'],
	])('%s: each target is 44 px high, and nothing overflows the width', async (path, ready) => {
		const page = await open(path, ready);
		// Charts are drawn again after the window has changed.
		await page.waitFor(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
		expect(await page.evaluate(lowTargets, TARGETS, SMALL, TARGET_PX, SMALL_TARGET_PX)).toEqual([]);
		await page.close();
	});

	it('a popup of 600 px shows the page, a tip’s room and sober mode above its buttons; only the week needs a move', async () => {
		const page = await open('popup.html?tab=TAB', '.page .figure', { ...PHONE, ...POPUP_PX });
		await page.waitFor(() => {
			const bottomOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().bottom;
			const footer = document.querySelector('footer')?.getBoundingClientRect();
			return footer && footer.bottom <= innerHeight && Number(bottomOf('.sober')) <= footer.top;
		});
		await page.waitFor(() => {
			// Again and again: what arrives makes the page higher.
			scrollTo(0, document.documentElement.scrollHeight);
			const week = document.querySelector('.week')?.getBoundingClientRect();
			const footer = document.querySelector('footer')?.getBoundingClientRect();
			return week && footer && week.top >= 0 && week.bottom <= footer.top;
		});
		await page.close();
	});
});
