import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { openDashboard } from '@/scripts/start/dashboard';
import type { Course } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory, trafficOf } from '@/tests/e2e/rig/history';
import { type LocalServer, serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { holdCall } from '@/tests/e2e/rig/peer-call';
import { figuresStored } from '@/tests/e2e/rig/stored';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { KindTraffic, Traffic } from '@/utils/core/schema/traffic';
import { addMedia, subtractMedia } from '@/utils/core/visit/media';
import { subtractTraffic } from '@/utils/core/visit/traffic';
import { embed, inEmbedded, inWorker, look, startWorker, talk } from './socket-scripts';

const MESSAGE_BYTES = 100_000;
const RECEIVED_MESSAGES = 20;
const SENT_MESSAGES = 10;
/** Connections are read every three seconds, and a class lasts much longer. */
const CALL_MS = 45_000;
/** A page that only waits, with the body of a Moodle lesson so that its site can be followed. */
const CLASSROOM = `<!doctype html><title>Classe</title><link rel="icon" href="data:,">
<body class="pagelayout-incourse course-7" id="page-mod-bigbluebuttonbn-view">
<img src="http://media.localhost:PORT/unsized" alt=""><script>M = {}; M.cfg = {}</script></body>`;

const bytesOf = (kind?: KindTraffic) => (kind?.measuredBytes ?? 0) + (kind?.estimatedBytes ?? 0);

inBothBrowsers('a class', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;
	let url = '';
	/** Connections that were upgraded, as the kernel counts them. */
	const upgraded: Socket[] = [];

	beforeAll(async () => {
		server = await serveLocally((request, answer) => {
			if (request.url === '/worker.js') {
				answer.setHeader('content-type', 'text/javascript').end(`(${inWorker})()`);
				return;
			}
			if (request.url === '/embedded') {
				answer.setHeader('content-type', 'text/html').end(`<script>(${inEmbedded})()</script>`);
				return;
			}
			answer.setHeader('content-type', 'text/html').end(CLASSROOM.replace('PORT', String(server.port)));
		});
		const sockets = new WebSocketServer({ server: server.server, maxPayload: 2 ** 24 });
		server.server.on('upgrade', (_, socket) => upgraded.push(socket as Socket));
		sockets.on('connection', (socket) => {
			for (let index = 0; index < RECEIVED_MESSAGES; index++) {
				socket.send(index % 2 ? 'é'.repeat(MESSAGE_BYTES / 2) : Buffer.alloc(MESSAGE_BYTES));
			}
			socket.send('end');
		});
		url = `http://cours.localhost:${server.port}/class`;
		driver = await openWithExtension(browser);
		page = await driver.newPage(url);
		await followCourse(driver, page, { courseUrl: url } as Course);
		await page.goto(url);
		await countExactly(driver, page);
		dashboard = await openDashboard(driver);
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	const mediaSoFar = async () =>
		(await readAllHistory(dashboard)).days.reduce((sum, { media }) => addMedia(sum, media), NO_MEDIA);

	/** The traffic stored for an action in a fresh page, which is left afterwards. */
	async function costOf(act: () => Promise<unknown>, stayMs = 0): Promise<Traffic> {
		await page.bringToFront();
		await page.goto('about:blank');
		await figuresStored(driver);
		const before = trafficOf(await readAllHistory(dashboard));
		await page.goto(url);
		await act();
		await sleep(stayMs);
		await page.goto('about:blank');
		await figuresStored(driver);
		return subtractTraffic(trafficOf(await readAllHistory(dashboard)), before);
	}

	it('counts a WebSocket within 5 % of the server’s own connection', async () => {
		upgraded.length = 0;
		const { received, sentBytes } = await costOf(() => page.evaluate(talk, MESSAGE_BYTES, SENT_MESSAGES));
		const [socket] = upgraded;
		expect(upgraded.length).toBe(1);
		expect(socket?.bytesWritten).toBeGreaterThan(RECEIVED_MESSAGES * MESSAGE_BYTES);
		expect(Math.abs(bytesOf(received.socket) / (socket?.bytesWritten ?? 1) - 1)).toBeLessThan(0.05);
		expect(Math.abs((sentBytes ?? 0) / (socket?.bytesRead ?? 1) - 1)).toBeLessThan(0.05);
		expect(received.socket).toMatchObject({ requestCount: 1, unknownCount: 0 });
		// The page's own world counts the messages, and a page can forge that.
		expect(received.socket?.measuredBytes).toBeLessThan(MESSAGE_BYTES);
	});

	/** Chrome shows sockets only to an extension with access to `ws://` and `wss://` addresses, which the wide grant does not include. */
	const seesHandshakes = browser === 'firefox';

	it(`reports that a worker’s socket is ${seesHandshakes ? 'unknown' : 'not there'}`, async () => {
		const { received } = await costOf(() => page.evaluate(startWorker));
		if (seesHandshakes) expect(received.socket).toMatchObject({ requestCount: 1, unknownCount: 1 });
		else expect(received.socket).toBeUndefined();
	});

	it('counts the socket of a frame from another site', async () => {
		upgraded.length = 0;
		const { received } = await costOf(() => page.evaluate(embed, `http://media.localhost:${server.port}/embedded`));
		const written = upgraded[0]?.bytesWritten ?? 0;
		expect(written).toBeGreaterThan(RECEIVED_MESSAGES * MESSAGE_BYTES);
		expect(Math.abs(bytesOf(received.socket) / written - 1)).toBeLessThan(0.05);
	});

	it('injects nothing into the page’s own world of a site that is not followed', async () => {
		const other = await driver.newPage(`http://other.localhost:${server.port}/class`);
		await sleep(500);
		// Hooks hide but for this: a listener that the browser calls within a hooked call has one of ours more in its stack.
		const depth = (frame: Page) =>
			frame.evaluate(() => {
				let lineCount = 0;
				const request = new XMLHttpRequest();
				request.onloadstart = () => {
					lineCount = `${new Error().stack}`.split('\n').length;
				};
				request.open('GET', '/worker.js');
				request.send();
				return lineCount;
			});
		const unhooked = await depth(other);
		await page.goto(url);
		expect(unhooked).toBeGreaterThan(0);
		expect(await depth(page)).toBeGreaterThan(unhooked);
		await other.close();
	});

	it('counts a call between peers, and times it, within 10 % of their own statistics', async () => {
		let truth = { received: 0, sent: 0, video: 0, flowMs: 0 };
		const before = await mediaSoFar();
		const { received, sentBytes } = await costOf(async () => {
			truth = await page.evaluate(holdCall, CALL_MS);
		});
		const media = subtractMedia(await mediaSoFar(), before);
		const total = Object.values({ video: received.video, audio: received.audio, socket: received.socket })
			.map(bytesOf)
			.reduce((sum, bytes) => sum + bytes);
		const ratios = {
			all: total / truth.received,
			video: bytesOf(received.video) / truth.video,
			sent: (sentBytes ?? 0) / truth.sent,
			cameraSent: media.cameraSentMs / truth.flowMs,
			cameraReceived: media.cameraReceivedMs / truth.flowMs,
		};
		console.table({ [browser]: ratios });
		expect(truth.received).toBeGreaterThan(1_000_000);
		expect(truth.video).toBeGreaterThan(0);
		expect(truth.flowMs).toBeGreaterThan(CALL_MS / 2);
		for (const [name, ratio] of Object.entries(ratios)) expect(Math.abs(ratio - 1), name).toBeLessThan(0.1);
		expect(media).toMatchObject({ screenShareMs: 0, soundOnlyMs: 0, videoMs: 0 });
		expect(media.classMs).toBeGreaterThanOrEqual(media.cameraReceivedMs);
	});

	it('leaves the page’s own interfaces indistinguishable', async () => {
		await page.goto(url);
		expect(await page.evaluate(look)).toEqual({
			names: ['WebSocket', 'send', 'RTCPeerConnection', 'close'],
			lengths: [1, 1, 0, 0],
			areNative: true,
			areTheirOwn: true,
			isSubclass: true,
			statics: [0, 1, 2, 3],
			refusesCall: 'TypeError',
			refusesBadAddress: 'SyntaxError',
			enumerated: [],
		});
	});
});
