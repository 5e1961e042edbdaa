import { setTimeout as sleep } from 'node:timers/promises';
import {
	bytesAnswer,
	HALF_WAY_MS,
	htmlAnswer,
	imageAnswer,
	longImage,
	NO_STORE,
	noise,
	pageHtml,
	SLOW_BYTES_PER_SECOND,
	scriptPage,
	WHOLE_BYTES,
} from '@/tests/bench/accuracy/answers';
import type { BenchCase } from '@/tests/bench/accuracy/bench-case';
import { until } from '@/tests/e2e/drivers/wait';

const ITEM_COUNT = 20;
const SCRIPT_TIMEOUT_MS = 30_000;

/** Two lessons of two courses that load at once, with the size of their files. */
export const TWO_TABS = {
	courses: [
		{ id: 31, path: 'page', itemBytes: 40_000 },
		{ id: 32, path: 'other', itemBytes: 15_000 },
	],
	itemCount: ITEM_COUNT,
};

const lesson = (path: string, courseId: number) =>
	pageHtml(
		`<script type="module">for (let n = 0; n < ${ITEM_COUNT}; n++) await (await fetch('${path}-item' + n)).arrayBuffer();
window.isDone = true;</script>`,
		courseId,
	);

/** Request bursts until `isStopped`. */
const BUSY = `window.fetchCount = 0;
await Promise.all(Array.from({ length: 4 }, async () => {
	while (!window.isStopped) {
		await (await fetch('item' + window.fetchCount++)).arrayBuffer();
	}
}));`;
/** After so many requests the burst (`BURST_COUNT`) has begun, and goes on. */
const BUSY_COUNT = 150;

export const TABS: readonly BenchCase[] = [
	{
		name: 'two-tabs',
		limit: 'exact',
		answer({ path }) {
			const course = TWO_TABS.courses.find((each) => path.startsWith(each.path));
			if (!course) return null;
			if (path !== course.path) return bytesAnswer(course.itemBytes, 'application/json');
			const headers = { 'Content-Type': 'text/html; charset=utf-8', ...NO_STORE };
			return { status: 200, headers, body: Buffer.from(lesson(path, course.id)) };
		},
		async run({ driver, page, at }) {
			const second = await driver.newPage();
			await Promise.all([page.goto(at('banc', 'page')), second.goto(at('banc', 'other'))]);
			// One of the two is hidden, where frames do not come: `waitFor` would wait for one.
			for (const tab of [page, second])
				await until(() => tab.evaluate('window.isDone === true'), 'the lesson', SCRIPT_TIMEOUT_MS);
			await second.close();
		},
	},
	{
		name: 'tab-closed-in-transfer',
		limit: 'broken',
		bytesPerSecond: SLOW_BYTES_PER_SECOND,
		answer(asked) {
			if (asked.path === 'page') return htmlAnswer(asked, '<img src="pierres.jpg" alt=""><p>Une leçon</p>');
			return asked.path === 'long.jpg' ? longImage(WHOLE_BYTES) : imageAnswer(asked, asked.path);
		},
		async run({ driver, at }) {
			const tab = await driver.newPage(at('banc', 'page'));
			await tab.evaluate(() => {
				document.body.append(Object.assign(new Image(), { src: 'long.jpg' }));
			});
			await sleep(HALF_WAY_MS);
			await tab.close();
		},
	},
	{
		name: 'opened-beside-busy-page',
		limit: 'exact',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, BUSY);
			if (asked.path === 'other') return htmlAnswer(asked, `<p hidden>${noise(90_000).toString('base64')}</p>`);
			return bytesAnswer(600, 'application/json');
		},
		async run({ driver, page, at }) {
			await page.goto(at('banc', 'page'));
			const isBusy = () => page.evaluate(`window.fetchCount > ${BUSY_COUNT}`);
			await until(isBusy, 'a busy page', SCRIPT_TIMEOUT_MS);
			const second = await driver.newPage(at('banc', 'other'));
			await page.evaluate('window.isStopped = true');
			await until(() => page.evaluate('window.isDone === true'), 'the last fetch', SCRIPT_TIMEOUT_MS);
			await sleep(HALF_WAY_MS);
			await second.close();
		},
	},
];
