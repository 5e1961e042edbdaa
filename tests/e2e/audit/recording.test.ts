import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { readAudit } from '@/tests/e2e/rig/audits';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import type { AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';

/** Firefox counts bytes itself; Chromium shows headers, of which it may show more or less than came. */
const TOLERANCE = { firefox: 0.01, chromium: 0.02 };
const IMAGES = '/mod/page/view.php?id=102';
const TEXT = '/mod/page/view.php?id=101';
/** The button that counts the page as a first visit. */
const RELOAD = '.audit .reload';
const OTHER_COURSE = '/mod/page/view.php?id=201';

inBothBrowsers('an audit of the demo course', (browser) => {
	let course: Course;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;
	/** What the sockets sent for the page of images past the cache, by path. */
	const sent = new Map<string, number>();
	let pages: readonly AuditPage[];
	let images: AuditPage;
	/** The first visit of the page of images, before the background was stopped. */
	let first: AuditLoad;

	/** Clicks a button of the popup over the course. */
	async function clickInPopup(selector: string): Promise<void> {
		await page.bringToFront();
		const popup = await driver.openPopup(page);
		await popup.click(selector);
		await popup.close();
	}

	/** Opens a page of the course, and waits until the audit has kept so many pages and more if asked. */
	async function walk(path: string, isKept: (kept: readonly AuditPage[]) => boolean): Promise<void> {
		await page.bringToFront();
		await page.goto(course.courseUrl + path);
		await until(async () => isKept((await readAudit(dashboard)).pages), `the audit to keep ${path}`);
	}

	const isFirst = (each: AuditPage) => each.first?.isPartial === false;
	/** The page has reported what the cache answered. */
	const hasReturned = (each: AuditPage) =>
		isFirst(each) && each.again?.isPartial === false && each.again.files.some(({ cachedCount }) => cachedCount > 0);
	const hasFirstVisit = async () => (await readAudit(dashboard)).pages.some(isFirst);
	/** Every path that the servers sent has a file of known size. */
	const isWhole = (each: AuditPage) =>
		isFirst(each) &&
		[...sent.keys()].every((path) =>
			each.first?.files.some((file) => file.path === path && file.traffic.unknownCount === 0),
		);

	beforeAll(async () => {
		course = await startCourse();
		driver = await openWithExtension(browser);
		page = await driver.newPage(course.courseUrl + OTHER_COURSE);
		await followCourse(driver, page, course);
		await page.goto(`${course.courseUrl}/mod/page/view.php?id=202`);
		await countExactly(driver, page);
		await page.goto(course.courseUrl + IMAGES);
		dashboard = await openDashboard(driver);
		await clickInPopup('button.audit-offer');
		await until(async () => (await readAudit(dashboard)).audit.endedAtMs === null, 'the audit to run');
		course.truth.reset();
		await clickInPopup(RELOAD);
		await until(hasFirstVisit, 'the first visit');
		// The visit is there before all of its images are.
		await page.waitFor(() => document.readyState === 'complete');
		await course.truth.settle();
		for (const { url, deliveredBytes } of course.truth.requests().filter((each) => !each.url.includes('favicon'))) {
			const path = url.split('?')[0] ?? '';
			sent.set(path, (sent.get(path) ?? 0) + deliveredBytes);
		}
		first = await until(
			async () => (await readAudit(dashboard)).pages.find(isWhole)?.first,
			'all files of the first visit',
		);
		await driver.stopBackground();
		await walk(`${TEXT}&token=secret42#secret42`, (kept) => kept.length === 2);
		await walk(OTHER_COURSE, () => true);
		await walk(IMAGES, (kept) => kept.some(hasReturned));
		await clickInPopup('.audit .stop');
		await until(async () => (await readAudit(dashboard)).audit.endedAtMs !== null, 'the audit to end');
		pages = (await readAudit(dashboard)).pages;
		images = pages.find(({ first, again }) => first && again) as AuditPage;
	}, 180_000);

	afterAll(async () => {
		await driver?.close();
		await course?.close();
	});

	const bytesOf = (load: AuditLoad | null) =>
		(load?.files ?? []).reduce((sum, { traffic }) => sum + traffic.measuredBytes + traffic.estimatedBytes, 0);

	it('keeps the pages of this course only, with their titles', () => {
		const titles = pages.map(({ path, title }) => `${path} ${title}`);
		expect(titles.sort()).toEqual([
			'/mod/page/view.php Les neuf principes de prévention | Campus démo',
			'/mod/page/view.php Repérer les dangers d’un site en plein air | Campus démo',
		]);
	});

	it('has the bytes of each file of a first visit as its sockets sent them', () => {
		const files = first.files.filter(({ path }) => !path.endsWith('favicon'));
		const measured = files.map(({ path, kind, traffic }) => ({ path, kind, ...traffic, truth: sent.get(path) ?? 0 }));
		console.table(measured);
		expect(measured.map(({ path }) => path).sort()).toEqual([...sent.keys()].sort());
		for (const { path, measuredBytes, unknownCount, truth } of measured) {
			expect(unknownCount, path).toBe(0);
			expect(Math.abs(measuredBytes / truth - 1), path).toBeLessThan(TOLERANCE[browser]);
		}
		expect(first.rest).toEqual({});
	});

	it('has a return whose files the cache answered', () => {
		expect(images.again?.files.some(({ cachedCount }) => cachedCount > 0)).toBe(true);
		expect(bytesOf(images.again)).toBeLessThan(bytesOf(first) / 5);
	});

	it('has the images as they are and as they are shown, and what the headers show', () => {
		const shown = first.images;
		expect(shown.length).toBeGreaterThan(0);
		expect(shown.every(({ naturalWidthPx, shownWidthPx }) => naturalWidthPx > 0 && shownWidthPx > 0)).toBe(true);
		const style = first.files.find(({ path }) => path.startsWith('/theme/styles.php'));
		expect(style).toMatchObject({ kind: 'style', mimeType: 'text/css', caching: 'long' });
		expect(first.isUninspected).toBe(false);
	});

	it('holds no query, no name of the account and no text of a page', () => {
		const text = JSON.stringify(pages);
		for (const secret of ['secret42', '?', 'id=10', 'sesskey', 'Camille', 'Notez ce que'])
			expect(text).not.toContain(secret);
	});
});
