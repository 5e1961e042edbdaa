import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { API, entry, PAGE, ResourceRig } from './resource-rig';

let rig: ResourceRig;

beforeEach(() => {
	rig = new ResourceRig();
});
afterEach(() => rig.close());

describe('a frame whose requests the network’s events all show', () => {
	const seen = { visitId: 'visit0000000000a', isFullyVisible: true };
	const keys = (isLast = false) => rig.watch.take(9, isLast).map(({ key }) => key);
	/** A report, and its answer. */
	const reported = (wanted: readonly string[] = []) => {
		const report = keys();
		rig.watch.hear({ ...seen, wanted });
		return report;
	};
	const timedEntry = entry({ transferSize: 800, encodedBodySize: 500 });
	beforeEach(() => rig.watch.hear({ ...seen, wanted: [] }));

	it('tells nothing of them, but that there is news', () => {
		rig.tell([timedEntry]);
		expect([keys(), rig.changeCount]).toEqual([[], 1]);
	});

	it('tells what it is asked, once', () => {
		rig.tell([timedEntry, entry({ name: PAGE, transferSize: 700 })]);
		keys();
		rig.watch.hear({ ...seen, wanted: [addressKey(API), 'unknown'] });
		expect(rig.watch.hasMore).toBe(true);
		expect(keys()).toEqual([addressKey(API)]);
		rig.watch.hear({ ...seen, wanted: [addressKey(API)] });
		expect(rig.watch.hasMore).toBe(false);
	});

	it('tells what a cache answered', () => {
		rig.tell([entry({ encodedBodySize: 500 })]);
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('tells at its end what was read of late, and not asked for', () => {
		rig.tell([entry({ name: PAGE, transferSize: 700 })]);
		reported(['unknown']);
		reported();
		rig.tell([timedEntry]);
		reported(['unknown']);
		expect(keys(true)).toEqual([addressKey(API)]);
	});

	it('reads nothing of them but whether a cache answered and when they ended, unless it is asked', () => {
		const read: PropertyKey[] = [];
		rig.tell([new Proxy(timedEntry, { get: (target, name) => [read.push(name), Reflect.get(target, name)][1] })]);
		read.length = 0;
		reported();
		expect(read).toEqual(['transferSize', 'responseEnd']);
		reported([addressKey(API)]);
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('lets go with an answer of what had ended a second before it, and nobody asked for', () => {
		vi.spyOn(performance, 'now').mockReturnValue(5_000);
		rig.tell([entry({ name: PAGE, transferSize: 700, responseEnd: 3_900 }), { ...timedEntry, responseEnd: 4_100 }]);
		reported();
		reported();
		rig.watch.hear({ ...seen, wanted: [addressKey(PAGE), addressKey(API)] });
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('tells at its end nothing of what an answer knew of', () => {
		vi.spyOn(performance, 'now').mockReturnValue(5_000);
		rig.tell([{ ...timedEntry, responseEnd: 3_900 }]);
		reported();
		expect(keys(true)).toEqual([]);
	});

	it('keeps them as long as no answer comes', () => {
		rig.tell([timedEntry]);
		for (let report = 0; report < 5; report++) keys();
		rig.watch.hear({ ...seen, wanted: [addressKey(API)] });
		expect(keys()).toEqual([addressKey(API)]);
	});

	it('tells everything when it is not so after all', () => {
		rig.tell([timedEntry]);
		keys();
		rig.watch.hear({ ...seen, isFullyVisible: false, wanted: [] });
		rig.tell([timedEntry]);
		expect(rig.watch.take(9)).toMatchObject([{ timedCount: 2, timedBytes: 1_600 }]);
	});
});

describe('a rain of entries', () => {
	const answer = { visitId: 'visit0000000000a', isFullyVisible: true, wanted: [] };
	const fetched = Array.from({ length: 60 }, (_, n) => entry({ name: `${API}/${n}`, transferSize: 800 }));
	const cached = entry({ name: PAGE, encodedBodySize: 500 });
	const told = () => rig.watch.take(99).map(({ key }) => key);
	const begin = () => {
		rig.watch.hear(answer);
		rig.tell(fetched);
		rig.buffer = [...fetched];
	};
	beforeEach(() => vi.stubEnv('FIREFOX', 'yes'));
	afterEach(() => vi.unstubAllEnvs());

	it('is not listened to until the next report, which reads what the buffer took', () => {
		begin();
		expect(rig.isConnected).toBe(false);
		rig.buffer.push(cached);
		expect([told(), rig.isConnected]).toEqual([[addressKey(PAGE)], true]);
		expect(rig.observe).toHaveBeenLastCalledWith({ type: 'resource' });
		rig.watch.hear(answer);
		expect(told()).toEqual([]);
	});

	it('leaves a buffer alone that the page has emptied, or that was full before', () => {
		begin();
		rig.buffer = [cached];
		expect(told()).toEqual([]);
		rig.tell(fetched);
		rig.buffer = fetched.slice(0, 10);
		expect(told()).toEqual([]);
	});

	it.each([
		['where the network’s events do not show everything', { ...answer, isFullyVisible: false }],
		['where sizes are asked for', { ...answer, wanted: ['unknown'] }],
	])('is listened to %s', (_title, report) => {
		rig.watch.hear(report);
		rig.tell(fetched);
		expect(rig.isConnected).toBe(true);
	});

	it('is listened to in Chrome, whose events size less', () => {
		vi.stubEnv('FIREFOX', '');
		begin();
		expect(rig.isConnected).toBe(true);
	});
});
