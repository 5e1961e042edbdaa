import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { SSE, sse } from '@/tests/page/world/answer-parts';
import { type LocalServer, serveSecurely } from './local-server';

/** An answer of some paragraphs, in French, as its author wrote it. */
export const LONG_ANSWER = [
	'## La photosynthèse',
	'La photosynthèse convertit la lumière, l’eau et le dioxyde de carbone en glucose. Elle libère de l’oxygène, que presque tous les êtres vivants respirent.',
	'- Les chloroplastes absorbent la lumière grâce à la **chlorophylle**.',
	'- La phase claire produit l’énergie chimique dont la phase sombre a besoin.',
	'- La phase sombre, ou cycle de Calvin, fixe le carbone.',
	'La vitesse de la réaction dépend de la lumière, de la température et de la quantité d’eau. Au-delà d’un seuil, davantage de lumière ne change plus rien : un autre facteur limite la réaction, comme la quantité de dioxyde de carbone dans l’air.',
	'En résumé, la plante fabrique sa propre matière à partir de l’air et de l’eau, avec l’énergie du soleil.',
].join('\n\n');
const PIECES = LONG_ANSWER.match(/[\s\S]{1,9}/g) ?? [];
const HALF = Math.floor(PIECES.length / 2);
const OLD_TURNS = 40;

/** How the answer comes: in a shape that nobody knows, in that of ChatGPT, or partly by a socket. */
export type Shape = 'unknown' | 'patches' | 'handoff';

const patches = (pieces: readonly string[]) => [
	{ p: '', o: 'add', v: { message: { author: { role: 'assistant' }, content: { parts: [''] } } }, c: 0 },
	{ p: '/message/content/parts/0', o: 'append', v: pieces[0] },
	...pieces.slice(1).map((v) => ({ v })),
];
const FRAMES: Readonly<Record<Shape, readonly unknown[]>> = {
	unknown: PIECES.map((t) => ({ kind: 'tok', body: { t } })),
	patches: patches(PIECES),
	handoff: [...patches(PIECES.slice(0, HALF)), { type: 'stream_handoff', topic_id: 't1' }],
};

/** Runs in the page, which is served with it. Markup as ChatGPT's is since 2026-09, and as it was before. */
const PAGE_SCRIPT = `
const list = document.querySelector('main > div');
let isNew = true;
const add = (role, text) => {
	const turn = document.createElement('section');
	const holder = document.createElement('div');
	if (isNew) {
		turn.dataset.turnKey = 'k' + list.children.length;
		if (role === 'user') holder.dataset.userMessageBubble = '';
		else holder.dataset.chatgptAgentTurnStart = '';
	} else holder.dataset.messageAuthorRole = role;
	holder.textContent = text;
	turn.append(holder);
	list.append(turn);
	return holder;
};
for (let turn = 0; turn < ${OLD_TURNS} / 2; turn++) {
	add('user', 'Une question d’avant, numéro ' + turn + '.');
	add('assistant', 'Une réponse d’avant. '.repeat(60));
}
const shown = (holder, text) => holder.replaceChildren(...text.split('\\n\\n').map((part) => {
	const [, mark, rest] = /^(#+ |- )?([^]*)$/.exec(part);
	const block = document.createElement(mark ? (mark === '- ' ? 'li' : 'h2') : 'p');
	rest.split('**').forEach((piece, index) => {
		const inline = document.createElement(index % 2 ? 'strong' : 'span');
		inline.textContent = piece;
		block.append(inline);
	});
	return block;
}));
const textIn = (frame) => frame.body?.t ?? (typeof frame.v === 'string' ? frame.v : '');
window.ask = async ({ path, shape, prompt, socket, stopAfter = Infinity, markup = 'new' }) => {
	isNew = markup === 'new';
	const stop = new AbortController();
	const response = await fetch(path, { method: 'POST', body: JSON.stringify({ shape, prompt }), signal: stop.signal });
	add('user', prompt);
	const answer = add('assistant', '');
	let [text, raw, rest] = ['', '', ''];
	const take = (frame) => { text += textIn(frame); shown(answer, text); };
	const reader = response.body.getReader();
	const decoder = new TextDecoder();
	try {
		for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
			const piece = decoder.decode(chunk.value, { stream: true });
			raw += piece;
			const lines = (rest + piece).split('\\n');
			rest = lines.pop();
			for (const line of lines) if (line.startsWith('data: {')) take(JSON.parse(line.slice(6)));
			if (text.length > stopAfter) stop.abort();
		}
	} catch {}
	if (socket) await new Promise((resolve) => {
		const rest = new WebSocket(socket);
		rest.onmessage = ({ data }) => data === 'end' ? resolve(rest.close()) : take(JSON.parse(data));
	});
	for (const label of ['Copier', 'Régénérer', 'Bonne réponse']) {
		const button = document.createElement('button');
		button.textContent = label;
		answer.parentElement.append(button);
	}
	return { text, raw };
};`;

const PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Assistant</title><link rel="icon" href="data:,">
<nav>Anciennes conversations</nav>
<main><div></div><form><textarea></textarea><div contenteditable="true"></div><button>Envoyer</button></form></main>
<script>${PAGE_SCRIPT}</script></html>`;

/** The whole stream that an answer is. */
export const streamOf = (shape: Shape) => sse(FRAMES[shape]);

/** Serves a chat of forty old turns on every host that resolves here; a request with a body of JSON is answered in its shape. */
export async function serveChat(): Promise<LocalServer> {
	const server = await serveSecurely(async (request, response) => {
		if (request.method !== 'POST') {
			response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
			return;
		}
		const { shape } = (await new Response(request as never).json()) as { shape: Shape };
		response.writeHead(200, { 'content-type': SSE });
		for (const frame of FRAMES[shape]) {
			response.write(`data: ${JSON.stringify(frame)}\n\n`);
			await sleep(5);
		}
		response.end('data: [DONE]\n\n');
	});
	const sockets = new WebSocketServer({ server: server.server });
	sockets.on('connection', async (socket) => {
		for (const v of PIECES.slice(HALF)) socket.send(JSON.stringify({ v }));
		socket.send('end');
	});
	return server;
}
