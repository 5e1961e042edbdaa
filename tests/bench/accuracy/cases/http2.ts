import { setTimeout as sleep } from 'node:timers/promises';
import { bytesAnswer, chunkedGzip, NO_STORE, pageHtml } from '@/tests/bench/accuracy/answers';
import type { BenchCase, LimitClass } from '@/tests/bench/accuracy/bench-case';
import { startHttp2Server } from '@/tests/bench/accuracy/http2-server';
import type { Answer } from '@/tests/course/send';

const ITEM_BYTES = 150_000;
const ITEM_COUNT = 12;
const READING_MS = 500;
/** The page unloads; what the proxy still relays belongs to it. */
const LEFT_MS = 300;
const SCRIPT_TIMEOUT_MS = 30_000;

const PAGE =
	pageHtml(`<script type="module">for (let n = 0; n < ${ITEM_COUNT}; n++) await (await fetch('item' + n)).arrayBuffer();
await (await fetch('chunked')).text();
window.isDone = true;</script>`);

function answer(path: string): Answer | null {
	if (path === '/page')
		return {
			status: 200,
			headers: { 'Content-Type': 'text/html; charset=utf-8', ...NO_STORE },
			body: Buffer.from(PAGE),
		};
	if (path === '/chunked') return chunkedGzip(20, 'application/json');
	return path.startsWith('/item') ? bytesAnswer(ITEM_BYTES, 'application/json') : null;
}

/** Files that the server names before it answers; Chrome loads them at once, and the page uses one of them. */
const hintsOf = (path: string) =>
	path === '/page'
		? '</item0>; rel=preload; as=fetch; crossorigin, </item99>; rel=preload; as=fetch; crossorigin'
		: null;

function http2Case(name: string, limit: LimitClass, hints?: typeof hintsOf): BenchCase {
	let sentBytes = 0;
	return {
		name,
		limit,
		answer: () => null,
		async run({ page }) {
			const server = await startHttp2Server(answer, hints);
			try {
				await page.goto(`${server.origin}/page`);
				await page.waitFor('window.isDone === true', SCRIPT_TIMEOUT_MS);
				await sleep(READING_MS);
				await page.goto('about:blank');
				await sleep(LEFT_MS);
				sentBytes = server.sentBytes();
			} finally {
				await server.close();
			}
		},
		trueBytes: () => sentBytes,
	};
}

export const HTTP2: readonly BenchCase[] = [
	http2Case('http2-over-tls', 'exact'),
	http2Case('early-hints', 'blind', hintsOf),
];
