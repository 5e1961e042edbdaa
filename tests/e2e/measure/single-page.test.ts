import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory } from '@/tests/e2e/rig/history';
import { type LocalServer, serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** As single-page platforms do, a lesson is fetched and its course's name drawn some time after the address has changed. */
const DRAWING_MS = 400;
/** Far apart, so that a lesson's bytes tell where they were booked; a lesson's own requests weigh little beside. */
const LESSON_BYTES = { water: 300_000, soil: 700_000 } as const;
const SLACK_BYTES = 5_000;

/** The page's own function, called by hand as its menu would. */
declare function go(address: string, name: string, bytes: number): void;

/** The two shapes of address that change a course: a path, and a query alone. */
const PLATFORMS = [
	{
		host: 'edx.localhost',
		platform: 'open-edx',
		keys: ['course-v1:Exemple+Eau+1', 'course-v1:Exemple+Sol+1'],
		addressOf: (key: string) => `/learning/course/${key}/home`,
		markup: '<div class="course-title-lockup"><span class="course-title name"></span></div>',
	},
	{
		host: 'chamilo.localhost',
		platform: 'chamilo',
		keys: ['12', '13'],
		addressOf: (key: string) => `/resources/document/26/?cid=${key}&sid=0`,
		markup:
			'<meta name="generator" content="Chamilo 2"><nav class="app-breadcrumb">' +
			'<a class="name" href="/course/12/home"></a><a class="name" href="/course/13/home"></a></nav>',
	},
] as const;

function application(markup: string): string {
	return `<!doctype html><title>Cours</title>${markup}<script>
	function go(address, name, bytes) {
		history.pushState(null, '', address);
		setTimeout(() => {
			fetch('/lesson/' + bytes);
			for (const title of document.querySelectorAll('.name')) title.textContent = name;
		}, ${DRAWING_MS});
	}
	</script>`;
}

inBothBrowsers('a course that never loads another page', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;

	beforeAll(async () => {
		server = await serveLocally(({ url = '', headers }, answer) => {
			const bytes = /^\/lesson\/(\d+)/.exec(url)?.[1];
			const { markup = '' } = PLATFORMS.find(({ host }) => headers.host?.startsWith(host)) ?? {};
			answer.setHeader('cache-control', 'no-store');
			answer.setHeader('content-type', bytes ? 'application/octet-stream' : 'text/html');
			answer.end(bytes ? Buffer.alloc(Number(bytes), 'x') : application(markup));
		});
		driver = await openWithExtension(browser);
		dashboard = await driver.openExtensionPage('dashboard.html');
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	const study = (address: string, name: string, bytes: number) =>
		page.evaluate((...lesson: [string, string, number]) => go(...lesson), address, name, bytes);

	describe.each(PLATFORMS)('$platform', ({ host, platform, keys: [water, soil], addressOf }) => {
		const figures = async () => {
			const { days, courses } = await readAllHistory(dashboard);
			return {
				days: days.filter((day) => day.host === host && day.courseKey !== ''),
				names: courses.filter((course) => course.host === host).map(({ courseKey, label }) => [courseKey, label]),
			};
		};
		const named = (...names: [string, string][]) =>
			until(async () => {
				const found = JSON.stringify((await figures()).names.sort());
				if (found !== JSON.stringify(names)) throw new Error(found);
				return true;
			}, 'the courses to be named');
		const bytesOf = async (key: string) => {
			const { days } = await figures();
			const sums = days.filter(({ courseKey }) => courseKey === key).map(({ traffic }) => sumTraffic(traffic));
			return sums.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);
		};

		it('counts each lesson for its own course, under its own name', async () => {
			const courseUrl = `http://${host}:${server.port}`;
			page = await driver.newPage(courseUrl + addressOf(water));
			await study(addressOf(water), 'L’eau', 0);
			await followCourse(driver, page, { courseUrl });
			await page.bringToFront();
			await study(addressOf(water), 'L’eau', LESSON_BYTES.water);
			await named([water, 'L’eau']);
			await until(async () => (await bytesOf(water)) >= LESSON_BYTES.water, 'the first lesson’s bytes');
			await study(addressOf(soil), 'Le sol', LESSON_BYTES.soil);
			await named([water, 'L’eau'], [soil, 'Le sol']);
			await until(async () => (await bytesOf(soil)) >= LESSON_BYTES.soil, 'the second lesson’s bytes');
			expect(await bytesOf(water)).toBeLessThan(LESSON_BYTES.water + SLACK_BYTES);
			expect(await bytesOf(soil)).toBeLessThan(LESSON_BYTES.soil + SLACK_BYTES);
			expect((await figures()).days.map((day) => day.platform)).toEqual([platform, platform]);
		});

		it('keeps the figures of a course that was renamed meanwhile', async () => {
			await study(addressOf(water), 'L’eau douce', LESSON_BYTES.water);
			await named([water, 'L’eau douce'], [soil, 'Le sol']);
			await until(
				async () => Math.abs((await bytesOf(water)) - 2 * LESSON_BYTES.water) < SLACK_BYTES,
				'both stays under the new name',
			);
			await page.close();
		});
	});
});
