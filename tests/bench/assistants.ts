/**
 * What Sobrio costs on the page of an AI assistant: time of the page's thread for a stream of 20,000 tokens, and the time until its first
 * token reaches the page, on a followed host less those on another, in interleaved rounds; the page must get the same bytes on both.
 * Chromium names the time of the thread's tasks. Firefox does not: there it is the processor time of the whole first thread of the tab's
 * process, in which the content scripts of the extension run too. `npm run bench:assistants -- --browser firefox --rounds 5`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ChromiumPage } from '@/tests/e2e/drivers/chromium-page';
import type { BrowserName, Driver, Page } from '@/tests/e2e/drivers/driver';
import type { FirefoxDriver } from '@/tests/e2e/drivers/firefox';
import { firstThreadMs } from '@/tests/e2e/drivers/processes';
import { serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { BY_HAND, followCourse } from '@/tests/e2e/rig/study-lesson';
import { SSE } from '@/tests/page/world/answer-parts';

const TOKEN_COUNT = 20_000;
/** Tokens that the server sends at once before it rests: the page reads some thousand pieces. */
const TOKENS_A_WRITE = 5;
const REST_MS = 1;
/** Answers of which the first token is timed. */
const SHORT_COUNT = 30;
/** The limits: `npm run bench:assistants` fails beyond them. */
const MOST_STREAM_MS = 50;
const MOST_FIRST_TOKEN_MS = 5;
const MS_PER_S = 1_000;
const PATH = '/v1/chat/completions';

const { values } = parseArgs({
	options: { rounds: { type: 'string', default: '5' }, browser: { type: 'string' } },
});

const frame = (index: number) =>
	`data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_764_500_000, model: 'mistral-small-3.2', choices: [{ index: 0, delta: { content: ` mot${index % 100}` }, finish_reason: null }] })}\n\n`;

const server = await serveLocally(async ({ method, url }, response) => {
	if (method !== 'POST') {
		response.setHeader('content-type', 'text/html').end('<!doctype html><title>Chat</title><main></main>');
		return;
	}
	const count = url === PATH ? TOKEN_COUNT : 1;
	response.writeHead(200, { 'content-type': SSE });
	for (let from = 0; from < count; from += TOKENS_A_WRITE) {
		const size = Math.min(TOKENS_A_WRITE, count - from);
		response.write(Array.from({ length: size }, (_, index) => frame(from + index)).join(''));
		await sleep(REST_MS);
	}
	response.end('data: [DONE]\n\n');
});
const addressOf = (host: string) => `http://${host}.localhost:${server.port}`;
const [FOLLOWED, OTHER] = ['ia', 'autre'];

/** Runs in the page: asks, reads to the end, and returns the milliseconds until the first piece, and what came. */
async function read(path: string) {
	const start = performance.now();
	const response = await fetch(path, { method: 'POST', body: '{}' });
	const reader = (response.body as ReadableStream<Uint8Array>).getReader();
	let [firstMs, pieceCount, byteCount] = [0, 0, 0];
	for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
		if (pieceCount++ === 0) firstMs = performance.now() - start;
		byteCount += piece.value.length;
	}
	return { firstMs, pieceCount, byteCount };
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Calls `work`, and returns its value with the milliseconds that the page's thread took meanwhile. */
async function timed<Value>(driver: Driver, page: Page, work: () => Promise<Value>): Promise<[Value, number]> {
	if (driver.browser === 'firefox') {
		const pid = await (driver as FirefoxDriver).visibleProcessId();
		const before = firstThreadMs(pid);
		const value = await work();
		return [value, firstThreadMs(pid) - before];
	}
	const session = await (page as ChromiumPage).puppeteerPage.createCDPSession();
	// Time of the thread: a busy machine takes the processor away in the middle of a script.
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	// Tasks, since scripts that run on from a promise are no part of the script time.
	const taskMs = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * MS_PER_S;
	};
	const before = await taskMs();
	const value = await work();
	const ms = (await taskMs()) - before;
	await session.detach();
	return [value, ms];
}

/** One round on a host: time of the page's thread for the long stream, and the median first token of the short ones. */
async function measure(driver: Driver, page: Page, host: string) {
	await page.goto(addressOf(host));
	// Warm: the page's functions are compiled.
	await page.evaluate(read, PATH);
	const [{ pieceCount, byteCount }, streamMs] = await timed(driver, page, () => page.evaluate(read, PATH));
	const firsts: number[] = [];
	for (let count = 0; count < SHORT_COUNT; count++) firsts.push((await page.evaluate(read, `/short${PATH}`)).firstMs);
	return { streamMs, firstMs: median(firsts), pieceCount, byteCount };
}

/** Prints what the rounds in one browser took; whether all is within the limits. */
async function bench(browser: BrowserName): Promise<boolean> {
	const driver = await openWithExtension(browser, { lang: 'en' });
	try {
		const page = await driver.newPage(addressOf(FOLLOWED));
		await followCourse(driver, page, { courseUrl: addressOf(FOLLOWED) }, BY_HAND);
		const rounds: Record<string, string>[] = [];
		const added: { readonly streamMs: number; readonly firstMs: number; readonly byteCount: number }[] = [];
		for (let round = 0; round < Number(values.rounds); round++) {
			const without = await measure(driver, page, OTHER);
			const followed = await measure(driver, page, FOLLOWED);
			const more = (name: 'streamMs' | 'firstMs' | 'byteCount') => followed[name] - without[name];
			added.push({ streamMs: more('streamMs'), firstMs: more('firstMs'), byteCount: more('byteCount') });
			const pair = (name: 'streamMs' | 'firstMs') => `${followed[name].toFixed(1)} / ${without[name].toFixed(1)}`;
			rounds.push({
				'thread ms, with / without': pair('streamMs'),
				'first token ms, with / without': pair('firstMs'),
				pieces: `${followed.pieceCount} / ${without.pieceCount}`,
				bytes: `${followed.byteCount} / ${without.byteCount}`,
			});
		}
		console.log(browser);
		console.table(rounds);
		const streamMs = median(added.map((each) => each.streamMs));
		const firstMs = median(added.map((each) => each.firstMs));
		const row = (ms: number, limit: string) => ({ 'ms added (median)': ms.toFixed(1), limit });
		console.table({
			'20,000 tokens, thread of the page': row(streamMs, `below ${MOST_STREAM_MS}`),
			'first token, later': row(firstMs, `at most ${MOST_FIRST_TOKEN_MS}`),
		});
		const isSame = added.every(({ byteCount }) => byteCount === 0);
		return isSame && streamMs < MOST_STREAM_MS && firstMs <= MOST_FIRST_TOKEN_MS;
	} finally {
		await driver.close();
	}
}

try {
	for (const browser of ['chromium', 'firefox'] as const)
		if ((values.browser ?? browser) === browser && !(await bench(browser))) process.exitCode = 1;
} finally {
	await server.close();
}
