// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { API, entry, NOTHING, ResourceRig } from './resource-rig';

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

describe('a Resource Timing entry', () => {
	beforeEach(() => vi.stubEnv('FIREFOX', ''));

	it.each([
		['with a size is timed', { transferSize: 800, encodedBodySize: 500 }, { timedCount: 1, timedBytes: 800 }],
		['of another origin has no size', {}, { opaqueCount: 1 }],
		[
			'of another origin has no size, although Firefox gives the body of a fetch with CORS',
			{ encodedBodySize: 500, requestStart: 0 },
			{ opaqueCount: 1 },
		],
		[
			'of another origin has no size, although Firefox gives 300 bytes of headers with Timing-Allow-Origin',
			{ initiatorType: 'script', transferSize: HEADERS, responseStatus: 0 },
			{ opaqueCount: 1 },
		],
		[
			'of an empty response is its headers',
			{ initiatorType: 'script', transferSize: HEADERS, responseStatus: 204 },
			{ timedCount: 1, timedBytes: HEADERS },
		],
		['from the cache saves its body', { encodedBodySize: 500 }, { cachedCount: 1, sparedBytes: 500 }],
		['from a service worker is cached', { workerStart: 12 }, { cachedCount: 1 }],
		[
			'of a frame is reported by the frame itself',
			{ initiatorType: 'iframe', transferSize: 800, encodedBodySize: 500 },
			{ opaqueCount: 1 },
		],
		[
			'of a 304 counts its headers, although Firefox gives the cached body',
			{ responseStatus: 304, transferSize: 9_000 },
			{ timedCount: 1, timedBytes: HEADERS },
		],
		[
			'of an error that is loaded ahead has no size: Chrome discards its body',
			{ initiatorType: 'link', transferSize: HEADERS, responseStatus: 500 },
			{ opaqueCount: 1 },
		],
		[
			'of an error that came for a script has no size: Chrome discards its body',
			{ initiatorType: 'script', transferSize: HEADERS, responseStatus: 404 },
			{ opaqueCount: 1 },
		],
		[
			'of an error without a body that a script has fetched counts its headers',
			{ initiatorType: 'fetch', transferSize: HEADERS, responseStatus: 404 },
			{ timedCount: 1, timedBytes: HEADERS },
		],
		[
			'of an error without a body that answers a beacon counts its headers',
			{ initiatorType: 'beacon', transferSize: HEADERS, responseStatus: 404 },
			{ timedCount: 1, timedBytes: HEADERS },
		],
		['of a video that still loads has no size', { initiatorType: 'video', transferSize: HEADERS }, { opaqueCount: 1 }],
		[
			'of a video with a body is timed',
			{ initiatorType: 'video', transferSize: 9_000, encodedBodySize: 8_700 },
			{ timedCount: 1, timedBytes: 9_000 },
		],
		[
			'of a response without a body counts its headers',
			{ transferSize: HEADERS },
			{ timedCount: 1, timedBytes: HEADERS },
		],
	])('%s', (_title, changes, counts) => {
		rig.deliver([entry(changes)]);
		expect(rig.watch.take(9)).toMatchObject([{ key: addressKey(API), ...NOTHING, ...counts }]);
	});

	it('of an error without a body counts its headers in Firefox, which discards no body', () => {
		vi.stubEnv('FIREFOX', 'yes');
		rig.deliver([entry({ initiatorType: 'script', transferSize: HEADERS, responseStatus: 404 })]);
		expect(rig.watch.take(9)).toMatchObject([{ ...NOTHING, timedCount: 1, timedBytes: HEADERS }]);
	});

	it.each(['data:text/plain,x', 'blob:https://moodle.example/1', 'chrome-extension://abc/x.js', 'file:///x'])(
		'of another scheme is left out: %s',
		(name) => {
			rig.deliver([entry({ name, transferSize: 800 })]);
			expect([rig.watch.take(9), rig.changeCount]).toEqual([[], 0]);
		},
	);

	it('is included from before the observation', () => {
		expect(rig.observe).toHaveBeenCalledWith({ type: 'resource', buffered: true });
	});
});
