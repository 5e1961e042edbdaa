import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { API, entry, NOTHING, PAGE, ResourceRig } from './resource-rig';

/** Header bytes in a transfer size, by the Fetch standard. */
const HEADERS = 300;
let rig: ResourceRig;

beforeEach(() => {
	rig = new ResourceRig();
});
afterEach(() => rig.close());

describe('a take', () => {
	it('holds what the browser had not told yet: a page may go before it does', () => {
		rig.waiting.push(entry({ transferSize: 800 }));
		expect(rig.watch.take(10)).toMatchObject([{ key: addressKey(API), timedCount: 1, timedBytes: 800 }]);
		expect(rig.watch.take(10)).toEqual([]);
	});
});

describe('entries that come one by one', () => {
	it('are told of once until they are taken, and none is lost', () => {
		rig.tell([entry({ transferSize: 800 })]);
		rig.tell([entry({ name: 'data:text/plain,x' })]);
		rig.tell([entry({ transferSize: 900 })]);
		expect(rig.changeCount).toBe(1);
		expect(rig.watch.take(10)).toMatchObject([{ key: addressKey(API), timedCount: 2, timedBytes: 1_700 }]);
		rig.tell([entry({ transferSize: 1_000 })]);
		expect(rig.changeCount).toBe(2);
		expect(rig.watch.take(10)).toMatchObject([{ timedCount: 3, timedBytes: 2_700 }]);
	});

	it('are there when the background asks for their address between two reports', () => {
		rig.watch.hear({ visitId: 'v', isFullyVisible: true, wanted: [] });
		rig.tell([entry({ transferSize: 800 })]);
		rig.watch.hear({ visitId: 'v', isFullyVisible: true, wanted: [addressKey(API)] });
		expect(rig.watch.take(10)).toMatchObject([{ timedCount: 1, timedBytes: 800 }]);
	});

	it('are forgotten with the visit in which they came', () => {
		rig.tell([entry({ transferSize: 800 })]);
		rig.watch.reset();
		expect(rig.watch.take(10)).toEqual([]);
	});
});

describe('an entry of Resource Timing', () => {
	it.each([
		['with a size is timed', { transferSize: 800, encodedBodySize: 500 }, { timedCount: 1, timedBytes: 800 }],
		['of another origin shows nothing', {}, { opaqueCount: 1 }],
		[
			'of another origin shows nothing, though Firefox tells the body of a fetch with CORS',
			{ encodedBodySize: 500, requestStart: 0 },
			{ opaqueCount: 1 },
		],
		['from the cache spares its body', { encodedBodySize: 500 }, { cachedCount: 1, sparedBytes: 500 }],
		['answered by a service worker costs nothing here', { workerStart: 12 }, { cachedCount: 1 }],
		[
			'of a frame is left to the frame',
			{ initiatorType: 'iframe', transferSize: 800, encodedBodySize: 500 },
			{ opaqueCount: 1 },
		],
		[
			'of a 304 is its headers, though Firefox says the cached body',
			{ responseStatus: 304, transferSize: 9_000 },
			{ timedCount: 1, timedBytes: HEADERS },
		],
		[
			'of a video that still loads says nothing of its size',
			{ initiatorType: 'video', transferSize: HEADERS },
			{ opaqueCount: 1 },
		],
		[
			'of a video with a body is timed',
			{ initiatorType: 'video', transferSize: 9_000, encodedBodySize: 8_700 },
			{ timedCount: 1, timedBytes: 9_000 },
		],
		['of an answer without a body is its headers', { transferSize: HEADERS }, { timedCount: 1, timedBytes: HEADERS }],
	])('%s', (_title, changes, counts) => {
		rig.tell([entry(changes)]);
		expect(rig.watch.take(9)).toMatchObject([{ key: addressKey(API), ...NOTHING, ...counts }]);
	});

	it.each(['data:text/plain,x', 'blob:https://moodle.example/1', 'chrome-extension://abc/x.js', 'file:///x'])(
		'that is no request of the web is left out: %s',
		(name) => {
			rig.tell([entry({ name, transferSize: 800 })]);
			expect([rig.watch.take(9), rig.changeCount]).toEqual([[], 0]);
		},
	);

	it('is found though it came before anyone watched', () => {
		expect(rig.observe).toHaveBeenCalledWith({ type: 'resource', buffered: true });
	});
});

describe('addresses', () => {
	it('add up over their entries, fragments aside, and are told again only when they change', () => {
		rig.tell([entry({ transferSize: 800 }), entry({ name: `${API}#part`, transferSize: 900 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 800 + 900 }]);
		expect(rig.watch.take(9)).toEqual([]);
		rig.tell([entry({ transferSize: 400 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 3, timedBytes: 800 + 900 + 400 }]);
	});

	it('are told in parts when they are many, each once', () => {
		rig.tell(Array.from({ length: 5 }, (_, index) => entry({ name: `${API}/${index}`, transferSize: 800 })));
		const parts = [rig.watch.take(2), rig.watch.take(2), rig.watch.take(2), rig.watch.take(2)];
		expect(parts.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
		expect(new Set(parts.flat().map(({ key }) => key)).size).toBe(5);
	});

	it('are told again when their report did not arrive, with what came since', () => {
		rig.tell([entry({ transferSize: 800 })]);
		const lost = rig.watch.take(9);
		rig.tell([entry({ transferSize: 900 })]);
		rig.watch.putBack(lost);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 800 + 900 }]);
		expect(lost).toMatchObject([{ timedCount: 1, timedBytes: 800 }]);
	});

	it('start from nothing for another visit, and what was lost before it stays there', () => {
		rig.tell([entry({ transferSize: 800 })]);
		const lost = rig.watch.take(9);
		rig.watch.reset();
		rig.watch.putBack(lost);
		expect(rig.watch.take(9)).toEqual([]);
		rig.tell([entry({ transferSize: 900 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 1, timedBytes: 900 }]);
	});
});

describe('the navigation', () => {
	const navigation = (transferSize: number) => entry({ name: PAGE, initiatorType: 'navigation', transferSize });

	it('is one document, whose size is the last that is said', () => {
		rig.navigationEntry = navigation(HEADERS);
		expect(rig.watch.take(9)).toMatchObject([{ initiator: 'navigation', timedCount: 1, timedBytes: HEADERS }]);
		expect(rig.watch.take(9)).toEqual([]);
		rig.navigationEntry = navigation(8_300);
		expect(rig.watch.take(9)).toMatchObject([{ initiator: 'navigation', timedCount: 1, timedBytes: 8_300 }]);
	});

	it('adds to what scripts fetched from the same address', () => {
		rig.navigationEntry = navigation(8_300);
		rig.watch.take(9);
		rig.tell([entry({ name: PAGE, transferSize: 700 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 8_300 + 700 }]);
	});

	it('counts although scripts fetched the same address before it was read', () => {
		rig.tell([entry({ name: PAGE, transferSize: 700 })]);
		rig.navigationEntry = navigation(8_300);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 8_300 + 700 }]);
	});

	it('is not counted again with another visit of the same document', () => {
		rig.navigationEntry = navigation(8_300);
		rig.watch.take(9);
		rig.watch.reset();
		rig.navigationEntry = navigation(8_400);
		expect(rig.watch.take(9)).toEqual([]);
	});
});

it('a watch that is stopped lets go of the page', () => {
	rig.watch.stop();
	expect(rig.isConnected).toBe(false);
});

describe('a request that broke off', () => {
	it.each([
		['its answer had begun', { responseStart: 1_000 }],
		['another origin hides the rest', { responseStart: 0 }],
	])('is told as such where %s', (_title, changes) => {
		rig.tell([entry({ startTime: 500, responseEnd: 2_500, responseStatus: 0, transferSize: HEADERS, ...changes })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 0, timedBytes: 0, brokenCount: 1 }]);
	});
});
