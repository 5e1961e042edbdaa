import { setTimeout as sleep } from 'node:timers/promises';
import { bytesAnswer, htmlAnswer, imageAnswer, NO_STORE } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { read } from '@/tests/bench/accuracy/study';
import { writeGuide } from '@/tests/course/pages/evacuation-guide';
import { VIDEO_DIR } from '@/tests/course/video';

const OPEN_MS = 2_500;
const FILE_BYTES = 1_500_000;
/** The rest of a download takes about two seconds at this speed. */
const SLOW_BYTES_PER_SECOND = 500_000;
const PAGE_HEADERS = { 'Content-Type': 'text/html; charset=utf-8', ...NO_STORE };
const INNER = `<!doctype html><title>Cadre</title><p>${'Le cours en un cadre. '.repeat(2_000)}</p>`;

/** Reads the case's page, clicks its link, and waits for what that opens. */
async function follow(stage: Stage): Promise<void> {
	await read(stage);
	await stage.page.click('a');
	await sleep(OPEN_MS);
}

const pdf = (link: string) => async (asked: BenchAsked) =>
	asked.path === 'page'
		? htmlAnswer(asked, link)
		: {
				status: 200,
				headers: { 'Content-Type': 'application/pdf', ...NO_STORE },
				body: await writeGuide(VIDEO_DIR),
			};

const file =
	(link: string, type: string, headers: Readonly<Record<string, string>> = {}) =>
	(asked: BenchAsked) =>
		asked.path === 'page' ? htmlAnswer(asked, link) : bytesAnswer(FILE_BYTES, type, { ...NO_STORE, ...headers });

const ATTACHMENT = { 'Content-Disposition': 'attachment; filename="guide.zip"' };

export const OPENED: readonly BenchCase[] = [
	{ name: 'pdf-same-tab', limit: 'exact', answer: pdf('<a href="guide.pdf">Le guide</a>'), run: follow },
	{ name: 'pdf-new-tab', limit: 'exact', answer: pdf('<a href="guide.pdf" target="_blank">Le guide</a>'), run: follow },
	{
		name: 'download-attribute',
		limit: 'exact',
		answer: file('<a href="guide.zip" download>Le guide</a>', 'application/zip'),
		run: follow,
	},
	{
		name: 'download-untyped',
		limit: 'exact',
		answer: file('<a href="guide">Le guide</a>', 'application/octet-stream'),
		run: follow,
	},
	{
		name: 'download-new-tab',
		limit: 'exact',
		answer: file('<a href="guide.zip" target="_blank">Le guide</a>', 'application/zip', ATTACHMENT),
		run: follow,
	},
	{
		name: 'download-noopener',
		limit: 'exact',
		answer: file('<a href="guide.zip" target="_blank" rel="noopener">Le guide</a>', 'application/zip', ATTACHMENT),
		run: follow,
	},
	{
		name: 'download-page-left',
		limit: 'exact',
		bytesPerSecond: SLOW_BYTES_PER_SECOND,
		answer: file('<a href="guide.zip">Le guide</a>', 'application/zip', ATTACHMENT),
		async run(stage) {
			await read(stage);
			await stage.page.click('a');
			await sleep(1_000);
			await stage.page.goto('about:blank');
			await sleep(OPEN_MS);
		},
	},
	{
		name: 'window-written',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(
						asked,
						`<a href="#" onclick="const w = window.open(''); w.document.write('<img src=&quot;${asked.at('banc', 'nuages.jpg')}&quot;><p>Module</p>'); w.document.close(); return false">Le module</a>`,
					)
				: imageAnswer(asked, asked.path),
		run: follow,
	},
	{
		name: 'window-of-another-site',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(asked, `<a href="${asked.at('media', 'package')}" target="_blank">Le module</a>`)
				: asked.path === 'package'
					? bytesAnswer(90_000, 'text/html; charset=utf-8', NO_STORE)
					: imageAnswer(asked, asked.path),
		run: follow,
	},
	{
		name: 'object-and-embed',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(asked, '<object data="one" type="text/html"></object><embed src="two" type="text/html">')
				: { status: 200, headers: PAGE_HEADERS, body: Buffer.from(INNER) },
		async run(stage) {
			await read(stage);
			await sleep(OPEN_MS);
		},
	},
	{
		name: 'prerendered',
		limit: 'exact',
		browsers: ['chromium'],
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(
						asked,
						'<script type="speculationrules">{"prerender":[{"source":"list","urls":["next"]}]}</script><a href="next">Suite</a>',
					)
				: asked.path === 'next'
					? htmlAnswer(asked, '<img src="pierres.jpg" alt="">')
					: imageAnswer(asked, asked.path),
		async run(stage) {
			await read(stage);
			await sleep(1_500);
			await stage.page.click('a');
			await sleep(OPEN_MS);
		},
	},
];
