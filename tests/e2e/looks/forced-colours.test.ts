import { afterAll, beforeAll, describe, it } from 'vitest';
import { AUDIT_IDS } from '@/scripts/screenshots/audits';
import { type Course, startCourse } from '@/tests/course/server';
import type { ChromiumPage } from '@/tests/e2e/drivers/chromium-page';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { openWithHistory } from '@/tests/e2e/rig/seed';
import { followCourse } from '@/tests/e2e/rig/study-lesson';

/** A lesson of the demo course, with images. */
const LESSON = '/mod/page/view.php?id=102';
/** Around an element, for the outline of what has the focus. */
const EDGE_PX = 6;
const SIZE_PX = { width: 1100, height: 900 };

/** The picture of the first such element, as text. A page that does not change gives the same one twice. */
async function look(page: Tab, selector: string): Promise<string> {
	const box = await page.evaluate((wanted) => {
		const found = document.querySelector(wanted);
		if (!found) throw new Error(`No ${wanted}.`);
		const { x, y, width, height } = found.getBoundingClientRect();
		return { x: x + scrollX, y: y + scrollY, width, height };
	}, selector);
	const clip = {
		x: Math.max(0, box.x - EDGE_PX),
		y: Math.max(0, box.y - EDGE_PX),
		width: box.width + 2 * EDGE_PX,
		height: box.height + 2 * EDGE_PX,
	};
	const { puppeteerPage } = page as ChromiumPage;
	return puppeteerPage.screenshot({ clip, encoding: 'base64' });
}

/**
 * Waits until `change` is seen in the picture of the element, and `undo` makes it the same again. Repeated, since the page may be drawn again
 * between two pictures, which takes the change back.
 */
async function expectSeen(
	page: Tab,
	selector: string,
	change: () => Promise<void>,
	undo: () => Promise<void>,
): Promise<void> {
	await until(async () => {
		const before = await look(page, selector);
		await change();
		const changed = await look(page, selector);
		await undo();
		const after = await look(page, selector);
		return before === after && changed !== before;
	}, `${selector} to look different`);
}

/** Expects the first such element that takes room to be drawn in other colours than what is behind it. */
async function expectDrawn(page: Tab, selector: string): Promise<void> {
	await page.evaluate((wanted) => {
		for (const other of document.querySelectorAll('[data-looked]')) other.removeAttribute('data-looked');
		const found = [...document.querySelectorAll(wanted)].find((each) => each.getBoundingClientRect().width > 0);
		found?.setAttribute('data-looked', '');
	}, selector);
	const show = (visibility: string) => () =>
		page.evaluate((value) => {
			const found = document.querySelector<HTMLElement | SVGElement>('[data-looked]');
			found?.style.setProperty('visibility', value);
		}, visibility);
	await expectSeen(page, '[data-looked]', show('hidden'), show('')).catch((cause) => {
		throw new Error(`${selector} is not drawn.`, { cause });
	});
}

describe('in forced colours', () => {
	let driver: Driver;
	let course: Course;

	const open = async (path: string, ready: string): Promise<Tab> => {
		const page = await driver.openExtensionPage(path);
		const { puppeteerPage } = page as ChromiumPage;
		await puppeteerPage.setViewport(SIZE_PX);
		const session = await puppeteerPage.createCDPSession();
		await session.send('Emulation.setEmulatedMedia', {
			features: [
				{ name: 'forced-colors', value: 'active' },
				{ name: 'prefers-reduced-motion', value: 'reduce' },
			],
		});
		await page.bringToFront();
		await page.waitFor(`document.querySelector(${JSON.stringify(ready)})`);
		return page;
	};

	beforeAll(async () => {
		course = await startCourse();
		driver = await openWithHistory('chromium');
	});

	afterAll(async () => {
		await driver?.close();
		await course?.close();
	});

	it.each([
		['dashboard.html', '.courses', ['.day-chart rect[data-kind]', '.legend i', '.kind-bar > i', '.heights dd i']],
		[
			`dashboard.html#audits/${AUDIT_IDS[0]}/avec-${AUDIT_IDS[1]}`,
			'.compare table',
			['.treemap .part', '.treemap .plot', '.swatch'],
		],
		['welcome.html', '.levels', ['.number', '.pin .ring', '.kind-bar > i', '.legend i']],
	])('%s: each mark is drawn', async (path, ready, marks) => {
		const page = await open(path, ready);
		for (const mark of marks) await expectDrawn(page, mark);
		await page.close();
	});

	it('the view that is open stands out in the navigation, and so does what has the focus', async () => {
		const page = await open('dashboard.html', '.courses');
		const link = 'nav a:nth-of-type(2)';
		const change = (isCurrent: boolean, isFocused: boolean) => () =>
			page.evaluate(
				(wanted, current, focused) => {
					const found = document.querySelector(wanted) as HTMLElement;
					// Bold letters alone would be another picture.
					found.style.fontWeight = '400';
					found.toggleAttribute('aria-current', current);
					if (current) found.setAttribute('aria-current', 'page');
					if (focused) found.focus();
					else found.blur();
				},
				link,
				isCurrent,
				isFocused,
			);
		// From now on the browser shows the focus as to a person at the keyboard.
		await page.press('Tab');
		await change(false, false)();
		await expectSeen(page, link, change(true, false), change(false, false));
		await expectSeen(page, link, change(false, true), change(false, false));
		await page.close();
	});

	it('the panel’s figures, strip and week are drawn, and a switch that is on differs from one that is off', async () => {
		const lesson = await driver.newPage(course.courseUrl + LESSON);
		await followCourse(driver, lesson, course);
		await lesson.goto(course.courseUrl + LESSON);
		const panel = await open(`sidepanel.html?tab=${await lessonTab()}`, '.page .figure');
		for (const mark of ['.kind-bar > i', '.week-bars .some', '.strip .ground']) {
			await panel.waitFor(`document.querySelector(${JSON.stringify(mark)})`);
			await expectDrawn(panel, mark);
		}
		// Of a copy, since the panel sets its own switch back each time that it is drawn.
		const input = '.copy > .switch input';
		await panel.waitFor(() => document.querySelector('.sober > .switch input'));
		await panel.evaluate(() => {
			const copy = document.querySelector('.sober')?.cloneNode(true) as HTMLElement;
			copy.classList.add('copy');
			document.body.append(copy);
		});
		const check = (isOn: boolean) => () =>
			panel.evaluate(
				(wanted, value) => {
					(document.querySelector(wanted) as HTMLInputElement).checked = value;
				},
				input,
				isOn,
			);
		await expectSeen(panel, input, check(true), check(false));
	});

	/** The browser's id of the lesson's tab. */
	const lessonTab = () =>
		driver.evaluateInBackground(async (url) => {
			const { chrome } = globalThis as unknown as {
				chrome: { tabs: { query(all: object): Promise<{ id: number; url?: string }[]> } };
			};
			return (await chrome.tabs.query({})).find((tab) => tab.url?.startsWith(url))?.id;
		}, course.courseUrl);
});
