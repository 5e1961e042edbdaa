import { bytesAnswer, htmlAnswer, imageAnswer, KEPT, NO_STORE, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase } from '@/tests/bench/accuracy/bench-case';
import { read, study } from '@/tests/bench/accuracy/study';

const IMAGES = ['nuages.jpg', 'pierres.jpg', 'ruisseau.jpg'];

function imagesHtml({ at }: BenchAsked): string {
	return IMAGES.map((name, index) => `<img src="${at(index === 0 ? 'media' : 'banc', name)}" alt="">`).join('');
}

/** A worker script under the case's own path, which is then its scope. */
function script(text: string) {
	return { status: 200, headers: { 'Content-Type': 'text/javascript', ...NO_STORE }, body: Buffer.from(text) };
}

const REGISTER = `await navigator.serviceWorker.register('worker.js');
await navigator.serviceWorker.ready;
if (!navigator.serviceWorker.controller)
	await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));`;

const CLAIM = `addEventListener('activate', (event) => event.waitUntil(clients.claim()));`;

const LOAD_IMAGES = `await Promise.all(${JSON.stringify(IMAGES)}.map((name) => new Promise((resolve) => {
	const image = new Image();
	image.onload = image.onerror = resolve;
	image.src = name;
	document.body.append(image);
})));`;

export const CACHES: readonly BenchCase[] = [
	{
		name: 'cached-revisit',
		limit: 'exact',
		peers: '0–25000',
		answer: (asked) => (asked.path === 'page' ? htmlAnswer(asked, imagesHtml(asked)) : imageAnswer(asked, asked.path)),
		prepare: read,
		run: read,
	},
	{
		name: 'revalidated-304',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page' ? htmlAnswer(asked, imagesHtml(asked)) : imageAnswer(asked, asked.path, 0),
		prepare: read,
		run: read,
	},
	{
		name: 'service-worker-cache',
		limit: 'exact',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, `${REGISTER}\n${LOAD_IMAGES}`);
			if (asked.path !== 'worker.js') return imageAnswer(asked, asked.path, 0);
			return script(`addEventListener('install', (event) => event.waitUntil(
	caches.open('lesson').then((cache) => cache.addAll(${JSON.stringify(IMAGES)}))));
${CLAIM}
addEventListener('fetch', (event) => event.respondWith(
	caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`);
		},
		prepare: study,
		run: study,
	},
	{
		name: 'service-worker-first-visit',
		limit: 'exact',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, REGISTER);
			if (asked.path !== 'worker.js') return imageAnswer(asked, asked.path, 0);
			return script(`addEventListener('install', (event) => event.waitUntil(
	caches.open('first').then((cache) => cache.addAll(${JSON.stringify(IMAGES)}))));
${CLAIM}`);
		},
		run: study,
	},
	{
		name: 'service-worker-passes-on',
		limit: 'exact',
		answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, `${REGISTER}\n${LOAD_IMAGES}`);
			if (asked.path !== 'worker.js') return imageAnswer(asked, asked.path);
			return script(`${CLAIM}\naddEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`);
		},
		run: study,
	},
	{
		name: 'memory-cache',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(asked, `for (let n = 0; n < 6; n++) await (await fetch('same')).arrayBuffer();`)
				: bytesAnswer(200_000, 'application/json', KEPT),
		run: study,
	},
];
