// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bodyBytes } from '@/utils/page/world/body-bytes';
import { hookFetches } from '@/utils/page/world/fetches';
import { hookBeacons, hookDownloads, hookRequests } from '@/utils/page/world/requests';
import { Uploads } from '@/utils/page/world/uploads';
import { counted, counters, EMPTY } from './page-counters';

const URL = 'https://media.example/segment-3.m4s';

class FakeRequest extends EventTarget {
	readonly responseURL = URL;
	readonly status = 200;
	sent: unknown = null;

	getResponseHeader(): null {
		return null;
	}

	open(_method: string, _url: string): void {}

	send(body: unknown): string {
		this.sent = body;
		return 'sent';
	}

	progress(loaded: number, total: number): void {
		this.dispatchEvent(new ProgressEvent('progress', { loaded, total }));
	}
}

class FakeResponse {
	get status() {
		return 200;
	}
	get url() {
		return URL;
	}
}

const hookUploads = () => {
	const uploads = new Uploads(counters);
	hookFetches(uploads);
	hookRequests(uploads);
	hookBeacons(uploads);
};

const natives = { send: FakeRequest.prototype.send, open: FakeRequest.prototype.open };

beforeEach(() => {
	counted.clear();
	Object.assign(FakeRequest.prototype, natives);
	vi.stubGlobal('XMLHttpRequest', FakeRequest);
	vi.stubGlobal('Response', FakeResponse);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('the bytes of a body', () => {
	const form = new FormData();
	form.append('work', new File([new Uint8Array(900)], 'devoir.pdf'));
	form.append('note', 'été');

	it.each([
		['none', undefined, 0],
		['text', 'été', 5],
		['form parameters', new URLSearchParams({ a: 'b c' }), 'a=b+c'.length],
		['a file', new Blob([new Uint8Array(70)]), 70],
		['a buffer', new Uint8Array(8).buffer, 8],
		['a form with a file', form, 140 + 4 + 900 + 140 + 4 + 5],
		['a stream', new ReadableStream(), 0],
		[
			'a document',
			new DOMParser().parseFromString('<p>été</p>', 'text/html'),
			'<html><head></head><body><p>éé</p></body></html>'.length + 1 + 2,
		],
	])('of %s', (_title, body, bytes) => {
		expect(bodyBytes(body)).toBe(bytes);
	});
});

describe('what a page sends', () => {
	it('is added up and sent unchanged', async () => {
		const response = new FakeResponse();
		const received = vi.fn();
		vi.stubGlobal('fetch', async (address: string, { method, body }: RequestInit) => {
			received(address, method, body);
			return response;
		});
		hookUploads();
		expect(await fetch('/a', { method: 'POST', body: 'abc' })).toBe(response);
		expect(received).toHaveBeenCalledExactlyOnceWith('/a', 'POST', 'abc');
		for (const method of ['POST', 'GET']) {
			const request = new FakeRequest();
			request.open(method, URL);
			expect(request.send('defg')).toBe('sent');
			expect(request.sent).toBe('defg');
			request.dispatchEvent(new Event('loadend'));
		}
		expect(counted.get('own:sent')).toEqual({ ...EMPTY, count: 2, sentBytes: 3 + 4 });
	});

	it.each([
		['where it was asked for', URL, 1],
		['elsewhere, so that a redirect may have sent it twice', 'https://media.example/first', 0],
		['where it was asked for, with a fragment', `${URL}#part`, 1],
	])('is known when a large body of an XMLHttpRequest is answered %s', (_title, address, knownCount) => {
		// happy-dom has none for a document.
		vi.spyOn(Node.prototype, 'baseURI', 'get').mockReturnValue('https://moodle.example/');
		hookUploads();
		const request = new FakeRequest();
		request.open('POST', address);
		request.send('a'.repeat(100_000));
		request.dispatchEvent(new Event('loadend'));
		expect(counted.get('own:upload')?.count).toBe(1);
		expect(counted.get('own:uploaded')?.count ?? 0).toBe(knownCount);
	});

	it('counts a beacon only if the browser queues it', () => {
		const send = vi.fn((_url: string, body: string) => body.length < 4);
		vi.stubGlobal(
			'Navigator',
			class {
				sendBeacon = send;
			},
		);
		Object.assign(Navigator.prototype, { sendBeacon: send });
		hookUploads();
		const { sendBeacon } = Navigator.prototype;
		expect([sendBeacon('/a', 'abc'), sendBeacon('/a', 'abcdef')]).toEqual([true, false]);
		expect(counted.get('own:sent')).toEqual({ ...EMPTY, count: 1, sentBytes: 3 });
	});
});

describe('a body that the browser sends when the page is left', () => {
	const sentBytes = () => counted.get('own:sent')?.sentBytes ?? 0;
	/** As Chromium has it: the options are read once. */
	const browsersOwn =
		(result: object) =>
		(_url: string, { body, signal, method }: RequestInit) => {
			if (method === 'GET') throw new TypeError();
			return Object.assign(result, { read: [body, signal] });
		};
	class Result {
		isSent = false;
		get activated(): boolean {
			return this.isSent;
		}
	}
	const hookWith = (result: Result) => {
		vi.stubGlobal('FetchLaterResult', Result);
		vi.stubGlobal('fetchLater', browsersOwn(result));
		hookUploads();
		return (globalThis as unknown as { fetchLater(url: string, init: RequestInit): unknown }).fetchLater;
	};

	it('counts once the browser takes it, and not where it refuses', () => {
		const result = new Result();
		const fetchLater = hookWith(result);
		expect(fetchLater(URL, { method: 'POST', body: 'abc' })).toBe(result);
		expect(result).toMatchObject({ read: ['abc', undefined] });
		expect(sentBytes()).toBe(3);
		expect(() => fetchLater(URL, { method: 'GET', body: 'abcd' })).toThrow(TypeError);
		expect(sentBytes()).toBe(3);
	});

	it('counts no more once the page aborts it, unless it was sent before', () => {
		const result = new Result();
		const fetchLater = hookWith(result);
		const [first, second] = [new AbortController(), new AbortController()];
		fetchLater(URL, { method: 'POST', body: 'abc', signal: first.signal });
		fetchLater(URL, { method: 'POST', body: 'defgh', signal: second.signal });
		first.abort();
		expect(sentBytes()).toBe(5);
		result.isSent = true;
		second.abort();
		expect(counted.get('own:sent')).toMatchObject({ count: 1, sentBytes: 5 });
	});
});

describe('a Request object', () => {
	it('counts its body with each fetch, also as a copy', async () => {
		vi.stubGlobal('fetch', async () => new FakeResponse());
		const { Request: native } = globalThis;
		vi.stubGlobal('Request', class extends native {});
		hookUploads();
		const request = new Request('https://moodle.example/a', { method: 'POST', body: 'abc' });
		expect(request).toBeInstanceOf(native);
		await fetch(request);
		await fetch(new Request(request));
		await fetch(request.clone());
		await fetch(new Request('https://moodle.example/b'));
		expect(counted.get('own:sent')).toEqual({ ...EMPTY, count: 3, sentBytes: 3 + 3 + 3 });
	});
});

describe('a download by script', () => {
	it('is counted while it is incomplete, and no longer', () => {
		hookDownloads(counters);
		const request = new FakeRequest();
		request.send(null);
		request.progress(400, 1_000);
		request.progress(700, 1_000);
		expect([...counted]).toEqual([[`part:${URL}`, { ...EMPTY, count: 1, receivedBytes: 700 }]]);
		request.progress(1_000, 1_000);
		request.dispatchEvent(new Event('load'));
		expect(counted.size).toBe(0);
	});

	it('stays counted when it was aborted', () => {
		hookDownloads(counters);
		for (let n = 0; n < 2; n++) {
			const request = new FakeRequest();
			request.send(null);
			request.progress(400, 1_000);
			request.dispatchEvent(new Event('abort'));
		}
		expect(counted.get(`part:${URL}`)).toEqual({ ...EMPTY, count: 2, receivedBytes: 800 });
	});

	it('is counted once although the page sends its object again', () => {
		hookDownloads(counters);
		const request = new FakeRequest();
		for (let n = 0; n < 3; n++) {
			request.send(null);
			request.progress(400, 1_000);
			request.dispatchEvent(new Event('abort'));
			request.dispatchEvent(new Event('loadend'));
		}
		expect(counted.get(`part:${URL}`)).toEqual({ ...EMPTY, count: 3, receivedBytes: 1_200 });
	});

	it.each([
		['is counted', undefined, [`part:${URL}`]],
		['is left to the given function', vi.fn(), []],
	])('without a length %s', (_title, onLoad, names) => {
		hookDownloads(counters, onLoad);
		const request = new FakeRequest();
		request.send(null);
		request.progress(400, 0);
		expect([...counted.keys()]).toEqual(names);
		request.dispatchEvent(new Event('load'));
		if (onLoad) expect(onLoad).toHaveBeenCalledExactlyOnceWith(URL, null, expect.any(Function));
	});

	it('that arrives at once is not counted', () => {
		hookDownloads(counters);
		const request = new FakeRequest();
		request.send(null);
		request.progress(1_000, 1_000);
		request.dispatchEvent(new Event('load'));
		expect(counted.size).toBe(0);
	});
});
