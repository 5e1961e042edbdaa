// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bodyBytes } from '@/utils/page/world/body-bytes';
import { hookParts, hookSending } from '@/utils/page/world/requests';
import { eventBytes, hookStreams } from '@/utils/page/world/streams';
import { hookWorkers } from '@/utils/page/world/workers';
import { counters, lines } from './page-counters';

const URL = 'https://media.example/segment-3.m4s';

class FakeRequest extends EventTarget {
	readonly responseURL = URL;
	readonly status = 200;
	sent: unknown = null;

	open(_method: string, _url: string): void {}

	send(body: unknown): string {
		this.sent = body;
		return 'sent';
	}

	progress(loaded: number, total: number): void {
		this.dispatchEvent(new ProgressEvent('progress', { loaded, total }));
	}
}

class FakeStream extends EventTarget {
	readonly url: string;

	constructor(url: string) {
		super();
		this.url = url;
	}
}

const natives = { send: FakeRequest.prototype.send, open: FakeRequest.prototype.open };

beforeEach(() => {
	lines.clear();
	Object.assign(FakeRequest.prototype, natives);
	vi.stubGlobal('XMLHttpRequest', FakeRequest);
	vi.stubGlobal('EventSource', FakeStream);
});
afterEach(() => vi.unstubAllGlobals());

describe('the bytes of a body', () => {
	const form = new FormData();
	form.append('work', new File([new Uint8Array(900)], 'devoir.pdf'));
	form.append('note', 'été');

	it.each([
		['none', undefined, 0],
		['a text', 'été', 5],
		['parameters of a form', new URLSearchParams({ a: 'b c' }), 'a=b+c'.length],
		['a file', new Blob([new Uint8Array(70)]), 70],
		['a buffer', new Uint8Array(8).buffer, 8],
		['a form with a file', form, 140 + 4 + 900 + 140 + 4 + 5],
		['what only the browser reads', new ReadableStream(), 0],
	])('of %s', (_title, body, bytes) => {
		expect(bodyBytes(body)).toBe(bytes);
	});
});

describe('what a page sends', () => {
	it('is added up, and goes out as before', async () => {
		const answer = { status: 200, url: URL };
		const fetched = vi.fn(async () => answer);
		vi.stubGlobal('fetch', fetched);
		hookSending(counters);
		expect(await fetch('/a', { method: 'POST', body: 'abc' })).toBe(answer);
		expect(fetched).toHaveBeenCalledWith('/a', { method: 'POST', body: 'abc' });
		for (const method of ['POST', 'GET']) {
			const request = new FakeRequest();
			request.open(method, URL);
			expect(request.send('defg')).toBe('sent');
			expect(request.sent).toBe('defg');
			request.dispatchEvent(new Event('loadend'));
		}
		expect(lines.get('own:sent')).toEqual([0, 0, 3 + 4, 0]);
	});

	it('goes by beacon only where the browser takes it', () => {
		const send = vi.fn((_url: string, body: string) => body.length < 4);
		vi.stubGlobal(
			'Navigator',
			class {
				sendBeacon = send;
			},
		);
		Object.assign(Navigator.prototype, { sendBeacon: send });
		hookSending(counters);
		const { sendBeacon } = Navigator.prototype;
		expect([sendBeacon('/a', 'abc'), sendBeacon('/a', 'abcdef')]).toEqual([true, false]);
		expect(lines.get('own:sent')).toEqual([0, 0, 3, 0]);
	});
});

describe('a request that is made before it is fetched', () => {
	it('sends its body with each fetch, made of another or not', async () => {
		vi.stubGlobal('fetch', async () => ({ status: 200, url: URL }));
		const { Request: native } = globalThis;
		vi.stubGlobal('Request', class extends native {});
		hookSending(counters);
		const request = new Request('https://moodle.example/a', { method: 'POST', body: 'abc' });
		expect(request).toBeInstanceOf(native);
		await fetch(request);
		await fetch(new Request(request));
		await fetch(new Request('https://moodle.example/b'));
		expect(lines.get('own:sent')).toEqual([0, 0, 3 + 3, 0]);
	});
});

describe('a download by script', () => {
	it('is told while it is not whole, and no longer when it is', () => {
		hookParts(counters);
		const request = new FakeRequest();
		request.send(null);
		request.progress(400, 1_000);
		request.progress(700, 1_000);
		expect([...lines]).toEqual([[`part:${URL}`, [1, 700, 0, 0]]]);
		request.progress(1_000, 1_000);
		request.dispatchEvent(new Event('load'));
		expect(lines.size).toBe(0);
	});

	it('is told on for good when it broke off', () => {
		hookParts(counters);
		for (let n = 0; n < 2; n++) {
			const request = new FakeRequest();
			request.send(null);
			request.progress(400, 1_000);
			request.dispatchEvent(new Event('abort'));
		}
		expect(lines.get(`part:${URL}`)).toEqual([2, 800, 0, 0]);
	});

	it('is told once though the page sends its object again', () => {
		hookParts(counters);
		const request = new FakeRequest();
		for (let n = 0; n < 3; n++) {
			request.send(null);
			request.progress(400, 1_000);
			request.dispatchEvent(new Event('abort'));
			request.dispatchEvent(new Event('loadend'));
		}
		expect(lines.get(`part:${URL}`)).toEqual([3, 1_200, 0, 0]);
	});

	it.each([
		['is counted as it comes', undefined, [`part:${URL}`]],
		['is left to whoever reads it when it is whole', vi.fn(), []],
	])('that announces no length %s', (_title, onLoad, names) => {
		hookParts(counters, onLoad);
		const request = new FakeRequest();
		request.send(null);
		request.progress(400, 0);
		expect([...lines.keys()]).toEqual(names);
		request.dispatchEvent(new Event('load'));
		if (onLoad) expect(onLoad).toHaveBeenCalledExactlyOnceWith(request);
	});

	it('that came at once gets no line', () => {
		hookParts(counters);
		const request = new FakeRequest();
		request.send(null);
		request.progress(1_000, 1_000);
		request.dispatchEvent(new Event('load'));
		expect(lines.size).toBe(0);
	});
});

describe('an event stream', () => {
	const newStream = () => new (globalThis.EventSource as unknown as typeof FakeStream)(URL);

	it('is counted by its events, named ones once however often they are heard', () => {
		hookStreams(counters);
		const stream = newStream();
		stream.addEventListener('grade', () => {});
		stream.addEventListener('grade', () => {});
		stream.dispatchEvent(new MessageEvent('message', { data: 'été\nbis' }));
		stream.dispatchEvent(new MessageEvent('grade', { data: '18' }));
		const written = 'data: été\ndata: bis\n\nevent: grade\ndata: 18\n\n';
		expect(lines.get(`part:${URL}`)).toEqual([1, new TextEncoder().encode(written).length, 0, 0]);
	});

	it.each([
		['message', 'a', 'data: a\n\n'],
		['message', '', 'data: \n\n'],
		['grade', 'a\nb', 'event: grade\ndata: a\ndata: b\n\n'],
	])('writes %s %j so', (type, data, written) => {
		expect(eventBytes(type, data)).toBe(written.length);
	});
});

describe('workers', () => {
	it('are counted as they are started', () => {
		const started = vi.fn();
		class FakeWorker {
			constructor(url: string) {
				started(url);
			}
		}
		vi.stubGlobal('Worker', FakeWorker);
		vi.stubGlobal('SharedWorker', undefined);
		hookWorkers(counters);
		const worker = new (globalThis.Worker as unknown as typeof FakeWorker)('worker.js');
		expect(worker).toBeInstanceOf(FakeWorker);
		expect(started).toHaveBeenCalledWith('worker.js');
		expect(lines.get('own:worker')).toEqual([1, 0, 0, 0]);
	});
});
