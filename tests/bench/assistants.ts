/**
 * What Sobrio costs on the page of an AI assistant in Chromium: time of the page's thread for a stream of 20,000 tokens, and the time until its first
 * token reaches the page, on a followed host less those on another, in interleaved rounds. `npm run bench:assistants -- --rounds 5`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ChromiumPage } from '@/tests/e2e/drivers/chromium-page';
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

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

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
const driver = await openWithExtension('chromium', { lang: 'en' });
const page = (await driver.newPage(addressOf(FOLLOWED))) as ChromiumPage;
await followCourse(driver, page, { courseUrl: addressOf(FOLLOWED) }, BY_HAND);

/** Runs in the page: asks, reads to the end, and returns the milliseconds until the first piece, and how many pieces came. */
async function read(path: string): Promise<{ readonly firstMs: number; readonly pieceCount: number }> {
	const start = performance.now();
	const response = await fetch(path, { method: 'POST', body: '{}' });
	const reader = (response.body as ReadableStream<Uint8Array>).getReader();
	let [firstMs, pieceCount] = [0, 0];
	for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
		if (pieceCount++ === 0) firstMs = performance.now() - start;
	}
	return { firstMs, pieceCount };
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** One round on a host: time of the page's thread for the long stream, and the median first token of the short ones. */
async function measure(host: string) {
	await page.goto(addressOf(host));
	// Warm: the page's functions are compiled.
	await page.evaluate(read, PATH);
	const session = await page.puppeteerPage.createCDPSession();
	// Time of the thread: a busy machine takes the processor away in the middle of a script.
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	// Tasks, since scripts that run on from a promise are no part of the script time.
	const taskMs = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * MS_PER_S;
	};
	const before = await taskMs();
	const { pieceCount } = await page.evaluate(read, PATH);
	const streamMs = (await taskMs()) - before;
	await session.detach();
	const firsts: number[] = [];
	for (let count = 0; count < SHORT_COUNT; count++) firsts.push((await page.evaluate(read, `/short${PATH}`)).firstMs);
	return { streamMs, firstMs: median(firsts), pieceCount };
}

try {
	const rounds: Record<string, string>[] = [];
	const added: { readonly streamMs: number; readonly firstMs: number }[] = [];
	for (let round = 0; round < Number(values.rounds); round++) {
		const without = await measure(OTHER);
		const followed = await measure(FOLLOWED);
		added.push({ streamMs: followed.streamMs - without.streamMs, firstMs: followed.firstMs - without.firstMs });
		const pair = (name: 'streamMs' | 'firstMs') => `${followed[name].toFixed(1)} / ${without[name].toFixed(1)}`;
		rounds.push({
			'thread ms, with / without': pair('streamMs'),
			'first token ms, with / without': pair('firstMs'),
			pieces: `${followed.pieceCount} / ${without.pieceCount}`,
		});
	}
	console.table(rounds);
	const streamMs = median(added.map((each) => each.streamMs));
	const firstMs = median(added.map((each) => each.firstMs));
	const isRight = streamMs < MOST_STREAM_MS && firstMs <= MOST_FIRST_TOKEN_MS;
	const row = (ms: number, limit: string) => ({ 'ms added (median)': ms.toFixed(1), limit });
	console.table({
		'20,000 tokens, thread of the page': row(streamMs, `below ${MOST_STREAM_MS}`),
		'first token, later': row(firstMs, `at most ${MOST_FIRST_TOKEN_MS}`),
	});
	process.exitCode = isRight ? 0 : 1;
} finally {
	await driver.close();
	await server.close();
}
