// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { API, entry, PAGE, ResourceRig } from './resource-rig';

let rig: ResourceRig;

beforeEach(() => {
	rig = new ResourceRig();
});
afterEach(() => rig.close());

describe('a frame with full visibility', () => {
	const visible = { visitId: 'visit0000000000a', isFullyVisible: true, isFromNow: false };
	const keys = (isLast = false) => rig.watch.take(9, isLast).map(({ key }) => key);
	/** Takes a report and applies its answer. */
	const exchange = (wanted: readonly string[] = []) => {
		const report = keys();
		rig.watch.applyAnswer({ ...visible, wanted });
		return report;
	};
	const timedEntry = entry({ transferSize: 800, encodedBodySize: 500 });
	beforeEach(() => rig.watch.applyAnswer({ ...visible, wanted: [] }));

	it('reports no entry, but that there are changes', () => {
		rig.deliver([timedEntry]);
		expect([keys(), rig.changeCount]).toEqual([[], 1]);
	});

	it('reports requested entries, once', () => {
		rig.deliver([timedEntry, entry({ name: PAGE, transferSize: 700 })]);
		keys();
		rig.watch.applyAnswer({ ...visible, wanted: [addressKey(API), 'unknown'] });
		expect(rig.watch.hasMore).toBe(true);
		expect(keys()).toEqual([addressKey(API)]);
		rig.watch.applyAnswer({ ...visible, wanted: [addressKey(API)] });
		expect(rig.watch.hasMore).toBe(false);
	});

	it('reports responses of a cache', () => {
		rig.deliver([entry({ encodedBodySize: 500 })]);
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('reports at its end what was read recently and not requested', () => {
		rig.deliver([entry({ name: PAGE, transferSize: 700 })]);
		exchange(['unknown']);
		exchange();
		rig.deliver([timedEntry]);
		exchange(['unknown']);
		expect(keys(true)).toEqual([addressKey(API)]);
	});

	it('reads of an entry only whether the cache answered and when it ended, unless it is requested', () => {
		const read: PropertyKey[] = [];
		rig.deliver([new Proxy(timedEntry, { get: (target, name) => [read.push(name), Reflect.get(target, name)][1] })]);
		read.length = 0;
		exchange();
		expect(read).toEqual(['transferSize', 'responseEnd']);
		exchange([addressKey(API)]);
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('discards entries that ended more than 1 s before an answer and were not requested', () => {
		vi.spyOn(performance, 'now').mockReturnValue(5_000);
		rig.deliver([entry({ name: PAGE, transferSize: 700, responseEnd: 3_900 }), { ...timedEntry, responseEnd: 4_100 }]);
		exchange();
		exchange();
		rig.watch.applyAnswer({ ...visible, wanted: [addressKey(PAGE), addressKey(API)] });
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('reports at its end nothing that was discarded', () => {
		vi.spyOn(performance, 'now').mockReturnValue(5_000);
		rig.deliver([{ ...timedEntry, responseEnd: 3_900 }]);
		exchange();
		expect(keys(true)).toEqual([]);
	});

	it('keeps entries until an answer arrives', () => {
		rig.deliver([timedEntry]);
		for (let report = 0; report < 5; report++) keys();
		rig.watch.applyAnswer({ ...visible, wanted: [addressKey(API)] });
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('reports everything when full visibility ends', () => {
		rig.deliver([timedEntry]);
		keys();
		rig.watch.applyAnswer({ ...visible, isFullyVisible: false, wanted: [] });
		rig.deliver([timedEntry]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 1_600 }]);
	});
});

describe('a request burst', () => {
	const answer = { visitId: 'visit0000000000a', isFullyVisible: true, isFromNow: false, wanted: [] };
	const fetched = Array.from({ length: 60 }, (_, n) => entry({ name: `${API}/${n}`, transferSize: 800 }));
	const cached = entry({ name: PAGE, encodedBodySize: 500 });
	const reportedKeys = () => rig.watch.take(99).map(({ key }) => key);
	const begin = () => {
		rig.watch.applyAnswer(answer);
		rig.deliver(fetched);
		rig.buffer = [...fetched];
	};
	beforeEach(() => vi.stubEnv('FIREFOX', 'yes'));
	afterEach(() => vi.unstubAllEnvs());

	it('disconnects the observer until the next report, which reads the buffer', () => {
		begin();
		expect(rig.isConnected).toBe(false);
		rig.buffer.push(cached);
		expect([reportedKeys(), rig.isConnected]).toEqual([[addressKey(PAGE)], true]);
		expect(rig.observe).toHaveBeenLastCalledWith({ type: 'resource' });
		rig.watch.applyAnswer(answer);
		expect(reportedKeys()).toEqual([]);
	});

	it('ignores a buffer that the page has cleared, or that was full before', () => {
		begin();
		rig.buffer = [cached];
		expect(reportedKeys()).toEqual([]);
		rig.deliver(fetched);
		rig.buffer = fetched.slice(0, 10);
		expect(reportedKeys()).toEqual([]);
	});

	it.each([
		['without full visibility', { ...answer, isFullyVisible: false }],
		['when sizes are requested', { ...answer, wanted: ['unknown'] }],
	])('keeps the observer %s', (_title, change) => {
		rig.watch.applyAnswer(change);
		rig.deliver(fetched);
		expect(rig.isConnected).toBe(true);
	});

	it('keeps the observer in Chrome, whose network events give fewer sizes', () => {
		vi.stubEnv('FIREFOX', '');
		begin();
		expect(rig.isConnected).toBe(true);
	});
});
