import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDashboard } from '@/scripts/start/dashboard';
import type { Course } from '@/tests/course/server';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { readAllHistory, trafficOf } from '@/tests/e2e/rig/history';
import { type LocalServer, serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { figuresStored } from '@/tests/e2e/rig/stored';
import { countExactly, followCourse } from '@/tests/e2e/rig/study-lesson';
import { subtractTraffic, sumTraffic } from '@/utils/core/visit/traffic';

/** One piece every `PIECE_MS`: 2 MB a second. */
const PIECE = Buffer.alloc(100_000, ' ');
const PIECE_MS = 50;
const PLAYER_PIECES = 10;
const SEGMENT_PIECES = 100;
/** Two segments in parallel, each at half of that bandwidth. */
const HALVES = ['/half-1.m4s', '/half-2.m4s'];
/** The player aborts its segments as soon as it has this much. */
const GIVEN_UP_BYTES = 2_000_000;
/** A course's outline from an API: gzip, and streamed, so without a length. */
const OUTLINE = gzipSync(
	JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: `Leçon ${id}`, minutes: (id * 7919) % 97 }))),
);
/** Longer than what is estimated takes to be packed, and the frame to report. */
const REPORT_MS = 3_500;
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** As Moodle makes them, so that its site can be followed, with a file whose size its server hides, so that Sobrio offers to count exactly. */
const LESSON = `<!doctype html><title>Leçon</title><link rel="icon" href="data:,">
<body class="pagelayout-incourse course-7" id="page-mod-page-view"><img src="http://media.localhost:PORT/unsized" alt="">
<script>M = {}; M.cfg = {}</script>`;

async function sendSlowly(answer: ServerResponse, pieceCount: number, pieceMs = PIECE_MS): Promise<number> {
	let bytes = 0;
	for (let count = 0; count < pieceCount && !answer.destroyed; count++) {
		answer.write(PIECE);
		bytes += PIECE.length;
		await sleep(pieceMs);
	}
	answer.end();
	return bytes;
}

inBothBrowsers('bytes that Chrome reports nowhere', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	let page: Page;
	let dashboard: Page;
	let segmentBytes: Promise<number>[];

	const addressOf = (host: string, path: string) => `http://${host}.localhost:${server.port}${path}`;

	beforeAll(async () => {
		server = await serveLocally((request, answer) => {
			answer.setHeader('access-control-allow-origin', '*').setHeader('cache-control', 'no-store');
			if (request.url === '/player.js') {
				answer.setHeader('content-type', 'text/javascript').setHeader('content-length', PLAYER_PIECES * PIECE.length);
				void sendSlowly(answer, PLAYER_PIECES);
			} else if (request.url === '/segment' || HALVES.includes(request.url ?? '')) {
				answer.setHeader('content-type', 'video/mp4').setHeader('content-length', SEGMENT_PIECES * PIECE.length);
				const pieceMs = request.url === '/segment' ? PIECE_MS : PIECE_MS * HALVES.length;
				segmentBytes.push(sendSlowly(answer, SEGMENT_PIECES, pieceMs));
			} else if (request.url === '/outline') {
				answer.setHeader('content-type', 'application/json').setHeader('content-encoding', 'gzip');
				answer.write(OUTLINE.subarray(0, OUTLINE.length / 2));
				answer.end(OUTLINE.subarray(OUTLINE.length / 2));
			} else if (request.url === '/unsized') answer.setHeader('content-type', 'image/gif').end(PIXEL);
			else answer.setHeader('content-type', 'text/html').end(LESSON.replace('PORT', String(server.port)));
		});
		driver = await openWithExtension(browser);
		const url = addressOf('cours', '/lesson');
		page = await driver.newPage(url);
		await followCourse(driver, page, { courseUrl: url } as Course);
		await countExactly(driver, page);
		dashboard = await openDashboard(driver);
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	/** The traffic stored for an action in a fresh page, which is left afterwards. */
	async function costOf(act: () => Promise<unknown>) {
		await page.bringToFront();
		const before = trafficOf(await readAllHistory(dashboard));
		await page.goto(addressOf('cours', '/lesson'));
		await act();
		await sleep(REPORT_MS);
		await page.goto('about:blank');
		await figuresStored(driver);
		return sumTraffic(subtractTraffic(trafficOf(await readAllHistory(dashboard)), before));
	}

	it.each([
		['a segment that its player aborts', ['/segment']],
		['two that came together', HALVES],
	])('are those that the player has read, of %s', async (_title, paths) => {
		segmentBytes = [];
		const enoughBytes = GIVEN_UP_BYTES / paths.length;
		const cost = await costOf(() => page.evaluate(playInPart, addressOf('media', ''), paths, enoughBytes));
		const trueBytes = (await Promise.all(segmentBytes)).reduce((sum, bytes) => sum + bytes, 0);
		const share = (cost.measuredBytes + cost.estimatedBytes - PLAYER_PIECES * PIECE.length) / trueBytes;
		expect(cost.unknownCount).toBe(0);
		// Firefox counts all of it by itself.
		expect(cost.estimatedBytes > 0).toBe(browser === 'chromium');
		expect(share).toBeGreaterThan(0.8);
		expect(share).toBeLessThan(1.02);
	});

	it('are estimated as its beginning packs, for a text without a length from another origin', async () => {
		const cost = await costOf(() => page.evaluate(ask, addressOf('media', '/outline')));
		const share = (cost.measuredBytes + cost.estimatedBytes) / (2 * OUTLINE.length);
		expect(cost.unknownCount).toBe(0);
		expect(cost.estimatedBytes > 0).toBe(browser === 'chromium');
		expect(share).toBeGreaterThan(0.9);
		expect(share).toBeLessThan(1.1);
	});
});

/** Loads a player's script, then segments of a video that are given up on their way. Runs in the page. */
async function playInPart(origin: string, paths: readonly string[], enoughBytes: number): Promise<void> {
	await new Promise((resolve) => {
		document.head.append(
			Object.assign(document.createElement('script'), { src: `${origin}/player.js`, onload: resolve }),
		);
	});
	await Promise.all(
		paths.map(async (path) => {
			const stop = new AbortController();
			const { body } = await fetch(`${origin}${path}`, { signal: stop.signal });
			const reader = body?.getReader();
			let bytes = 0;
			while (bytes < enoughBytes) bytes += (await reader?.read())?.value?.length ?? enoughBytes;
			stop.abort();
		}),
	);
}

/** Asks twice for the same, as applications do: by fetch and by request. Runs in the page. */
async function ask(url: string): Promise<void> {
	await (await fetch(url)).json();
	await new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.onload = resolve;
		request.open('GET', url);
		request.send();
	});
}
