import { setTimeout as sleep } from 'node:timers/promises';
import {
	bytesAnswer,
	CORS,
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
import type { BenchAsked, BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { study } from '@/tests/bench/accuracy/study';
import type { Answer } from '@/tests/course/send';

const NEXT_TIMEOUT_MS = 30_000;

function hop(location: string): Answer {
	return { status: 302, headers: { Location: location, ...NO_STORE, ...CORS }, body: null };
}

/** A common lesson: text and a picture. */
function lesson(asked: BenchAsked): Answer {
	return htmlAnswer(asked, `<p>Avant</p><img src="${PICTURE}" alt="">`);
}

/** Opens the case's page, then navigates it to a slow page and leaves half-way. */
async function leaveHalfWay({ page, at }: Stage): Promise<void> {
	await page.goto(at('banc', 'page'));
	await page.evaluate(
		(url) => {
			location.href = url;
		},
		at('banc', 'long'),
	);
	await sleep(HALF_WAY_MS);
}

const PICTURE = 'pierres.jpg';

const ABORT = `await new Promise((resolve) => { document.body.append(Object.assign(new Image(), { onload: resolve, src: '${PICTURE}' })); });
const stop = new AbortController();
setTimeout(() => stop.abort(), ${HALF_WAY_MS});
await fetch(address, { signal: stop.signal }).then((answer) => answer.arrayBuffer()).catch(() => {});`;

/** A request burst (`BURST_COUNT`), then at once the next page. */
const BURST = `const queue = Array.from({ length: 200 }, (_, n) => n);
await Promise.all(Array.from({ length: 8 }, async () => {
	while (queue.length) await (await fetch('item' + queue.pop())).arrayBuffer();
}));
location.href = 'next';`;

export const BROKEN: readonly BenchCase[] = [
	{
		name: 'redirect-chain',
		limit: 'exact',
		answer(asked) {
			const { path, at } = asked;
			if (path === 'page') return hop(at('banc', 'second'));
			if (path === 'second') return hop(at('banc', 'last'));
			if (path === 'last')
				return scriptPage(
					asked,
					`await (await fetch('hop3')).arrayBuffer();
await new Promise((resolve) => { const image = new Image(); image.onload = image.onerror = resolve; image.src = 'image'; document.body.append(image); });`,
				);
			if (path === 'image') return hop(at('media', 'pierres.jpg'));
			const step = Number(/^hop(\d)$/.exec(path)?.[1] ?? 0);
			if (step > 0) return hop(at('banc', step > 1 ? `hop${step - 1}` : 'data'));
			return path === 'data' ? bytesAnswer(60_000, 'application/json') : imageAnswer(asked, path);
		},
		run: study,
	},
	{
		name: 'aborted-fetch',
		limit: 'broken',
		bytesPerSecond: SLOW_BYTES_PER_SECOND,
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, `const address = 'long';\n${ABORT}`);
			return asked.path === PICTURE
				? imageAnswer(asked, PICTURE)
				: bytesAnswer(WHOLE_BYTES, 'application/octet-stream');
		},
		run: study,
	},
	{
		name: 'aborted-fetch-other-origin',
		limit: 'broken',
		bytesPerSecond: SLOW_BYTES_PER_SECOND,
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, `const address = '${asked.at('media', 'long')}';\n${ABORT}`);
			return asked.path === PICTURE
				? imageAnswer(asked, PICTURE)
				: bytesAnswer(WHOLE_BYTES, 'application/octet-stream', { ...NO_STORE, ...CORS });
		},
		run: study,
	},
	{
		name: 'aborted-navigation',
		limit: 'broken',
		bytesPerSecond: SLOW_BYTES_PER_SECOND,
		answer(asked) {
			if (asked.path === 'page') return lesson(asked);
			if (asked.path === PICTURE) return imageAnswer(asked, PICTURE);
			const body = Buffer.from(pageHtml(`<p hidden>${noise(WHOLE_BYTES / 2).toString('base64')}</p>`));
			return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8', ...NO_STORE }, body };
		},
		run: leaveHalfWay,
	},
	{
		name: 'left-while-images-load',
		limit: 'broken',
		bytesPerSecond: SLOW_BYTES_PER_SECOND,
		answer(asked) {
			if (asked.path === 'page') return lesson(asked);
			if (asked.path === PICTURE) return imageAnswer(asked, PICTURE);
			if (asked.path !== 'long') return longImage(WHOLE_BYTES);
			return htmlAnswer(asked, `<img src="one.jpg"><img src="${asked.at('media', 'two.jpg')}">`);
		},
		run: leaveHalfWay,
	},
	{
		name: 'left-after-burst',
		limit: 'exact',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, BURST);
			if (asked.path !== 'next') return bytesAnswer(1_000, 'application/json');
			return scriptPage(asked, `window.isNext = true; // ${noise(200_000).toString('base64')}`);
		},
		async run({ page, at }) {
			await page.goto(at('banc', 'page'));
			await page.waitFor('window.isNext === true', NEXT_TIMEOUT_MS);
			await sleep(HALF_WAY_MS);
		},
	},
];
