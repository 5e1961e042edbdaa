import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Course, startCourse } from './server.ts';

const VIDEO_BYTES = 24_000_000;
/** A busy machine moves the bytes late. */
const PATIENCE = { timeout: 8_000, interval: 100 };
const SLICE_BYTES = 16 * 1024;
let videoDir: string;
let course: Course;

beforeAll(async () => {
	videoDir = await mkdtemp(join(tmpdir(), 'sobrio-video-'));
	await mkdir(join(videoDir, 'images'));
	await writeFile(join(videoDir, '1080.mp4'), Buffer.alloc(VIDEO_BYTES, 7));
	course = await startCourse({ videoDir });
});

beforeEach(() => course.truth.reset());

afterAll(async () => {
	await course.close();
	await rm(videoDir, { recursive: true });
});

function connect(url: string): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(url).port) }, () => resolve(socket));
		socket.once('error', reject);
	});
}

/** Sends a request as it is and reads what comes back until the server's queues are empty: no HTTP parser between socket and count. */
async function ask(socket: Socket, request: string): Promise<Buffer> {
	const parts: Buffer[] = [];
	const take = (part: Buffer) => parts.push(part);
	const askedCount = course.truth.requests().length;
	socket.on('data', take);
	socket.write(request);
	while (course.truth.requests().length === askedCount) await wait(5);
	expect(await course.truth.settle(5000)).toBe(true);
	// What left the kernel may still be on its way to the listener.
	await wait(20);
	socket.off('data', take);
	return Buffer.concat(parts);
}

function get(path: string, headers = ''): string {
	return `GET ${path} HTTP/1.1\r\nHost: cours.localhost\r\n${headers}\r\n`;
}

describe('served requests', () => {
	const cases = [
		['a page', 'courseUrl', get('/mod/page/view.php?id=101'), 200],
		['a compressed page', 'courseUrl', get('/mod/page/view.php?id=101', 'Accept-Encoding: gzip\r\n'), 200],
		['a page in chunks', 'courseUrl', get('/mod/forum/view.php?id=109', 'Accept-Encoding: gzip\r\n'), 200],
		['a redirect without a body', 'courseUrl', get('/'), 303],
		['what is not there', 'courseUrl', get('/nothing'), 404],
		['a part of a video', 'mediaUrl', get('/video/103/1080.mp4', 'Range: bytes=1000-500999\r\n'), 206],
		['a whole video', 'mediaUrl', get('/video/103/1080.mp4'), 200],
		['the headers alone', 'mediaUrl', get('/video/103/1080.mp4').replace('GET', 'HEAD'), 200],
	] as const;

	it.each(cases)('count every byte of %s', async (_name, server, request, status) => {
		const socket = await connect(course[server]);
		const bytes = await ask(socket, request);
		socket.destroy();
		const [served, ...others] = course.truth.requests();
		expect(others).toEqual([]);
		expect(bytes.toString('latin1', 0, 12)).toBe(`HTTP/1.1 ${status}`);
		expect(served).toMatchObject({ status, isFinished: true, isAborted: false, host: 'cours.localhost' });
		expect(served).toMatchObject({
			wroteBytes: bytes.length,
			arrivedBytes: bytes.length,
			deliveredBytes: bytes.length,
			surelyReadBytes: bytes.length,
		});
		expect(served).toMatchObject({ headerBytes: bytes.indexOf('\r\n\r\n') + 4, receivedBytes: request.length });
	});

	it('tell apart the body and the framing of chunks', async () => {
		const socket = await connect(course.courseUrl);
		const bytes = await ask(socket, get('/mod/forum/view.php?id=109', 'Accept-Encoding: gzip\r\n'));
		socket.destroy();
		const headerBytes = bytes.indexOf('\r\n\r\n') + 4;
		let bodyBytes = 0;
		for (let at = headerBytes, size = -1; size !== 0; ) {
			const lineEnd = bytes.indexOf('\r\n', at);
			size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
			bodyBytes += size;
			at = lineEnd + 2 + size + 2;
		}
		expect(bytes.toString('latin1', 0, headerBytes)).toContain('Transfer-Encoding: chunked');
		expect(course.truth.requests()[0]?.bodyBytes).toBe(bodyBytes);
	});

	it('give each request of a kept connection its own bytes, posted ones included', async () => {
		const socket = await connect(course.courseUrl);
		const page = await ask(socket, get('/mod/quiz/attempt.php?attempt=31&cmid=108'));
		const sesskey = /"sesskey":"(\w+)"/.exec(page.toString())?.[1];
		const body = JSON.stringify({ page: 0, choice: 1 });
		const head = `POST /lib/ajax/service.php?sesskey=${sesskey} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`;
		const answer = await ask(socket, head + body);
		const css = await ask(socket, get('/theme/styles.php/boost/1763884800_1/all'));
		const etag = /ETag: (.*)\r\n/.exec(css.toString())?.[1];
		const unchanged = await ask(socket, get('/theme/styles.php/boost/1763884800_1/all', `If-None-Match: ${etag}\r\n`));
		socket.destroy();
		expect(answer.toString()).toContain('"isRight":true');
		expect(unchanged.toString()).toMatch(/^HTTP\/1\.1 304 /);
		const served = course.truth.requests();
		expect(served.map((request) => request.wroteBytes)).toEqual(
			[page, answer, css, unchanged].map((bytes) => bytes.length),
		);
		expect(served[1]?.receivedBytes).toBe(head.length + body.length);
		expect(served[3]?.bodyBytes).toBe(0);
	});

	it('refuse a wrong session token', async () => {
		const socket = await connect(course.courseUrl);
		expect((await ask(socket, get('/mod/quiz/question.php?sesskey=wrong&page=0'))).toString()).toMatch(
			/^HTTP\/1\.1 403 /,
		);
		socket.destroy();
	});
});

describe('an aborted response', () => {
	it('counts what was written, what arrived and what the program read', async () => {
		const socket = await connect(course.mediaUrl);
		let readBytes = 0;
		socket.on('data', (part) => {
			readBytes += part.length;
			if (readBytes > 1_000_000) socket.pause();
		});
		socket.write(get('/video/103/1080.mp4'));
		await wait(600);
		const isStill = () => {
			expect(readBytes).toBeGreaterThan(1_000_000);
			expect(Math.abs((course.truth.requests()[0]?.deliveredBytes ?? 0) - socket.bytesRead)).toBeLessThanOrEqual(
				SLICE_BYTES,
			);
		};
		await vi.waitFor(isStill, PATIENCE);
		// A paused stream still takes what its handle had read: what was not handed on waits in its own buffer.
		const takenBytes = socket.bytesRead;
		const [stalled] = course.truth.requests();
		socket.resetAndDestroy();
		const served = await vi.waitFor(() => {
			const [request] = course.truth.requests();
			expect(request?.isAborted).toBe(true);
			return request;
		}, PATIENCE);
		expect(stalled).toMatchObject({ isFinished: false, isAborted: false });
		expect(served).toMatchObject({ isFinished: false, isAborted: true, status: 200 });
		expect(takenBytes).toBeGreaterThan(1_000_000);
		expect(Math.abs((served?.deliveredBytes ?? 0) - takenBytes)).toBeLessThanOrEqual(SLICE_BYTES);
		expect(served?.arrivedBytes).toBeGreaterThan(takenBytes);
		expect(served?.wroteBytes).toBeGreaterThanOrEqual(served?.arrivedBytes ?? Number.POSITIVE_INFINITY);
		expect(served?.wroteBytes).toBeLessThan(VIDEO_BYTES);
	});

	it('do not take for surely read what a browser that closed its end may never have read', async () => {
		const socket = await connect(course.mediaUrl);
		socket.pause();
		socket.write(get('/video/103/1080.mp4', 'Range: bytes=0-499999\r\n'));
		await vi.waitFor(() => expect(course.truth.requests()[0]?.isFinished).toBe(true), PATIENCE);
		socket.end();
		const served = await vi.waitFor(() => {
			const [request] = course.truth.requests();
			expect(request?.deliveredBytes).toBeGreaterThan(500_000);
			return request;
		}, PATIENCE);
		expect(served?.surelyReadBytes).toBeLessThanOrEqual(socket.bytesRead + SLICE_BYTES);
		expect(socket.bytesRead).toBeLessThan(400_000);
		socket.destroy();
	});
});

describe('the line', () => {
	it('keeps to the bandwidth', async () => {
		const slow = await startCourse({ videoDir, bytesPerSecond: 1_000_000 });
		const startedAtMs = performance.now();
		const response = await fetch(`http://127.0.0.1:${new URL(slow.mediaUrl).port}/video/103/1080.mp4`, {
			headers: { Range: 'bytes=0-399999' },
		});
		expect((await response.arrayBuffer()).byteLength).toBe(400_000);
		const tookMs = performance.now() - startedAtMs;
		await slow.close();
		// 400 kB at 1 MB/s; the last slice of 16 KiB also waits its turn.
		expect(tookMs).toBeGreaterThanOrEqual(390);
		expect(tookMs).toBeLessThan(1500);
	});
});
