// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Uploads } from '@/utils/observe/page-world/uploads';
import { lines, tally } from './page-tally';

const URL = 'https://moodle.example/repository.php?action=upload';
const BYTES = 5_000_000;

let tell: (entries: readonly object[]) => void;
let isObserving: boolean;

class FakeObserver {
	constructor(listener: (list: { getEntries(): readonly object[] }) => void) {
		tell = (entries) => listener({ getEntries: () => entries });
	}
	observe(): void {
		isObserving = true;
	}
	disconnect(): void {
		isObserving = false;
	}
}

const entry = (changes: object = {}) => ({
	name: URL,
	initiatorType: 'fetch',
	startTime: performance.now(),
	responseStatus: 200,
	...changes,
});
/** Bytes sent, large bodies begun, and those of them that have gone. */
const told = () => [
	lines.get('own:sent')?.[2] ?? 0,
	lines.get('own:upload')?.[0] ?? 0,
	lines.get('own:uploaded')?.[0] ?? 0,
];

beforeEach(() => {
	lines.clear();
	vi.stubGlobal('PerformanceObserver', FakeObserver);
});
afterEach(() => vi.unstubAllGlobals());

describe('a body', () => {
	it('of one write counts as it is sent', () => {
		new Uploads(tally).addOfFetch(65_536, () => URL);
		new Uploads(tally).addOfRequest(400, Object.assign(new EventTarget(), { status: 0 }));
		new Uploads(tally).add(0);
		expect(told()).toEqual([65_536 + 400, 0, 0]);
	});

	it.each([
		['read by its server', 201, [BYTES, 1, 1]],
		['answered by a redirect', 303, [BYTES, 1, 1]],
		['refused as too large', 413, [0, 1, 0]],
		['given up', 0, [0, 1, 0]],
	])('that is large and %s', (_title, responseStatus, expected) => {
		new Uploads(tally).addOfFetch(BYTES, () => `${URL}#top`);
		expect(told()).toEqual([0, 1, 0]);
		expect(isObserving).toBe(true);
		tell([entry({ responseStatus })]);
		expect(told()).toEqual(expected);
		expect(isObserving).toBe(false);
	});

	it('that is large waits for the end of its own request', () => {
		new Uploads(tally).addOfFetch(BYTES, () => URL);
		tell([
			entry({ name: `${URL}&other=1` }),
			entry({ initiatorType: 'script' }),
			entry({ startTime: performance.now() - 1_000 }),
		]);
		expect(told()).toEqual([0, 1, 0]);
	});

	it.each([
		['load', 200, [BYTES, 1, 1]],
		['load', 413, [0, 1, 0]],
		['abort', 0, [0, 1, 0]],
	])('of a request that ends by %s with status %i', (event, status, expected) => {
		const request = Object.assign(new EventTarget(), { status });
		new Uploads(tally).addOfRequest(BYTES, request);
		request.dispatchEvent(new Event(event));
		expect(told()).toEqual(expected);
	});
});
