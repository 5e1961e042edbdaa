import { CORS, chunkedGzip, htmlAnswer, NO_STORE, noise, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase } from '@/tests/bench/accuracy/bench-case';
import { read, study } from '@/tests/bench/accuracy/study';
import type { Answer } from '@/tests/course/send';

const ERROR_BYTES = 120_000;
const CHUNK_BYTES = 20_000;

const chunked = () => chunkedGzip(30, 'application/json', { ...NO_STORE, ...CORS });

async function* inChunks(body: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < body.length; start += CHUNK_BYTES) yield body.subarray(start, start + CHUNK_BYTES);
}

/** A page of a server that knows no such file, written as it is sent: it has no length. */
function unknownFile(): Answer {
	const body = inChunks(Buffer.from(noise(ERROR_BYTES).toString('base64')));
	return { status: 404, headers: { 'Content-Type': 'text/html', ...NO_STORE, ...CORS }, body };
}

/** A page whose script reads a response of another host, which hides its size. */
function hiddenBody(name: string, script: string, answer: (asked: BenchAsked) => Answer = chunked): BenchCase {
	return {
		name,
		limit: 'blind',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(asked, `const address = '${asked.at('media', 'data')}';\n${script}`)
				: answer(asked),
		run: study,
	};
}

/** Bodies in ways that pages seldom read them. */
export const ODD_BODIES: readonly BenchCase[] = [
	hiddenBody('redirected-and-hidden', `await (await fetch(address)).text();`, ({ path, at }) =>
		path === 'data'
			? { status: 302, headers: { Location: at('tiers', 'moved'), ...NO_STORE, ...CORS }, body: null }
			: chunked(),
	),
	hiddenBody('body-in-a-new-response', `await new Response((await fetch(address)).body).arrayBuffer();`),
	{
		// Chromium discards the bodies of such errors, and Firefox breaks off some of its requests.
		name: 'errors-for-elements',
		limit: 'broken',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(
						asked,
						`<script src="one.js"></script><link rel="stylesheet" href="two.css"><script src="${asked.at('media', 'three.js')}"></script>`,
					)
				: unknownFile(),
		run: read,
	},
];
