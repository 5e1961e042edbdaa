import { afterAll, beforeAll, expect, it } from 'vitest';
import { FLAWED_COURSE, FLAWED_PAGES, flawedPath } from '@/tests/course/flawed';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Tab } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { countExactly, followCourse, playVideo } from '@/tests/e2e/rig/study-lesson';
import type { RuleId } from '@/utils/core/audit/finding';
import type { Audit } from '@/utils/core/schema/audit/audit';
import { auditPage, reloadAsFirstVisit, startAudit, stopAudit } from './walk';

/** What each page of the flawed course was made with; the last one is clean. */
const KNOWN: Readonly<Record<number, readonly RuleId[]>> = {
	401: ['video-size', 'one-quality', 'no-captions'],
	402: ['autoplay'],
	403: ['preload'],
	404: ['embed'],
	411: ['embed-content'],
	405: ['image-size', 'image-format'],
	406: ['heavy-document'],
	407: ['heavy-fonts'],
	408: ['plain-text'],
	409: ['not-cacheable'],
	410: [],
};
/** Page that is counted as a first visit too. */
const RELOADED = 405;
const PLAYED_SECONDS = 2;
/** A lesson whose video the popup offers to count exactly. */
const PLAIN_VIDEO = '/mod/page/view.php?id=202';

inBothBrowsers('an audit of a course with one thing to change on each page', (browser) => {
	let course: Course;
	let driver: Driver;
	let page: Tab;
	let dashboard: Tab;
	let before: Audit;
	let after: Audit;

	async function walk(audit: Audit, wantedOf: (id: number) => readonly string[]): Promise<void> {
		for (const { id, title } of FLAWED_PAGES) {
			const at = { url: course.courseUrl + flawedPath(id), title };
			const acts: Readonly<Record<number, () => Promise<void>>> = {
				401: async () => {
					await playVideo(page, PLAYED_SECONDS);
				},
				406: () => page.click('#resource-link'),
				[RELOADED]: () => reloadAsFirstVisit(driver, dashboard, at.url),
			};
			await auditPage({ page, dashboard, audit }, at, wantedOf(id), acts[id] ?? null, id === RELOADED);
		}
		await page.goto('about:blank');
		await stopAudit(dashboard);
	}

	beforeAll(async () => {
		course = await startCourse();
		driver = await openWithExtension(browser);
		page = await driver.newPage(course.courseUrl + PLAIN_VIDEO);
		await followCourse(driver, page, course);
		await page.goto(course.courseUrl + PLAIN_VIDEO);
		await countExactly(driver, page);
		dashboard = await driver.openExtensionPage('dashboard.html#audits');
		before = await startAudit(dashboard, course, FLAWED_COURSE.key, 'Avant');
		await walk(before, (id) => KNOWN[id] ?? []);
		course.mend();
		after = await startAudit(dashboard, course, FLAWED_COURSE.key, 'Après');
		await walk(after, () => []);
	}, 240_000);

	afterAll(async () => {
		await driver?.close();
		await course?.close();
	});

	it('the report of it has exactly these findings, and none on the clean page', async () => {
		await dashboard.bringToFront();
		await dashboard.goto('about:blank');
		await dashboard.goto(`${driver.extensionUrl}dashboard.html#audits/${before.id}`);
		await dashboard.waitFor(() => document.querySelector('.audit-pages tbody tr'));
		const rows = await dashboard.evaluate(() =>
			[...document.querySelectorAll('.audit-pages tbody tr')].map((row) => [
				row.querySelector('a')?.textContent?.split(' | ')[0] ?? '',
				row.children[4]?.textContent ?? '',
			]),
		);
		const expected = FLAWED_PAGES.map(({ id, title }) => [title, String(KNOWN[id]?.length)]);
		expect(rows.sort()).toEqual(expected.sort());
	});

	it('before and after: each of them is closed, and nothing is new', async () => {
		await dashboard.goto('about:blank');
		await dashboard.goto(`${driver.extensionUrl}dashboard.html#audits/${after.id}/avec-${before.id}`);
		await dashboard.waitFor(() => document.querySelector('.compare tbody tr'));
		const cells = await dashboard.evaluate(() =>
			[...document.querySelectorAll('.compare tbody tr')].map((row) =>
				[...row.children]
					.slice(4)
					.map((cell) => [...cell.querySelectorAll('[data-rule]')].map((each) => each.getAttribute('data-rule'))),
			),
		);
		const won = await dashboard.evaluate(() => document.querySelector('.compare strong')?.textContent ?? '');
		expect(won).toMatch(/^Gagné par première visite/);
		const closed = cells.flatMap(([each = []]) => each);
		expect(closed.sort()).toEqual(Object.values(KNOWN).flat().sort());
		expect(cells.flatMap((row) => row.slice(1).flat())).toEqual([]);
	});
});
