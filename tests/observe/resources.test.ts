import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/measure/address-key';
import { ResourceWatch } from '@/utils/observe/resources';

/** Header bytes in a transfer size, by the Fetch standard. */
const HEADERS = 300;
const PAGE = 'https://moodle.example/course';
const PICTURE = 'https://media.example/pierres.jpg';
const API = 'https://moodle.example/api';

type Entry = Partial<PerformanceResourceTiming>;
let observed: { observe: (options: unknown) => void; tell: (entries: Entry[]) => void; isConnected: boolean };
/** Entries that the browser has made and not told yet. */
let waiting: Entry[];
let navigationEntry: Entry | undefined;
let changeCount: number;
let watch: ResourceWatch;

class FakeObserver {
	constructor(callback: (list: { getEntries: () => Entry[] }) => void) {
		observed = { observe: vi.fn(), tell: (entries) => callback({ getEntries: () => entries }), isConnected: true };
	}
	observe(options: unknown): void {
		observed.observe(options);
	}
	takeRecords(): Entry[] {
		return waiting.splice(0);
	}
	disconnect(): void {
		observed.isConnected = false;
	}
}

beforeEach(() => {
	vi.stubGlobal('PerformanceObserver', FakeObserver);
	navigationEntry = undefined;
	waiting = [];
	vi.spyOn(performance, 'getEntriesByType').mockImplementation(
		() => (navigationEntry ? [navigationEntry] : []) as never,
	);
	changeCount = 0;
	watch = new ResourceWatch(() => changeCount++);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const entry = (changes: Entry = {}): Entry => ({
	name: API,
	initiatorType: 'fetch',
	transferSize: 0,
	encodedBodySize: 0,
	responseStatus: 200,
	workerStart: 0,
	requestStart: 5,
	...changes,
});

const NOTHING = { timedCount: 0, timedBytes: 0, opaqueCount: 0, cachedCount: 0, sparedBytes: 0 };

describe('a take', () => {
	it('holds what the browser had not told yet: a page may go before it does', () => {
		waiting.push(entry({ transferSize: 800 }));
		expect(watch.take(10)).toMatchObject([{ key: addressKey(API), timedCount: 1, timedBytes: 800 }]);
		expect(watch.take(10)).toEqual([]);
	});
});

describe('a page that is left while it loads', () => {
	const picture = (changes: Partial<HTMLImageElement> = {}) => ({ currentSrc: PICTURE, complete: true, ...changes });
	const leave = (pictures: readonly Partial<HTMLImageElement>[], loadEventStart = 0) => {
		vi.stubGlobal('document', { images: pictures });
		navigationEntry = { name: PAGE, transferSize: 900, ...{ loadEventStart } };
		return watch.take(10, true).filter(({ key }) => key === addressKey(PICTURE));
	};

	it('tells of the pictures that broke off with it: Firefox may make no entry of them', () => {
		expect(leave([picture()])).toEqual([
			{
				...NOTHING,
				key: addressKey(PICTURE),
				initiator: 'img',
				ending: 'jpg',
				opaqueCount: 1,
				brokenCount: 0,
				brokenMs: 0,
			},
		]);
	});

	it('tells of a picture that is there twice once', () => {
		expect(leave([picture(), picture()])).toMatchObject([{ opaqueCount: 1 }]);
	});

	it('tells of a picture that has an entry as the entry does', () => {
		observed.tell([entry({ name: PICTURE, initiatorType: 'img', transferSize: 800 })]);
		expect(leave([picture()])).toMatchObject([{ timedCount: 1, timedBytes: 800, opaqueCount: 0 }]);
	});

	it.each([
		['has not begun, being lazy', [picture({ loading: 'lazy', complete: false })], 0],
		['is no file of the web', [picture({ currentSrc: 'data:image/png;base64,AAAA' })], 0],
		['has no entry in a page that had loaded whole', [picture()], 1_200],
	])('tells nothing of a picture that %s', (_, pictures, loadEventStart) => {
		expect(leave(pictures, loadEventStart)).toEqual([]);
	});

	it('tells nothing of pictures that an earlier visit of the document brought', () => {
		watch.reset();
		expect(leave([picture()])).toEqual([]);
	});

	it('leaves them to the network’s events where these show everything', () => {
		watch.hear({ visitId: 'v', isSeen: true, wanted: [] });
		expect(leave([picture()])).toEqual([]);
	});
});

describe('entries that come one by one', () => {
	it('are told of once until they are taken, and none is lost', () => {
		observed.tell([entry({ transferSize: 800 })]);
		observed.tell([entry({ name: 'data:text/plain,x' })]);
		observed.tell([entry({ transferSize: 900 })]);
		expect(changeCount).toBe(1);
		expect(watch.take(10)).toMatchObject([{ key: addressKey(API), timedCount: 2, timedBytes: 1_700 }]);
		observed.tell([entry({ transferSize: 1_000 })]);
		expect(changeCount).toBe(2);
		expect(watch.take(10)).toMatchObject([{ timedCount: 3, timedBytes: 2_700 }]);
	});

	it('are there when the background asks for their address between two reports', () => {
		watch.hear({ visitId: 'v', isSeen: true, wanted: [] });
		observed.tell([entry({ transferSize: 800 })]);
		watch.hear({ visitId: 'v', isSeen: true, wanted: [addressKey(API)] });
		expect(watch.take(10)).toMatchObject([{ timedCount: 1, timedBytes: 800 }]);
	});

	it('are forgotten with the visit in which they came', () => {
		observed.tell([entry({ transferSize: 800 })]);
		watch.reset();
		expect(watch.take(10)).toEqual([]);
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
			'of a film that still loads says nothing of its size',
			{ initiatorType: 'video', transferSize: HEADERS },
			{ opaqueCount: 1 },
		],
		[
			'of a film with a body is timed',
			{ initiatorType: 'video', transferSize: 9_000, encodedBodySize: 8_700 },
			{ timedCount: 1, timedBytes: 9_000 },
		],
		['of an answer without a body is its headers', { transferSize: HEADERS }, { timedCount: 1, timedBytes: HEADERS }],
	])('%s', (_title, changes, counts) => {
		observed.tell([entry(changes)]);
		expect(watch.take(9)).toMatchObject([{ key: addressKey(API), ...NOTHING, ...counts }]);
	});

	it.each(['data:text/plain,x', 'blob:https://moodle.example/1', 'chrome-extension://abc/x.js', 'file:///x'])(
		'that is no request of the web is left out: %s',
		(name) => {
			observed.tell([entry({ name, transferSize: 800 })]);
			expect([watch.take(9), changeCount]).toEqual([[], 0]);
		},
	);

	it('is found though it came before anyone watched', () => {
		expect(observed.observe).toHaveBeenCalledWith({ type: 'resource', buffered: true });
	});
});

describe('addresses', () => {
	it('add up over their entries, fragments aside, and are told again only when they change', () => {
		observed.tell([entry({ transferSize: 800 }), entry({ name: `${API}#part`, transferSize: 900 })]);
		expect(watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 800 + 900 }]);
		expect(watch.take(9)).toEqual([]);
		observed.tell([entry({ transferSize: 400 })]);
		expect(watch.take(9)).toMatchObject([{ timedCount: 3, timedBytes: 800 + 900 + 400 }]);
	});

	it('are told in parts when they are many, each once', () => {
		observed.tell(Array.from({ length: 5 }, (_, index) => entry({ name: `${API}/${index}`, transferSize: 800 })));
		const parts = [watch.take(2), watch.take(2), watch.take(2), watch.take(2)];
		expect(parts.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
		expect(new Set(parts.flat().map(({ key }) => key)).size).toBe(5);
	});

	it('are told again when their report did not arrive, with what came since', () => {
		observed.tell([entry({ transferSize: 800 })]);
		const lost = watch.take(9);
		observed.tell([entry({ transferSize: 900 })]);
		watch.putBack(lost);
		expect(watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 800 + 900 }]);
		expect(lost).toMatchObject([{ timedCount: 1, timedBytes: 800 }]);
	});

	it('start from nothing for another visit, and what was lost before it stays there', () => {
		observed.tell([entry({ transferSize: 800 })]);
		const lost = watch.take(9);
		watch.reset();
		watch.putBack(lost);
		expect(watch.take(9)).toEqual([]);
		observed.tell([entry({ transferSize: 900 })]);
		expect(watch.take(9)).toMatchObject([{ timedCount: 1, timedBytes: 900 }]);
	});
});

describe('the navigation', () => {
	const navigation = (transferSize: number) => entry({ name: PAGE, initiatorType: 'navigation', transferSize });

	it('is one document, whose size is the last that is said', () => {
		navigationEntry = navigation(HEADERS);
		expect(watch.take(9)).toMatchObject([{ initiator: 'navigation', timedCount: 1, timedBytes: HEADERS }]);
		expect(watch.take(9)).toEqual([]);
		navigationEntry = navigation(8_300);
		expect(watch.take(9)).toMatchObject([{ initiator: 'navigation', timedCount: 1, timedBytes: 8_300 }]);
	});

	it('adds to what scripts fetched from the same address', () => {
		navigationEntry = navigation(8_300);
		watch.take(9);
		observed.tell([entry({ name: PAGE, transferSize: 700 })]);
		expect(watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 8_300 + 700 }]);
	});

	it('counts although scripts fetched the same address before it was read', () => {
		observed.tell([entry({ name: PAGE, transferSize: 700 })]);
		navigationEntry = navigation(8_300);
		expect(watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 8_300 + 700 }]);
	});

	it('is not counted again with another visit of the same document', () => {
		navigationEntry = navigation(8_300);
		watch.take(9);
		watch.reset();
		navigationEntry = navigation(8_400);
		expect(watch.take(9)).toEqual([]);
	});
});

it('a watch that is stopped lets go of the page', () => {
	watch.stop();
	expect(observed.isConnected).toBe(false);
});

describe('a frame whose requests the network’s events all show', () => {
	const seen = { visitId: 'visit0000000000a', isSeen: true };
	const keys = (isLast = false) => watch.take(9, isLast).map(({ key }) => key);
	/** A report, and its answer. */
	const reported = (wanted: readonly string[] = []) => {
		const said = keys();
		watch.hear({ ...seen, wanted });
		return said;
	};
	const timedEntry = entry({ transferSize: 800, encodedBodySize: 500 });
	beforeEach(() => watch.hear({ ...seen, wanted: [] }));

	it('tells nothing of them, but that there is news', () => {
		observed.tell([timedEntry]);
		expect([keys(), changeCount]).toEqual([[], 1]);
	});

	it('tells what it is asked, once', () => {
		observed.tell([timedEntry, entry({ name: PAGE, transferSize: 700 })]);
		keys();
		watch.hear({ ...seen, wanted: [addressKey(API), 'unknown'] });
		expect(watch.hasMore).toBe(true);
		expect(keys()).toEqual([addressKey(API)]);
		watch.hear({ ...seen, wanted: [addressKey(API)] });
		expect(watch.hasMore).toBe(false);
	});

	it('tells what a cache answered', () => {
		observed.tell([entry({ encodedBodySize: 500 })]);
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('tells at its end what is newer than two reports', () => {
		observed.tell([entry({ name: PAGE, transferSize: 700 })]);
		reported();
		reported();
		observed.tell([timedEntry]);
		reported();
		expect(keys(true)).toEqual([addressKey(API)]);
	});

	it('reads nothing of them but whether a cache answered, unless it is asked', () => {
		const read: PropertyKey[] = [];
		observed.tell([new Proxy(timedEntry, { get: (target, name) => [read.push(name), Reflect.get(target, name)][1] })]);
		read.length = 0;
		reported();
		expect(read).toEqual(['transferSize']);
		reported([addressKey(API)]);
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('lets go with the second answer of what nobody asked for', () => {
		observed.tell([timedEntry]);
		reported();
		reported();
		watch.hear({ ...seen, wanted: [addressKey(API)] });
		expect(keys()).toEqual([]);
	});

	it('keeps them as long as no answer comes', () => {
		observed.tell([timedEntry]);
		for (let report = 0; report < 5; report++) keys();
		watch.hear({ ...seen, wanted: [addressKey(API)] });
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('tells everything when it is not so after all', () => {
		observed.tell([timedEntry]);
		keys();
		watch.hear({ ...seen, isSeen: false, wanted: [] });
		observed.tell([timedEntry]);
		expect(watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 1_600 }]);
	});
});

describe('a request that broke off', () => {
	it.each([
		['since its answer began', { responseStart: 1_000 }, 1_500],
		['since it was asked, where another origin hides the rest', { responseStart: 0 }, 2_000],
	])('is told with its time, %s', (_title, changes, brokenMs) => {
		observed.tell([
			entry({ startTime: 500, responseEnd: 2_500, responseStatus: 0, transferSize: HEADERS, ...changes }),
		]);
		expect(watch.take(9)).toMatchObject([{ timedCount: 0, timedBytes: 0, brokenCount: 1, brokenMs }]);
	});
});
