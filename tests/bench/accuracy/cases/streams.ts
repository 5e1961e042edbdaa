import { setTimeout as sleep } from 'node:timers/promises';
import { bytesAnswer, CORS, htmlAnswer, NO_STORE, scriptPage } from '@/tests/bench/accuracy/answers';
import type { BenchCase, Stage } from '@/tests/bench/accuracy/bench-case';
import type { HostName } from '@/tests/bench/accuracy/bench-site';
import { study } from '@/tests/bench/accuracy/study';
import { holdCall, type PeerTotals } from '@/tests/e2e/rig/peer-call';

const MESSAGE_BYTES = 100_000;
const MESSAGES_IN = 20;
const MESSAGES_OUT = 10;
const EVENT_COUNT = 120;
const EVENT_TEXT = 'Une ligne de la classe. '.repeat(40);
const EVENT_EVERY_MS = 10;
const LISTEN_MS = 3_500;
/** Longer than the frame takes to report. */
const SAID_MS = 3_500;
const SCRIPT_TIMEOUT_MS = 30_000;

/** Takes twenty messages, half of them text, then sends ten in turn. */
const TALK = `await new Promise((resolve) => {
	const socket = new WebSocket(location.href.replace('http', 'ws') + '?${MESSAGES_IN}x${MESSAGE_BYTES}');
	socket.onmessage = ({ data }) => {
		if (data !== 'end') return;
		for (let n = 0; n < ${MESSAGES_OUT}; n++) socket.send(n % 2 ? 'x'.repeat(${MESSAGE_BYTES}) : new Uint8Array(${MESSAGE_BYTES}));
		setTimeout(resolve, 500);
	};
});`;

/** What both ways of the page's HTTP requests and its socket moved. */
function moved({ site }: Stage, way: 'received' | 'sent'): number {
	const requests = site.truth.requests().filter(({ url }) => !url.endsWith('/favicon.ico'));
	const http = requests.reduce(
		(sum, request) => sum + (way === 'sent' ? request.receivedBytes : request.deliveredBytes),
		0,
	);
	return http + site.sockets()[way === 'sent' ? 'receivedBytes' : 'sentBytes'];
}

function socketCase(name: string, way: 'received' | 'sent'): BenchCase {
	return {
		name,
		limit: 'socket',
		way,
		peers: way === 'received' ? '0' : '',
		answer: (asked) => scriptPage(asked, TALK),
		run: async (stage) => {
			await study(stage);
			await sleep(SAID_MS);
		},
		trueBytes: (stage) => moved(stage, way),
	};
}

function callCase(): BenchCase {
	let truth: PeerTotals = { received: 0, sent: 0, video: 0, flowMs: 0 };
	return {
		name: 'webrtc-call',
		limit: 'call',
		answer: (asked) => htmlAnswer(asked, '<h1>Classe</h1>'),
		async run({ page, at }) {
			await page.goto(at('banc', 'page'));
			truth = await page.evaluate(holdCall);
		},
		trueBytes: () => truth.received,
	};
}

async function* events(): AsyncGenerator<Uint8Array> {
	for (let n = 0; n < EVENT_COUNT; n++) {
		const name = n % 4 === 0 ? 'event: grade\n' : '';
		yield Buffer.from(`${name}data: ${n} ${EVENT_TEXT}\n\n`);
		await sleep(EVENT_EVERY_MS);
	}
	// It stays open, as streams do, until the page goes.
	await sleep(SCRIPT_TIMEOUT_MS);
}

/** A stream that ends after some events, which the browser opens again. */
async function* shortEvents(): AsyncGenerator<Uint8Array> {
	yield Buffer.from('retry: 100\n\n');
	for (let n = 0; n < 20; n++) {
		yield Buffer.from(`data: ${n} ${EVENT_TEXT}\n\n`);
		await sleep(EVENT_EVERY_MS);
	}
}

function reopened(name: string, host: HostName): BenchCase {
	return {
		name,
		limit: 'broken',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(asked, `new EventSource('${asked.at(host, 'events')}').onmessage = () => {};`)
				: { status: 200, headers: { 'Content-Type': 'text/event-stream', ...NO_STORE, ...CORS }, body: shortEvents() },
		run: async (stage) => {
			await study(stage);
			await sleep(LISTEN_MS);
		},
	};
}

export const STREAMS: readonly BenchCase[] = [
	socketCase('websocket-in', 'received'),
	socketCase('websocket-out', 'sent'),
	{
		name: 'event-stream-left-open',
		limit: 'video',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(
						asked,
						`const stream = new EventSource('events');
stream.onmessage = () => {};
stream.addEventListener('grade', () => {});`,
					)
				: { status: 200, headers: { 'Content-Type': 'text/event-stream', ...NO_STORE }, body: events() },
		run: async (stage) => {
			await study(stage);
			await sleep(LISTEN_MS);
		},
	},
	reopened('event-stream-reopened', 'banc'),
	reopened('event-stream-of-another-host', 'media'),
	callCase(),
	{
		name: 'upload-by-form',
		limit: 'exact',
		way: 'sent',
		answer: (asked) =>
			asked.method === 'POST' || asked.path !== 'page'
				? { ...bytesAnswer(0, 'text/html'), body: Buffer.from('<!doctype html><title>Merci</title>') }
				: htmlAnswer(
						asked,
						`<form method="post" action="handed-in" enctype="multipart/form-data"><input type="file" name="work"></form>
<script>const files = new DataTransfer();
files.items.add(new File([new Uint8Array(700000)], 'devoir.pdf'));
document.querySelector('input').files = files.files;</script>`,
					),
		async run({ page, at }) {
			await page.goto(at('banc', 'page'));
			await page.evaluate(() => document.querySelector('form')?.requestSubmit());
			await page.waitFor(() => document.title === 'Merci', SCRIPT_TIMEOUT_MS);
		},
	},
];
