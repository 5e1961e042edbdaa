import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { figuresStored, readStored, runUpkeep, type Stored } from '@/tests/e2e/rig/stored';
import { countExactly, followCourse, studyLesson } from '@/tests/e2e/rig/study-lesson';

const VIDEO_SECONDS = 3;
/** Lessons with text, video, frame, fetches and a download. */
const STUDIED = ['101', '104', '107', '108', '110'];

/** All that a stored visit has. */
const VISIT_FIELDS = [
	'activeMs',
	'activity',
	'courseKey',
	'day',
	'host',
	'id',
	'media',
	'platform',
	'startedAtMs',
	'traffic',
	'waste',
];

/** Lessons with the same requests each time; videos choose their segments. */
const REPEATABLE = ['107', '108'];

/**
 * Requests of Debian's Chromium in spite of its flags, in a profile without an extension too: the time, updates
 * of its components, the account of the profile. This extension knows none of these hosts.
 */
const ASKED_BY_CHROMIUM = [
	/^GET http:\/\/clients2\.google\.com\/time\//,
	/^(CONNECT|POST) (http:\/\/)?update\.googleapis\.com[:/]/,
	/^CONNECT accounts\.google\.com:443$/,
];

/** A proxy that answers 502 to everything and records each request. */
async function startProxy() {
	const asked: string[] = [];
	const { server, port, close } = await serveLocally((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		response.writeHead(502).end();
	});
	server.on('connect', (request, socket) => {
		asked.push(`CONNECT ${request.url}`);
		socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	});
	return { asked, port, close };
}

/** Studies lessons and counts their requests to the course's servers, by lesson and path. */
async function studyAndCount(page: Page, course: Course, ids: readonly string[]): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const lesson of course.lessons.filter(({ id }) => ids.includes(id))) {
		await studyLesson(page, course, lesson, VIDEO_SECONDS);
		for (const { method, url } of course.truth.requests().filter((request) => !request.url.includes('favicon'))) {
			const key = `${lesson.id} ${method} ${url.split('?')[0]}`;
			counts[key] = (counts[key] ?? 0) + 1;
		}
	}
	return counts;
}

inBothBrowsers('silence', (browser) => {
	let course: Course;
	let proxy: Awaited<ReturnType<typeof startProxy>>;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;
	/** Requests of the same lessons on a course that is not followed, on other servers: nothing of them is in the cache. */
	let askedWithout: Record<string, number>;
	let askedWith: Record<string, number>;

	beforeAll(async () => {
		course = await startCourse();
		proxy = await startProxy();
		driver = await openWithExtension(browser, { proxyPort: proxy.port });
		page = await driver.newPage();
		askedWithout = await countWithout();
		await page.goto(`${course.courseUrl}/mod/page/view.php?id=201`);
		await followCourse(driver, page, course);
		await page.goto(`${course.courseUrl}/mod/page/view.php?id=202`);
		await countExactly(driver, page);
		askedWith = await studyAndCount(page, course, STUDIED);
		await driver.stopBackground();
		dashboard = await openDashboard(driver);
		await runUpkeep(driver);
		await figuresStored(driver);
	});

	/** Nobody follows this course. Its first page brings the theme, which is in the cache then, as it is for the other. */
	async function countWithout(): Promise<Record<string, number>> {
		const plain = await startCourse();
		await page.goto(`${plain.courseUrl}/mod/page/view.php?id=201`);
		const counts = await studyAndCount(page, plain, REPEATABLE);
		await plain.close();
		return counts;
	}

	afterAll(async () => {
		await driver?.close();
		await course?.close();
		proxy?.close();
	});

	it('sends no request while courses are studied and viewed', () => {
		const own = browser === 'chromium' ? ASKED_BY_CHROMIUM : [];
		expect(proxy.asked.filter((line) => !own.some((pattern) => pattern.test(line)))).toEqual([]);
	});

	it('asks the course’s servers for nothing more than the lessons do by themselves', () => {
		const repeated = Object.entries(askedWith).filter(([key]) => REPEATABLE.includes(key.slice(0, 3)));
		expect(Object.fromEntries(repeated)).toEqual(askedWithout);
		expect(askedWithout).toHaveProperty('108 GET /mod/quiz/attempt.php', 1);
	});

	it.each(['background', 'dashboard'] as const)('forbids its own %s every connection to a course', async (place) => {
		course.truth.reset();
		const address = `${course.courseUrl}/my/`;
		const outcomes =
			place === 'background'
				? await driver.evaluateInBackground(tryToConnect, address)
				: await dashboard.evaluate(tryToConnect, address);
		expect(outcomes).toEqual(['refused', 'refused']);
		expect(course.truth.requests()).toEqual([]);
	});

	it('keeps no address, token or text of a page, and nothing in a place that is not known', async () => {
		const { databases, session, ...stored } = await readStored(driver);
		expect(databases).toEqual(['sobrio']);
		expect([...new Set(stored.visits.flatMap(Object.keys))].sort()).toEqual(VISIT_FIELDS);
		expect(Object.keys(stored.local).sort()).toEqual(['database', 'followedSites', 'knownPlatforms']);
		expect(stored.upkeep).not.toBeNull();
		expect(Object.keys(session)).not.toEqual([]);
		// A visit under way knows its page's origin, in memory; its addresses are hashes.
		const text = JSON.stringify([stored, session])
			// In a visit under way, which is stored as a text of its own.
			.replaceAll('\\"', '"')
			.replaceAll(`"${course.courseUrl}"`, '""');
		expect(stored.visits.length).toBeGreaterThanOrEqual(STUDIED.length);
		for (const forbidden of [
			/https?:/,
			/sesskey/,
			/\.php/,
			/pluginfile/,
			/m3u8/,
			/\?id=/,
			/Neuf principes/i,
			/media\.localhost/,
		]) {
			expect(text).not.toMatch(forbidden);
		}
	});

	it('keeps no trace of a site that is not followed, all hosts being granted', async () => {
		const other = course.courseUrl.replace('cours.localhost', 'ailleurs.localhost');
		await page.bringToFront();
		// The lesson that was open would go on counting.
		await page.goto('about:blank');
		await figuresStored(driver);
		const before = await readStored(driver);
		await page.goto(`${other}/mod/page/view.php?id=102`);
		await sleep(4_000);
		await page.goto('about:blank');
		await figuresStored(driver);
		const after = await readStored(driver);
		const figures = ({ days, visits, courses, local }: Stored) => valuesOf([days, visits, courses, local]);
		const known = new Set(figures(before));
		expect(figures(after).filter((value) => !known.has(value))).toEqual([]);
		expect(figures(after)).toHaveLength(known.size);
		expect(JSON.stringify(after)).not.toContain('ailleurs');
	});
});

/** Each value with its path, as `0.3.visitCount=1`: a failed comparison names what has changed. */
function valuesOf(value: unknown, path = ''): readonly string[] {
	if (typeof value !== 'object' || value === null) return [`${path}=${value}`];
	return Object.entries(value).flatMap(([key, each]) => valuesOf(each, `${path}.${key}`));
}

/** Runs in the extension: tries what could send something out. */
async function tryToConnect(address: string): Promise<string[]> {
	const fetched = fetch(address).then(
		() => 'answered',
		() => 'refused',
	);
	const opened = new Promise<string>((resolve) => {
		try {
			const socket = new WebSocket(address.replace('http', 'ws'));
			socket.onopen = () => resolve('answered');
			socket.onerror = () => resolve('refused');
		} catch {
			// Firefox throws synchronously.
			resolve('refused');
		}
	});
	return Promise.all([fetched, opened]);
}
