// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventBytes, hookStreams } from '@/utils/page/world/streams';
import { hookWorkers } from '@/utils/page/world/workers';
import { counted, counters, EMPTY } from './page-counters';

const URL = 'https://media.example/grades';

class FakeStream extends EventTarget {
	readonly url: string;

	constructor(url: string) {
		super();
		this.url = url;
	}
}

beforeEach(() => {
	counted.clear();
	vi.stubGlobal('EventSource', FakeStream);
});
afterEach(() => vi.unstubAllGlobals());

describe('an event stream', () => {
	const newStream = () => new (globalThis.EventSource as unknown as typeof FakeStream)(URL);

	it.each([
		[
			'the page’s origin counts what its last connection received',
			'https://media.example',
			{ count: 1, receivedBytes: 9 },
		],
		['another origin counts each connection', 'https://lms.example', { count: 2, receivedBytes: 18 }],
	])('that is opened again, of %s', (_title, origin, counts) => {
		vi.stubGlobal('location', { origin });
		hookStreams(counters);
		const stream = newStream();
		for (let connection = 0; connection < 2; connection++) {
			stream.dispatchEvent(new Event('open'));
			stream.dispatchEvent(new MessageEvent('message', { data: 'x' }));
		}
		expect(counted.get(`stream:${URL}`)).toEqual({ ...EMPTY, ...counts });
	});

	it('is counted by its events, named ones once for several listeners', () => {
		hookStreams(counters);
		const stream = newStream();
		stream.addEventListener('grade', () => {});
		stream.addEventListener('grade', () => {});
		stream.dispatchEvent(new MessageEvent('message', { data: 'été\nbis' }));
		stream.dispatchEvent(new MessageEvent('grade', { data: '18' }));
		const written = 'data: été\ndata: bis\n\nevent: grade\ndata: 18\n\n';
		expect(counted.get(`stream:${URL}`)).toEqual({
			...EMPTY,
			count: 1,
			receivedBytes: new TextEncoder().encode(written).length,
		});
	});

	it('is listened to through what the page puts in place of the method, as zone.js does', () => {
		hookStreams(counters);
		expect(Object.hasOwn(FakeStream.prototype, 'addEventListener')).toBe(false);
		const ofPage = vi.spyOn(EventTarget.prototype, 'addEventListener');
		newStream().addEventListener('grade', () => {});
		expect(ofPage.mock.calls.map(([type]) => type)).toEqual(['grade']);
		ofPage.mockRestore();
	});

	it('is created though the page has given every object a `get`', () => {
		hookStreams(counters);
		let stream: FakeStream | null = null;
		Object.defineProperty(Object.prototype, 'get', { value: 1, configurable: true });
		try {
			stream = newStream();
		} finally {
			Reflect.deleteProperty(Object.prototype, 'get');
		}
		expect(stream.url).toBe(URL);
	});

	it.each([
		['message', 'a', 'data: a\n\n'],
		['message', '', 'data: \n\n'],
		['grade', 'a\nb', 'event: grade\ndata: a\ndata: b\n\n'],
	])('writes %s %j with these bytes', (type, data, written) => {
		expect(eventBytes(type, data)).toBe(written.length);
	});
});

describe('workers', () => {
	it('are counted when they start', () => {
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
		expect(counted.get('own:worker')).toEqual({ ...EMPTY, count: 1 });
	});
});
