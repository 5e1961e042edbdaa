import { bytesAnswer, CORS, chunkedGzip, NO_STORE, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase, LimitClass } from '@/tests/bench/accuracy/bench-case';
import { study } from '@/tests/bench/accuracy/study';
import type { Answer } from '@/tests/course/send';

/** A worker that fetches each address it receives and reports when it is done. */
const WORKER = `async function work(addresses, port) {
	for (const address of addresses) await (await fetch(address)).arrayBuffer();
	port.postMessage('done');
}`;

const LISTENERS = {
	dedicated: `onmessage = ({ data }) => work(data, self);`,
	shared: `onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) => work(data, port); };`,
	service: `addEventListener('message', ({ data, source }) => work(data, source));`,
};

const CALLS = {
	dedicated: `const port = new Worker('worker.js');`,
	shared: `const { port } = new SharedWorker('worker.js'); port.start();`,
	service: `await navigator.serviceWorker.register('worker.js');
const { active } = await navigator.serviceWorker.ready;
const port = { postMessage: (data) => active.postMessage(data), addEventListener: (name, listen) => navigator.serviceWorker.addEventListener(name, listen) };
navigator.serviceWorker.startMessages();`,
};

type Kind = keyof typeof CALLS;

function workerCase(name: string, kind: Kind, limit: LimitClass, body: (asked: BenchAsked) => Answer): BenchCase {
	return {
		name,
		limit,
		answer(asked) {
			const { path, at } = asked;
			if (path === 'page')
				return scriptPage(
					asked,
					`${CALLS[kind]}
const isDone = new Promise((resolve) => port.addEventListener('message', resolve));
port.postMessage(${JSON.stringify([at('banc', 'one'), at('banc', 'two'), at('media', 'three')])});
await isDone;`,
				);
			if (path !== 'worker.js') return body(asked);
			const text = `${WORKER}\n${LISTENERS[kind]}`;
			return { status: 200, headers: { 'Content-Type': 'text/javascript', ...NO_STORE }, body: Buffer.from(text) };
		},
		run: study,
	};
}

const sized = () => bytesAnswer(120_000, 'application/json', { ...NO_STORE, ...CORS });
const chunked = () => chunkedGzip(30, 'application/json', { ...NO_STORE, ...CORS });

export const WORKERS: readonly BenchCase[] = [
	{ ...workerCase('dedicated-worker', 'dedicated', 'exact', sized), peers: '0–1.00' },
	workerCase('dedicated-worker-chunked', 'dedicated', 'blind', chunked),
	workerCase('shared-worker', 'shared', 'exact', sized),
	workerCase('shared-worker-chunked', 'shared', 'blind', chunked),
	workerCase('service-worker', 'service', 'exact', sized),
	workerCase('service-worker-chunked', 'service', 'blind', chunked),
];
