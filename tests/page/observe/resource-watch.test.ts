// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { API, entry, PAGE, ResourceRig } from './resource-rig';

/** Header bytes in a transfer size, by the Fetch standard. */
const HEADERS = 300;
let rig: ResourceRig;

beforeEach(() => {
	rig = new ResourceRig();
});
afterEach(() => {
	rig.close();
	vi.unstubAllEnvs();
});

describe('a take', () => {
	it('includes entries that are not delivered yet, since the page may unload', () => {
		rig.records.push(entry({ transferSize: 800 }));
		expect(rig.watch.take(10)).toMatchObject([{ key: addressKey(API), timedCount: 1, timedBytes: 800 }]);
		expect(rig.watch.take(10)).toEqual([]);
	});
});

describe('entries that arrive one by one', () => {
	it('notify once until they are taken, and none is lost', () => {
		rig.deliver([entry({ transferSize: 800 })]);
		rig.deliver([entry({ name: 'data:text/plain,x' })]);
		rig.deliver([entry({ transferSize: 900 })]);
		expect(rig.changeCount).toBe(1);
		expect(rig.watch.take(10)).toMatchObject([{ key: addressKey(API), timedCount: 2, timedBytes: 1_700 }]);
		rig.deliver([entry({ transferSize: 1_000 })]);
		expect(rig.changeCount).toBe(2);
		expect(rig.watch.take(10)).toMatchObject([{ timedCount: 3, timedBytes: 2_700 }]);
	});

	it('are reported when the background requests their address between two reports', () => {
		rig.watch.applyAnswer({ visitId: 'v', isFullyVisible: true, isFromNow: false, wanted: [] });
		rig.deliver([entry({ transferSize: 800 })]);
		rig.watch.applyAnswer({ visitId: 'v', isFullyVisible: true, isFromNow: false, wanted: [addressKey(API)] });
		expect(rig.watch.take(10)).toMatchObject([{ timedCount: 1, timedBytes: 800 }]);
	});

	it('are discarded with their visit', () => {
		rig.deliver([entry({ transferSize: 800 })]);
		rig.watch.reset();
		expect(rig.watch.take(10)).toEqual([]);
	});
});

describe('the entries that show what came', () => {
	const [first, second] = [
		{ transferSize: 800, responseEnd: 40 },
		{ transferSize: 900, responseEnd: 60 },
	];
	const numbersAndBodies = () => rig.watch.take(9)[0]?.entries.map(([number, , bodyBytes]) => [number, bodyBytes]);

	it('are reported one by one, with when they ended by the wall clock', () => {
		rig.deliver([entry(first), entry({ encodedBodySize: 500, responseEnd: 70 })]);
		const startedAtMs = Date.now() - performance.now();
		const entries = rig.watch.take(9)[0]?.entries ?? [];
		expect(entries.map(([number, , bodyBytes]) => [number, bodyBytes])).toEqual([
			[0, 800 - HEADERS],
			[1, null],
		]);
		for (const [index, endMs] of [40, 70].entries())
			expect(Math.abs((entries[index]?.[1] ?? 0) - startedAtMs - endMs)).toBeLessThan(20);
	});

	it('are reported once, and again when the report did not arrive', () => {
		rig.deliver([entry(first)]);
		const lost = rig.watch.take(9);
		rig.deliver([entry(second)]);
		expect(numbersAndBodies()).toEqual([[1, 900 - HEADERS]]);
		rig.watch.putBack(lost);
		expect(numbersAndBodies()).toEqual([[0, 800 - HEADERS]]);
	});

	it('are the newest of an address with many', () => {
		rig.deliver(Array.from({ length: 80 }, () => entry(first)));
		const numbers = rig.watch.take(9)[0]?.entries.map(([number]) => number) ?? [];
		expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([50, 30, 79]);
	});
});

describe('addresses', () => {
	it('add up their entries, without fragments, and are reported again only when they change', () => {
		rig.deliver([entry({ transferSize: 800 }), entry({ name: `${API}#part`, transferSize: 900 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 800 + 900 }]);
		expect(rig.watch.take(9)).toEqual([]);
		rig.deliver([entry({ transferSize: 400 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 3, timedBytes: 800 + 900 + 400 }]);
	});

	it('are reported in parts if they are many, each once', () => {
		rig.deliver(Array.from({ length: 5 }, (_, index) => entry({ name: `${API}/${index}`, transferSize: 800 })));
		const parts = [rig.watch.take(2), rig.watch.take(2), rig.watch.take(2), rig.watch.take(2)];
		expect(parts.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
		expect(new Set(parts.flat().map(({ key }) => key)).size).toBe(5);
	});

	it('are reported again when their report did not arrive, with later entries', () => {
		rig.deliver([entry({ transferSize: 800 })]);
		const lost = rig.watch.take(9);
		rig.deliver([entry({ transferSize: 900 })]);
		rig.watch.putBack(lost);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 800 + 900 }]);
		expect(lost).toMatchObject([{ timedCount: 1, timedBytes: 800 }]);
	});

	it('start at 0 for another visit, and lost reports of the last one stay lost', () => {
		rig.deliver([entry({ transferSize: 800 })]);
		const lost = rig.watch.take(9);
		rig.watch.reset();
		rig.watch.putBack(lost);
		expect(rig.watch.take(9)).toEqual([]);
		rig.deliver([entry({ transferSize: 900 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 1, timedBytes: 900 }]);
	});
});

describe('the navigation', () => {
	const navigation = (transferSize: number) => entry({ name: PAGE, initiatorType: 'navigation', transferSize });

	it('is one document with its latest size', () => {
		rig.navigationEntry = navigation(HEADERS);
		expect(rig.watch.take(9)).toMatchObject([{ initiator: 'navigation', timedCount: 1, timedBytes: HEADERS }]);
		expect(rig.watch.take(9)).toEqual([]);
		rig.navigationEntry = navigation(8_300);
		expect(rig.watch.take(9)).toMatchObject([{ initiator: 'navigation', timedCount: 1, timedBytes: 8_300 }]);
	});

	it('adds to what scripts fetched from the same address', () => {
		rig.navigationEntry = navigation(8_300);
		rig.watch.take(9);
		rig.deliver([entry({ name: PAGE, transferSize: 700 })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 8_300 + 700 }]);
	});

	it('counts although scripts fetched the same address before', () => {
		rig.deliver([entry({ name: PAGE, transferSize: 700 })]);
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

it('a stopped watch disconnects its observer', () => {
	rig.watch.stop();
	expect(rig.isConnected).toBe(false);
});

describe('an aborted request', () => {
	it.each([
		['its response had begun', { responseStart: 1_000 }],
		['another origin hides its times', { responseStart: 0 }],
	])('is reported as broken if %s', (_title, changes) => {
		rig.deliver([entry({ startTime: 500, responseEnd: 2_500, responseStatus: 0, transferSize: HEADERS, ...changes })]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 0, timedBytes: 0, brokenCount: 1 }]);
	});
});
