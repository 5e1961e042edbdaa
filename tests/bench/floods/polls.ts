import { openDashboard } from '@/scripts/start/dashboard';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { readAllHistory, totalOf } from '@/tests/e2e/rig/history';
import { serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { followCourse } from '@/tests/e2e/rig/study-lesson';

const POLLS_AT_ONCE = 20;
const LOOKS = 20;
/** A page with the body of a Moodle lesson, so that its site can be followed. */
const LESSON = `<!doctype html><title>Leçon</title><link rel="icon" href="data:,">
<body class="pagelayout-incourse course-7" id="page-mod-page-view"><script>M = {}; M.cfg = {}</script></body>`;

/** What a browser stored of a page that polls, each time at a new address, with one host granted. */
export interface Polled {
	readonly cpuS: number;
	/** The longest that the week waited for, while the page polled and after. */
	readonly answerMs: number;
	readonly trueCount: number;
	readonly storedCount: number;
	/** After a stop of the background. */
	readonly stoppedCount: number;
}

/** Runs in the page. */
async function poll(count: number, atOnce: number): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count) await (await fetch(`/poll?${next++}`)).text();
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

/** A page polls so many addresses in a real browser. */
export async function pollInBrowser(browser: BrowserName, count: number): Promise<Polled> {
	let trueCount = 0;
	const server = await serveLocally((request, answer) => {
		if (request.url?.startsWith('/poll')) {
			trueCount++;
			answer.setHeader('content-type', 'application/json').end('{"isNew":false}');
		} else answer.setHeader('content-type', 'text/html').end(LESSON);
	});
	const driver = await openWithExtension(browser);
	try {
		const url = `http://127.0.0.1:${server.port}/lesson`;
		const page = await driver.newPage(url);
		await followCourse(driver, page, { courseUrl: url });
		await page.goto(url);
		const dashboard = await openDashboard(driver);
		const before = totalOf(await readAllHistory(dashboard)).requestCount;
		const startMs = driver.cpuMs();
		let answerMs = 0;
		const look = async () => {
			const askedMs = performance.now();
			const { requestCount } = totalOf(await readAllHistory(dashboard));
			answerMs = Math.max(answerMs, performance.now() - askedMs);
			return requestCount;
		};
		await page.bringToFront();
		const polling = page.evaluate(poll, count, POLLS_AT_ONCE);
		for (let time = 0; time < LOOKS; time++) await look();
		await polling;
		await page.goto('about:blank');
		let storedCount = await look();
		for (let time = 0; time < LOOKS && storedCount - before < trueCount; time++) storedCount = await look();
		const cpuS = (driver.cpuMs() - startMs) / 1_000;
		await driver.stopBackground();
		const stoppedCount = await look();
		return { cpuS, answerMs, trueCount, storedCount: storedCount - before, stoppedCount: stoppedCount - before };
	} finally {
		await driver.close();
		await server.close();
	}
}
