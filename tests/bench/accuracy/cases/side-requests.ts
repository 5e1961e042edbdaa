import { setTimeout as sleep } from 'node:timers/promises';
import { bytesAnswer, CORS, htmlAnswer, imageAnswer, KEPT, NO_STORE, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { read, study } from '@/tests/bench/accuracy/study';
import { writeGuide } from '@/tests/course/pages/evacuation-guide';
import { VIDEO_DIR } from '@/tests/course/video';

const DOWNLOAD_MS = 2_500;
const PREFLIGHT = {
	...CORS,
	'Access-Control-Allow-Methods': 'GET, PUT',
	'Access-Control-Allow-Headers': 'x-lesson, content-type',
	'Access-Control-Max-Age': '0',
};

/** Reads the case's page, and stays so long. */
const readFor = (stayMs: number) => async (stage: Stage) => {
	await read(stage);
	await sleep(stayMs);
};

const css = (text: string) => ({
	status: 200,
	headers: { 'Content-Type': 'text/css', ...NO_STORE, ...CORS },
	body: Buffer.from(text),
});

export const SIDE_REQUESTS: readonly BenchCase[] = [
	{
		name: 'css-fonts-and-images',
		limit: 'exact',
		answer(asked) {
			const { path, at } = asked;
			if (path === 'page')
				return htmlAnswer(
					asked,
					`<link rel="stylesheet" href="${at('media', 'theme.css')}"><p class="one">Abc</p><p class="two">Abc</p>`,
				);
			if (path === 'theme.css')
				return css(`@import url('more.css');
@font-face { font-family: banc; src: url('banc.woff2') format('woff2'); }
.one { font-family: banc; background: url('pierres.jpg'); }`);
			if (path === 'more.css')
				return css(`.two { background: url('${at('tiers', 'branche.jpg')}'); min-height: 20px; }`);
			return path === 'banc.woff2' ? bytesAnswer(40_000, 'font/woff2', { ...KEPT, ...CORS }) : imageAnswer(asked, path);
		},
		run: readFor(500),
	},
	{
		name: 'prefetch-and-preload',
		limit: 'exact',
		answer(asked) {
			const { path, at } = asked;
			if (path === 'page')
				return htmlAnswer(
					asked,
					`<link rel="preload" as="image" href="nuages.jpg"><link rel="preload" as="fetch" crossorigin href="${at('media', 'unused')}">
<link rel="prefetch" href="next"><link rel="prefetch" as="image" href="${at('media', 'later.png')}"><img src="nuages.jpg" alt="">`,
				);
			return path.endsWith('.jpg')
				? imageAnswer(asked, path)
				: bytesAnswer(90_000, 'application/json', { ...KEPT, ...CORS });
		},
		run: readFor(1_500),
	},
	{
		name: 'preflights',
		limit: 'exact',
		answer(asked) {
			if (asked.path === 'page')
				return scriptPage(
					asked,
					`for (let n = 0; n < 30; n++) await (await fetch('${asked.at('media', 'state')}' + n, { headers: { 'X-Lesson': 'a' } })).arrayBuffer();`,
				);
			return asked.method === 'OPTIONS'
				? { status: 204, headers: PREFLIGHT, body: null }
				: bytesAnswer(1_500, 'application/json', { ...NO_STORE, ...PREFLIGHT });
		},
		run: study,
	},
	{
		name: 'download',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(asked, '<a href="guide.zip">Le guide</a>')
				: bytesAnswer(2_500_000, 'application/zip', {
						...NO_STORE,
						'Content-Disposition': 'attachment; filename="guide.zip"',
					}),
		run: async (stage) => {
			await read(stage);
			await stage.page.click('a');
			await sleep(DOWNLOAD_MS);
		},
	},
	{
		name: 'embedded-pdf',
		limit: 'exact',
		answer: async (asked) =>
			asked.path === 'page'
				? htmlAnswer(asked, '<iframe src="guide.pdf" width="800" height="600"></iframe>')
				: {
						status: 200,
						headers: { 'Content-Type': 'application/pdf', ...NO_STORE },
						body: await writeGuide(VIDEO_DIR),
					},
		run: readFor(DOWNLOAD_MS),
	},
	{
		name: 'beacons',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(
						asked,
						`for (let n = 0; n < 20; n++) navigator.sendBeacon('trace' + n, 'x'.repeat(200));
addEventListener('pagehide', () => navigator.sendBeacon('last', 'x'));`,
					)
				: { status: 200, headers: { 'Content-Type': 'text/plain', ...NO_STORE }, body: Buffer.alloc(400, 'k') },
		run: study,
	},
	{
		name: 'upload',
		limit: 'exact',
		way: 'sent',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(
						asked,
						`const form = new FormData();
form.append('work', new File([new Uint8Array(900_000)], 'devoir.pdf', { type: 'application/pdf' }));
await (await fetch('hand-in', { method: 'POST', body: form })).text();`,
					)
				: { status: 200, headers: { 'Content-Type': 'text/plain', ...NO_STORE }, body: Buffer.from('merci') },
		run: study,
	},
];
