import { WebSocketServer } from 'ws';
import { type LocalServer, serveLocally } from '@/tests/e2e/rig/local-server';

/** A Moodle site whose pages guard, cache or leave themselves as few do, and what it has answered. */
export interface GuardedSite extends Pick<LocalServer, 'close'> {
	readonly origin: string;
	/** Paths of the requests answered since the last call; Firefox may ask for an icon though the page names one. */
	takePaths(): readonly string[];
}

export const HOST = 'cours.localhost';
export const FILE_BYTES = 40_000;
export const MESSAGE_BYTES = 100_000;

/** What a page loads: files, one after another. */
const LOAD = `const load = async (count) => {
	for (let index = 0; index < count; index++) await (await fetch('/file?' + Math.random())).arrayBuffer();
};`;

/** A worker that passes requests on, but those that it answers itself. */
const WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(
	event.request.url.includes('/own') ? new Response('x'.repeat(${FILE_BYTES})) : fetch(event.request)));`;

/** Scripts of pages by name. Each sets its title to “done” once it has loaded all that it wants. */
const SCRIPTS: Readonly<Record<string, string>> = {
	plain: `load(1).then(() => { document.title = 'done'; });`,
	restored: `load(10).then(() => { document.title = 'done'; });
		addEventListener('pageshow', ({ persisted }) => persisted && load(5).then(() => { document.title = 'restored'; }));`,
	strict: `window.refused = [];
		addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => refused.push(violatedDirective + ' ' + sourceFile));
		const socket = new WebSocket('/socket');
		socket.onopen = () => socket.send('x'.repeat(${MESSAGE_BYTES}));
		socket.onmessage = () => load(10).then(() => { document.title = 'done'; });`,
	opaque: `load(10).then(() => { document.title = 'done'; });`,
	worked: `(async () => {
			await navigator.serviceWorker.register('/worker.js', { scope: '/page/worked' });
			if (!navigator.serviceWorker.controller)
				await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
			await load(10);
			for (let index = 0; index < 5; index++) await (await fetch('/own?' + index)).text();
			document.title = 'done';
		})();`,
	late: `load(2).then(() => {
			const last = { method: 'POST', body: 'x'.repeat(${FILE_BYTES}) };
			if (typeof fetchLater === 'function') fetchLater('/late', last);
			else addEventListener('pagehide', () => void fetch('/late', { ...last, keepalive: true }));
			document.title = 'done';
		});`,
	lesson: `load(10).then(() => { document.title = 'done'; });`,
};

const POLICIES: Readonly<Record<string, string>> = {
	strict: `default-src 'none'; script-src 'nonce-lesson'; connect-src 'self' ws://${HOST}:*; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
	opaque: 'sandbox allow-scripts',
};

const pageOf = (
	name: string,
) => `<!doctype html><html lang="fr"><head><link rel="icon" href="data:,"><title>${name}</title>
	<script nonce="lesson">var M = {}; M.cfg = {"sesskey":"a","courseId":7}; ${LOAD} ${SCRIPTS[name] ?? SCRIPTS.plain}</script></head>
	<body id="page-mod-page-view" class="path-mod pagelayout-incourse course-7"></body></html>`;

export async function startGuardedSite(): Promise<GuardedSite> {
	const paths: string[] = [];
	const server = await serveLocally((request, answer) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		paths.push(pathname);
		answer.setHeader('access-control-allow-origin', '*');
		answer.setHeader('cache-control', pathname.startsWith('/page/') ? 'no-cache' : 'no-store');
		const send = (type: string, body: string) => {
			answer.setHeader('content-type', type).setHeader('content-length', Buffer.byteLength(body));
			answer.end(body);
		};
		request.resume().on('end', () => {
			const [, name = ''] = /^\/page\/(\w+)/.exec(pathname) ?? [];
			if (POLICIES[name]) answer.setHeader('content-security-policy', POLICIES[name]);
			if (name) send('text/html; charset=utf-8', pageOf(name));
			else if (pathname === '/worker.js') send('text/javascript', WORKER);
			else send('application/octet-stream', 'x'.repeat(FILE_BYTES));
		});
	});
	const sockets = new WebSocketServer({ server: server.server });
	sockets.on('connection', (socket) => {
		socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
	});
	return {
		origin: `http://${HOST}:${server.port}`,
		takePaths: () => paths.splice(0),
		close: server.close,
	};
}
