import { setTimeout as sleep } from 'node:timers/promises';
import { bytesAnswer, CORS, htmlAnswer, longImage, NO_STORE, noise, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import { read, study } from '@/tests/bench/accuracy/study';
import type { Answer } from '@/tests/course/send';

/** Longer than a page waits that leads its tab to another host (`LeadWatch`). */
const STAY_MS = 4_000;
const FILE_BYTES = 400_000;
const HOP_BYTES = 40_000;
const IMAGE_BYTES = 600_000;
const TEXT = `<p>${noise(75_000).toString('base64')}</p>`;

const file = () =>
	bytesAnswer(FILE_BYTES, 'application/zip', {
		...NO_STORE,
		'Content-Disposition': 'attachment; filename="guide.zip"',
	});
const text = (asked: BenchAsked) => htmlAnswer(asked, TEXT);

/** The case's page, and what any other address answers. */
const site =
	(page: (asked: BenchAsked) => string, other: (asked: BenchAsked) => Answer | Promise<Answer> = text) =>
	(asked: BenchAsked) =>
		asked.path === 'page' ? htmlAnswer(asked, page(asked)) : other(asked);

async function stay(stage: Stage): Promise<void> {
	await read(stage);
	await sleep(STAY_MS);
}

/** Opens the case's page, presses what it has to press, and waits for what that opens. */
async function press(stage: Stage): Promise<void> {
	await read(stage);
	await stage.page.click('#go');
	await sleep(STAY_MS);
}

/** Opens the case's page, waits for what that prepares, and opens a page. */
const openAfter = (link: string) => async (stage: Stage) => {
	await stay(stage);
	await stage.page.click(link);
	await sleep(STAY_MS);
};

/** Leaves the site for longer than a prepared page takes to open (`PreparedPages`). */
async function leaveAfter(stage: Stage): Promise<void> {
	await stay(stage);
	await stage.page.goto('about:blank');
	await sleep(STAY_MS);
}

const rules = (what: string) =>
	`<script type="speculationrules">{"${what}":[{"source":"list","urls":["next"]}]}</script>`;
const NEXT = `${TEXT}<img src="picture.jpg" alt="">`;

/** A redirect whose answer has a body, as most servers write one. */
const hop = (location: string, byteCount = 0): Answer => ({
	status: 302,
	headers: { Location: location, 'Content-Type': 'text/html', ...NO_STORE, ...CORS },
	body: byteCount > 0 ? noise(byteCount) : null,
});

const HOPS = `for (let n = 0; n < 4; n++) await (await fetch('hop' + n)).arrayBuffer();
for (let n = 4; n < 8; n++) await new Promise((resolve) => {
	const image = new Image();
	image.onload = image.onerror = resolve;
	image.src = 'hop' + n;
});`;

const FIELD = `<input name="work" value="${'x'.repeat(100_000)}"><button>Envoyer</button>`;
const SHADOW = `<button id="go">Le module</button><script>
const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
root.append(document.querySelector('template').content);
document.querySelector('#go').onclick = () => root.querySelector('button').click();</script>`;
const formInShadow = ({ at }: BenchAsked) =>
	`<template><form method="post" action="${at('media', 'next')}" target="_blank">${FIELD}</form></template>${SHADOW}`;

/** A form that is submitted again within its own event. */
const formTwice = (target: string) => `<form method="post" action="next" target="${target}">${FIELD}</form>
<button id="go">Rendre</button><script>
document.forms[0].onsubmit = () => document.forms[0].submit();
document.querySelector('#go').onclick = () => document.forms[0].requestSubmit();</script>`;

const led = (script: string) => `<button id="go" onclick="${script}">Le module</button>`;

/** What pages load or send, and the browser's events show late, in another place, or not at all. */
export const UNSHOWN: readonly BenchCase[] = [
	{
		name: 'kept-alive-as-page-is-left',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(asked, `addEventListener('pagehide', () => fetch('last', { keepalive: true }));`)
				: bytesAnswer(FILE_BYTES, 'application/json'),
		run: study,
	},
	...(['prefetch', 'prerender'] as const).flatMap((what): BenchCase[] => {
		const answer = site(
			() => `${TEXT}${rules(what)}<a id="go" href="next">Suite</a><a id="other" href="other">Retour</a>`,
			(asked) => (asked.path === 'picture.jpg' ? longImage(IMAGE_BYTES) : htmlAnswer(asked, NEXT)),
		);
		const common = { limit: 'exact', browsers: ['chromium'], answer } as const;
		return [
			{ ...common, name: `${what}-by-rules-opened`, run: openAfter('#go') },
			{ ...common, name: `${what}-by-rules-other-opened`, run: openAfter('#other') },
			{ ...common, name: `${what}-by-rules-left`, run: leaveAfter },
		];
	}),
	{
		name: 'redirects-with-bodies',
		limit: 'broken',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, HOPS);
			if (asked.path.startsWith('hop')) return hop(asked.at('banc', `end-${asked.path}`), HOP_BYTES);
			return longImage(IMAGE_BYTES);
		},
		run: study,
	},
	{
		name: 'redirects-with-short-bodies',
		limit: 'exact',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, HOPS);
			if (asked.path.startsWith('hop')) return hop(asked.at('banc', `end-${asked.path}`), 1_000);
			return asked.path < 'end-hop4' ? bytesAnswer(2_000, 'application/json') : longImage(IMAGE_BYTES);
		},
		run: study,
	},
	{
		name: 'page-redirected-with-body',
		limit: 'broken',
		answer: (asked) =>
			asked.path === 'page' ? hop(asked.at('banc', 'last'), HOP_BYTES) : scriptPage(asked, `// ${TEXT}`),
		run: study,
	},
	{
		name: 'form-twice-in-windows',
		limit: 'exact',
		way: 'sent',
		answer: site(() => formTwice('_blank')),
		run: press,
	},
	{
		name: 'form-twice-in-place',
		limit: 'exact',
		way: 'sent',
		answer: site(() => formTwice('_self')),
		run: press,
	},
	{ name: 'form-in-shadow-root', limit: 'exact', answer: site(formInShadow), run: press },
	{ name: 'form-in-shadow-root-sent', limit: 'exact', way: 'sent', answer: site(formInShadow), run: press },
	{
		name: 'window-led-to-another-host',
		limit: 'exact',
		answer: site(({ at }) => led(`window.open().location = '${at('media', 'next')}'`)),
		run: press,
	},
	{
		name: 'window-led-on-by-its-page',
		limit: 'exact',
		answer: site(
			() => led(`window.open('own')`),
			(asked) =>
				asked.path === 'own'
					? htmlAnswer(asked, `<script>location.href = '${asked.at('media', 'next')}'</script>`)
					: text(asked),
		),
		run: press,
	},
	{
		name: 'frame-redirected-to-another-host',
		limit: 'exact',
		answer: site(
			() => '<iframe src="first"></iframe>',
			(asked) => (asked.path === 'first' ? hop(asked.at('media', 'next')) : text(asked)),
		),
		run: stay,
	},
	{
		name: 'frame-redirected-to-download',
		limit: 'exact',
		answer: site(
			() => '<iframe src="first"></iframe>',
			(asked) => (asked.path === 'first' ? hop(asked.at('media', 'guide.zip')) : file()),
		),
		run: stay,
	},
	{
		name: 'frame-led-to-another-host',
		limit: 'exact',
		answer: site(
			({ at }) =>
				`<iframe name="part" src="first"></iframe><a id="go" target="part" href="${at('media', 'next')}">Suite</a>`,
		),
		run: press,
	},
	{
		name: 'download-of-another-host',
		limit: 'exact',
		answer: site(({ at }) => `<a id="go" href="${at('media', 'guide.zip')}">Le guide</a>`, file),
		run: press,
	},
	{
		name: 'download-of-another-host-by-script',
		limit: 'exact',
		answer: site(({ at }) => led(`location.href = '${at('media', 'guide.zip')}'`), file),
		run: press,
	},
];
