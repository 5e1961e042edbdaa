import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { ROOT } from '@/scripts/setup/paths.mjs';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { type LocalServer, serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { switchSober } from '@/tests/e2e/rig/sober-switch';
import { followCourse } from '@/tests/e2e/rig/study-lesson';
import type { Behaviours } from './behaviour';
import { BODIES } from './bodies';
import { CALLS } from './calls';
import { CONNECTIONS } from './connections';
import { FRAMES } from './frames';
import { MEMBERS } from './members';
import { STRANGER } from './stranger';
import { SURFACES } from './surfaces';
import { TAMPERED } from './tampered';
import { TRAPS } from './traps';
import { WATCHED } from './watched';

const BEHAVIOURS: Behaviours = {
	...SURFACES,
	...CALLS,
	...CONNECTIONS,
	...TAMPERED,
	...MEMBERS,
	...TRAPS,
	...BODIES,
	...FRAMES,
	...WATCHED,
};
/** The same page, followed with sober mode on, and not followed. */
const FOLLOWED = 'suivi.localhost';
const PLAIN = 'libre.localhost';
/** Another that is not followed. */
const OTHER = 'autre.localhost';

const EVENTS = 'data: one\n\nevent: mark\ndata: two\ndata: three\n\nevent: mark\ndata:\n\nevent: end\ndata: x\n\n';

/** A page whose first script is a behaviour; the moodle page’s marks let it be followed in one click. */
function pageOf(name: string, host: string): string {
	const { port } = new URL(`http://${host}`);
	const at = {
		echo: `http://${host}/echo`,
		otherEcho: `http://127.0.0.1:${port}/echo?chunked`,
		events: `http://${host}/events`,
		socket: `ws://${host}/socket`,
		worker: `http://${host}/worker.js`,
	};
	const run = `(async () => { const seen = []; const text = JSON.stringify; const lines = []; const set = (value) => { window.logged = value; };
		const log = (...given) => { lines[lines.length] = given.map((each) => typeof each === 'string' ? each : text(each) ?? String(each)).join(' '); };
		const end = () => set(text({ lines }));
		try { await (${{ ...BEHAVIOURS, ...STRANGER }[name]})(log, ${JSON.stringify(at)}); } catch (error) { log('threw', String(error), error?.stack); } end(); parent.postMessage(window.logged, '*'); })();`;
	const zone = name === 'zone.js' ? '<script src="/zone.js"></script>' : '';
	return `<!doctype html><html lang="fr"><head>${zone}<script>${run}</script><title>${name}</title>
		<script>var M = {}; M.cfg = {"sesskey":"a","courseId":7};</script></head>
		<body id="page-mod-page-view" class="path-mod pagelayout-incourse course-7"></body></html>`;
}

async function startSite(): Promise<LocalServer> {
	const site = await serveLocally((request, answer) => {
		const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		answer.setHeader('access-control-allow-origin', '*');
		answer.setHeader('cache-control', 'no-store');
		if (pathname === '/echo') {
			const chunks: Buffer[] = [];
			request.on('data', (chunk) => chunks.push(chunk));
			request.on('end', () => {
				const body = Buffer.concat(chunks);
				answer.setHeader('content-type', 'text/plain; charset=utf-8');
				if (!search) answer.setHeader('content-length', body.length);
				answer.write(body);
				answer.end();
			});
		} else if (pathname === '/events') {
			answer.setHeader('content-type', 'text/event-stream');
			answer.write(EVENTS);
		} else if (pathname === '/worker.js') answer.setHeader('content-type', 'text/javascript').end('postMessage(1)');
		else if (pathname === '/zone.js')
			answer
				.setHeader('content-type', 'text/javascript')
				.end(readFileSync(join(ROOT, 'node_modules/zone.js/bundles/zone.umd.js')));
		else if (pathname === '/frame') {
			// A page that holds a hidden frame, and passes on what that logs.
			const heard = 'onmessage = ({ data }) => { window.logged = data; }';
			const frame = `<iframe hidden src="${searchParams.get('src')}"></iframe>`;
			answer.setHeader('content-type', 'text/html').end(`<!doctype html><script>${heard}</script>${frame}`);
		} else
			answer
				.setHeader('content-type', 'text/html; charset=utf-8')
				.end(pageOf(searchParams.get('behaviour') ?? '', request.headers.host ?? ''));
	});
	const sockets = new WebSocketServer({ server: site.server });
	sockets.on('connection', (socket) => {
		socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
	});
	return site;
}

inBothBrowsers('a page with Sobrio and without', (browser) => {
	let site: LocalServer;
	let driver: Driver;
	let page: Page;

	const addressOf = (host: string, name: string) =>
		`http://${host}:${site.port}/?behaviour=${encodeURIComponent(name)}`;

	beforeAll(async () => {
		site = await startSite();
		driver = await openWithExtension(browser);
		page = await driver.newPage(addressOf(FOLLOWED, 'nothing'));
		await followCourse(driver, page, { courseUrl: addressOf(FOLLOWED, '') });
		await switchSober(driver, page);
	}, 120_000);

	afterAll(async () => {
		await driver?.close();
		await site?.close();
	});

	/** What a behaviour logs on one of the hosts, or in a frame of it within a page of another. */
	const logOf = async (host: string, name: string, topHost = host): Promise<string[]> => {
		const address = addressOf(host, name);
		const holder = `http://${topHost}:${site.port}/frame?src=${encodeURIComponent(address)}`;
		await page.goto(topHost === host ? address : holder);
		await page.waitFor('window.logged');
		const logged = await page.evaluate<[], string>('window.logged');
		return JSON.parse(logged.replaceAll(host, 'site.localhost')).lines;
	};

	it.each(Object.keys(BEHAVIOURS))('behaves the same: %s', async (name) => {
		const plain = await logOf(PLAIN, name);
		expect(plain.length).toBeGreaterThan(0);
		expect(plain.filter((line) => line.startsWith('threw'))).toEqual([]);
		expect(await logOf(FOLLOWED, name)).toEqual(plain);
	});

	it('is hooked from its first script on, so that the comparisons mean something', async () => {
		const [name = ''] = Object.keys(STRANGER);
		const firstSend = async (host: string) => (await logOf(host, name)).find((line) => line.startsWith('send'));
		expect(await firstSend(PLAIN)).toMatch(/^send \d+$/);
		expect(await firstSend(FOLLOWED)).not.toBe(await firstSend(PLAIN));
	});

	it('leaves no trace in a hidden frame of a followed site in a page that is not followed', async () => {
		const [name = ''] = Object.keys(STRANGER);
		const plain = await logOf(OTHER, name, PLAIN);
		expect(plain.length).toBeGreaterThan(5);
		expect(await logOf(FOLLOWED, name, PLAIN)).toEqual(plain);
	});
});
