import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CORS, htmlAnswer, imageAnswer, NO_STORE, noise, scriptPage } from '@/tests/bench/accuracy/answers';
import type { Address, BenchAsked, BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { study } from '@/tests/bench/accuracy/study';
import { type Answer, paceAt } from '@/tests/course/send';
import { VIDEO_DIR } from '@/tests/course/video';
import type { Page } from '@/tests/e2e/drivers/driver';

const PICTURE = 'nuages.jpg';
/** Another picture of the course, for the next page. */
const NEXT_PICTURE = 'terrier-petit.jpg';
const SLOW_BYTES = 300_000;
const SLICE_MS = 50;
/** Longer than any page of these cases waits. */
const SILENT_MS = 30_000;
const LEFT_AT_MS = 1_000;

/** Bytes of a body, a slice every 50 ms, at any bandwidth. */
async function* drip(body: Uint8Array, bytesPerSecond: number): AsyncGenerator<Uint8Array> {
	const pace = paceAt(bytesPerSecond);
	const sliceBytes = (bytesPerSecond * SLICE_MS) / 1000;
	for (let start = 0; start < body.length; start += sliceBytes) {
		await pace(sliceBytes);
		yield body.subarray(start, start + sliceBytes);
	}
}

/** A response that the server sends slowly, at full bandwidth; in chunks unless `headers` has its length. */
function slowly(body: Uint8Array, bytesPerSecond: number, headers: Readonly<Record<string, string>>): Answer {
	return { status: 200, headers: { ...NO_STORE, ...headers }, body: drip(body, bytesPerSecond) };
}

const lengthOf = (body: Uint8Array) => ({ 'Content-Length': String(body.length) });

async function* oneSpace(): AsyncGenerator<Uint8Array> {
	yield Buffer.from(' ');
	await sleep(SILENT_MS, undefined, { ref: false });
}

/** What an address of long polling answers while there is no news. */
const noNews = (): Answer => ({
	status: 200,
	headers: { 'Content-Type': 'application/json', ...NO_STORE },
	body: oneSpace(),
});

/** Slow bodies never wait in the kernel: what was written was read, the last slice too. */
function writtenBytes({ site }: Stage): number {
	return site.truth.requests().reduce((sum, { wroteBytes }) => sum + wroteBytes, 0);
}

const SHOW_PICTURE = `await new Promise((resolve) => {
	document.body.append(Object.assign(new Image(), { onload: resolve, src: '${PICTURE}' }));
});`;

/** Fetches these addresses together and gives all of them up after so long. */
const fetchUntil = (addresses: readonly string[], ms: number) => `const stop = new AbortController();
setTimeout(() => stop.abort(), ${ms});
await Promise.all(${JSON.stringify(addresses)}.map((address) =>
	fetch(address, { signal: stop.signal }).then((answer) => answer.arrayBuffer()).catch(() => {})));`;

/** A page that shows a picture, which comes at the full speed of loopback, and then does this. */
function afterPicture(
	name: string,
	script: (asked: BenchAsked) => string,
	answer: (asked: BenchAsked) => Answer,
): BenchCase {
	return {
		name,
		limit: 'broken',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, `${SHOW_PICTURE}\n${script(asked)}`);
			return asked.path === PICTURE ? imageAnswer(asked, PICTURE) : answer(asked);
		},
		run: study,
		trueBytes: writtenBytes,
	};
}

/** A script for a page that must not go on loading behind the next one: browsers keep no such page to come back to. */
const NOT_KEPT = `<script>addEventListener('unload', () => {});</script>`;

/** Goes to a page whose files come slowly, and leaves that before it is loaded. */
async function goHalfWay(page: Page, at: Address): Promise<void> {
	await page.goto(at('banc', 'page'));
	await page.evaluate(
		(url) => {
			location.href = url;
		},
		at('banc', 'slow'),
	);
	await sleep(LEFT_AT_MS);
}

/** A page that a learner leaves while its files still come; a page with a fast picture comes before. */
function leftWhile(
	name: string,
	html: string,
	answer: (asked: BenchAsked) => Answer | Promise<Answer>,
	run: BenchCase['run'] = ({ page, at }) => goHalfWay(page, at),
): BenchCase {
	return {
		name,
		limit: 'broken',
		answer(asked) {
			if (asked.path === 'page') return htmlAnswer(asked, `<img src="${PICTURE}" alt="">`);
			if (asked.path === 'slow') return htmlAnswer(asked, `<img src="${NEXT_PICTURE}" alt="">${html}`);
			return [PICTURE, NEXT_PICTURE].includes(asked.path) ? imageAnswer(asked, asked.path) : answer(asked);
		},
		run,
		trueBytes: writtenBytes,
	};
}

const TWO_PICTURES = '<img src="one.jpg" alt=""><img src="two.jpg" alt="">';

/** The beginning of a picture of the course, which comes slowly. */
async function slowPicture(): Promise<Answer> {
	const body = (await readFile(join(VIDEO_DIR, 'images/ruisseau.jpg'))).subarray(0, SLOW_BYTES);
	return slowly(body, 60_000, { 'Content-Type': 'image/jpeg', ...lengthOf(body) });
}

export const BOUNDS: readonly BenchCase[] = [
	afterPicture('long-poll-given-up', () => fetchUntil(['news'], 6_000), noNews),
	afterPicture(
		'long-poll-given-up-xhr',
		() => `await new Promise((resolve) => {
	const request = new XMLHttpRequest();
	request.open('GET', 'news');
	request.timeout = 4000;
	request.onloadend = resolve;
	request.send();
});`,
		noNews,
	),
	afterPicture(
		'drip-given-up-other-origin',
		({ at }) => fetchUntil([at('media', 'drip')], 6_000),
		() => slowly(noise(SLOW_BYTES), 4_000, { 'Content-Type': 'application/octet-stream', ...CORS }),
	),
	afterPicture(
		'slow-fetches-given-up',
		() => fetchUntil(['with-length', 'without'], 1_500),
		({ path }) => {
			const body = noise(SLOW_BYTES);
			const type = { 'Content-Type': 'application/octet-stream' };
			return slowly(body, 100_000, path === 'with-length' ? { ...type, ...lengthOf(body) } : type);
		},
	),
	leftWhile('left-while-pictures-drip', `${TWO_PICTURES}${NOT_KEPT}`, slowPicture),
	// Chromium goes on loading a page that it keeps to come back to: all of it comes.
	leftWhile('kept-while-pictures-drip', TWO_PICTURES, slowPicture),
	leftWhile('closed-while-pictures-drip', TWO_PICTURES, slowPicture, async ({ driver, at }) => {
		const tab = await driver.newPage();
		await goHalfWay(tab, at);
		await tab.close();
	}),
	leftWhile('script-given-up', '<iframe src="frame"></iframe><script src="one.js"></script>', (asked) => {
		if (asked.path === 'frame') return htmlAnswer(asked, '<p>Cadre</p><script src="two.js"></script>');
		const body = Buffer.from(`// ${noise(SLOW_BYTES).toString('base64')}`);
		return slowly(body, 50_000, { 'Content-Type': 'text/javascript', ...lengthOf(body) });
	}),
	{
		// The browser asks again by itself, and shows nothing of the first answer.
		name: 'asked-for-a-password',
		limit: 'broken',
		answer: (asked) => {
			if (asked.path === 'page')
				return scriptPage(
					asked,
					`await new Promise((resolve) => {
	const request = new XMLHttpRequest();
	request.open('GET', 'marks', true, 'lea', 'secret');
	request.onloadend = resolve;
	request.send();
});`,
				);
			const isRefused = asked.headers.authorization === undefined;
			const body = Buffer.from('x'.repeat(isRefused ? 40_000 : 60_000));
			const headers = { 'Content-Type': 'text/plain', ...lengthOf(body), ...NO_STORE };
			return isRefused
				? { status: 401, headers: { ...headers, 'WWW-Authenticate': 'Basic realm="cours"' }, body }
				: { status: 200, headers, body };
		},
		run: study,
	},
];
