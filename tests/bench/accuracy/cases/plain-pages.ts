import {
	bytesAnswer,
	CORS,
	chunkedGzip,
	htmlAnswer,
	imageAnswer,
	NO_STORE,
	scriptPage,
} from '@/tests/bench/accuracy/answers';
import type { BenchCase } from '@/tests/bench/accuracy/bench-case';
import { read, study } from '@/tests/bench/accuracy/study';

const IMAGES = ['nuages.jpg', 'pierres.jpg', 'ruisseau.jpg', 'branche.jpg'];

/** As the libraries of applications ask. */
const REQUEST = `(address) => new Promise((resolve) => {
	const request = new XMLHttpRequest();
	request.onload = resolve;
	request.open('GET', address);
	request.send();
})`;

export const PLAIN_PAGES: readonly BenchCase[] = [
	{
		name: 'light-page',
		limit: 'exact',
		peers: '0–1.05',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(
						asked,
						`<p>${'Un texte court. '.repeat(400)}</p><script src="${asked.at('banc', 'a.js')}"></script>`,
					)
				: { ...bytesAnswer(12_000, 'text/javascript'), body: Buffer.from('/* */ '.repeat(2_000)) },
		run: read,
	},
	{
		name: 'images-other-origin',
		limit: 'exact',
		peers: '0–1.00',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(asked, IMAGES.map((name) => `<img src="${asked.at('media', name)}" alt="">`).join(''))
				: imageAnswer(asked, asked.path),
		run: read,
	},
	{
		name: 'chunked-page',
		limit: 'exact',
		peers: '0–4.00',
		answer: (asked) => (asked.path === 'page' ? chunkedGzip(60, 'text/html; charset=utf-8') : null),
		run: read,
	},
	{
		name: 'chunked-fetch',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(asked, `for (let n = 0; n < 3; n++) await (await fetch('part' + n)).text();`)
				: chunkedGzip(40, 'application/json'),
		run: study,
	},
	{
		name: 'chunked-fetch-other-origin',
		limit: 'blind',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(
						asked,
						`for (let n = 0; n < 3; n++) await (await fetch('${asked.at('media', 'part')}' + n)).text();`,
					)
				: chunkedGzip(40, 'application/json', { ...NO_STORE, ...CORS }),
		run: study,
	},
	{
		name: 'chunked-xhr-other-origin',
		limit: 'blind',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(asked, `for (let n = 0; n < 3; n++) await (${REQUEST})('${asked.at('media', 'part')}' + n);`)
				: chunkedGzip(40, 'application/json', { ...NO_STORE, ...CORS }),
		run: study,
	},
	{
		name: 'chunked-script-other-origin',
		limit: 'blind',
		answer: (asked) =>
			asked.path === 'page'
				? htmlAnswer(asked, `<script src="${asked.at('media', 'data.js')}"></script>`)
				: { ...chunkedGzip(40, 'text/javascript') },
		run: read,
	},
	{
		name: 'poll-200',
		limit: 'exact',
		peers: '0.01–1.02',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(asked, `for (let n = 0; n < 200; n++) await (await fetch('state')).arrayBuffer();`)
				: bytesAnswer(900, 'application/json'),
		run: study,
	},
	{
		name: 'fetches-500',
		limit: 'exact',
		peers: '0.38–2.11',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(
						asked,
						`const queue = Array.from({ length: 500 }, (_, n) => n);
await Promise.all(Array.from({ length: 8 }, async () => {
	while (queue.length) await (await fetch('item?' + queue.pop())).arrayBuffer();
}));`,
					)
				: bytesAnswer(2_000 + (Number(asked.url.search.slice(1)) % 7) * 100, 'application/json'),
		run: study,
	},
];
