import { WebSocketServer } from 'ws';
import { type LocalServer, serveSecurely } from '@/tests/e2e/rig/local-server';
import { type AnswerStream, PIECES, SO_FAR } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { ANSWER_VARIANTS } from '@/tests/page/world/answers/variants';
import { OTHER_REQUESTS, UNREAD_STREAMS } from '@/tests/page/world/unread-streams';

/** Between the messages of a SignalR frame. */
const SEPARATOR = '\u001e';
const COPILOT = 'copilot.microsoft.com';
const MICROSOFT_365 = 'm365.cloud.microsoft';
/** Where Microsoft 365 Copilot's page opens its socket. */
const SUBSTRATE = 'substrate.office.com';

/** What the page of one assistant does, and what must be counted. */
export interface AssistantPage {
	readonly host: string;
	/** Requests that the page makes, with the stream that each must get unchanged. */
	readonly requests: readonly { readonly path: string; readonly text: string }[];
	/** The socket that it opens, and the messages that it sends there; null for none. */
	readonly socket: { readonly host: string; readonly path: string; readonly sent: readonly string[] } | null;
	/** What was asked, once and once more, and answers that can be read, by family. */
	readonly counts: Readonly<Record<string, AnswerTotals>>;
}

interface AnswerTotals {
	readonly promptCount: number;
	readonly regenerationCount: number;
	readonly readCount: number;
}

const STREAMS: Readonly<Record<string, AnswerStream>> = { ...ANSWER_STREAMS, ...ANSWER_VARIANTS, ...UNREAD_STREAMS };
/** What answers a request that asks for no answer. */
const OTHER = 'OpenAI-compatible';
/** The stand-in for this machine's own address, which no test may use: Ollama listens there. */
const hostOf = (url: string) => new URL(url).hostname.replace('127.0.0.1', 'ollama.example');

/** The fixture is named in the query, which no pattern of an address sees. */
function pathOf(url: string, fixture: string): string {
	const { pathname, search } = new URL(url);
	return `${pathname}${search}${search ? '&' : '?'}fixture=${encodeURIComponent(fixture)}`;
}

const NONE: AnswerTotals = { promptCount: 0, regenerationCount: 0, readCount: 0 };

function pageOf(host: string): AssistantPage {
	const streams = Object.entries(STREAMS).filter(([, { url }]) => hostOf(url) === host);
	const others = OTHER_REQUESTS.filter((url) => hostOf(url) === host);
	const counts: Record<string, AnswerTotals> = {};
	for (const [name, { counter, isAgain }] of streams) {
		const family = counter.replace('answer:', '');
		const { promptCount, regenerationCount, readCount } = counts[family] ?? NONE;
		counts[family] = {
			promptCount: promptCount + (isAgain ? 0 : 1),
			regenerationCount: regenerationCount + (isAgain ? 1 : 0),
			readCount: readCount + (name in UNREAD_STREAMS ? 0 : 1),
		};
	}
	return {
		host,
		requests: [
			...streams.map(([name, { url, text }]) => ({ path: pathOf(url, name), text })),
			...others.map((url) => ({ path: pathOf(url, OTHER), text: STREAMS[OTHER]?.text ?? '' })),
		],
		socket: null,
		counts,
	};
}

const ONE = { gpt: { ...NONE, promptCount: 1, readCount: 1 } };
const frame = (value: object) => JSON.stringify(value) + SEPARATOR;

/** The pages of all assistants whose streams are known: one for each host. */
export const ASSISTANT_PAGES: readonly AssistantPage[] = [
	...[...new Set(Object.values(STREAMS).map(({ url }) => hostOf(url)))].map(pageOf),
	{
		host: COPILOT,
		requests: [],
		socket: {
			host: COPILOT,
			path: '/c/api/chat?accessToken=jeton-secret-42',
			sent: [JSON.stringify({ event: 'setOptions' }), JSON.stringify({ event: 'send', content: [] })],
		},
		counts: ONE,
	},
	{
		host: MICROSOFT_365,
		requests: [],
		socket: {
			host: SUBSTRATE,
			path: '/m365Copilot/Chathub/u1@t1?access_token=jeton-secret-42',
			sent: [
				frame({ protocol: 'json', version: 1 }),
				frame({ type: 6 }),
				frame({ arguments: [{ message: { author: 'user', text: 'coquelicot' } }], target: 'chat', type: 4 }),
			],
		},
		counts: ONE,
	},
];

/** All hosts that must resolve here. */
export const ASSISTANT_HOSTS: readonly string[] = [...ASSISTANT_PAGES.map(({ host }) => host), SUBSTRATE];

/** Answers each request with the fixture that its query names, and each prompt on a socket as Copilot or Microsoft 365 Copilot do. */
export async function serveAssistantPages(): Promise<LocalServer> {
	const server = await serveSecurely((request, response) => {
		const { searchParams } = new URL(request.url ?? '/', 'https://localhost');
		const stream = STREAMS[searchParams.get('fixture') ?? ''];
		if (request.method === 'POST' && stream) {
			response.writeHead(200, { 'content-type': stream.type }).end(stream.text);
			return;
		}
		const html =
			'<!doctype html><title>Assistant</title><link rel="icon" href="data:,"><main><h1>Assistant</h1></main>';
		response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
	});
	const sockets = new WebSocketServer({ server: server.server });
	sockets.on('connection', (socket) =>
		socket.on('message', (data) => {
			const text = String(data);
			if (text.includes('"event":"send"')) {
				for (const piece of PIECES) socket.send(JSON.stringify({ event: 'appendText', text: piece }));
				socket.send(JSON.stringify({ event: 'done' }));
			}
			if (!text.includes('"target":"chat"')) return;
			for (const soFar of SO_FAR)
				socket.send(
					frame({ type: 1, target: 'update', arguments: [{ messages: [{ author: 'bot', text: soFar }] }] }) +
						frame({ type: 6 }),
				);
			socket.send(frame({ type: 3, invocationId: '0' }));
		}),
	);
	return server;
}
