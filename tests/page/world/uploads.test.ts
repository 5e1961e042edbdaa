import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Uploads } from '@/utils/page/world/uploads';
import { counted, counters } from './page-counters';

const URL = 'https://moodle.example/repository.php?action=upload';
const BYTES = 5_000_000;
const SMALL_BYTES = 65_536;
const responding = (response: object) =>
	Promise.resolve({ url: URL, redirected: false, type: 'basic', ...response } as Response);

/** Bytes sent, large bodies begun, and large bodies sent. */
const totals = () => [
	counted.get('own:sent')?.sentBytes ?? 0,
	counted.get('own:upload')?.count ?? 0,
	counted.get('own:uploaded')?.count ?? 0,
];

const read = (response: Response) => response;

beforeEach(() => counted.clear());

describe('a body that fetch sends', () => {
	it('without bytes changes nothing', () => {
		const response = responding({ status: 200 });
		expect(new Uploads(counters).addOfFetch(0, response, read)).toBe(response);
	});

	it.each([
		['read by the server', { status: 201 }, [BYTES, 1, 1]],
		['redirected, which may send it twice', { status: 200, redirected: true }, [BYTES, 1, 0]],
		['refused as too large', { status: 413 }, [0, 1, 0]],
		['answered by an opaque response', { status: 0, type: 'opaque', url: '' }, [0, 1, 0]],
	])('that is large and %s', async (_title, response, expected) => {
		const passed = new Uploads(counters).addOfFetch(BYTES, responding(response), read);
		expect(totals()).toEqual([0, 1, 0]);
		expect(await passed).toMatchObject(response);
		expect(totals()).toEqual(expected);
	});

	it.each([
		['by an error', { status: 404 }, SMALL_BYTES],
		['by an opaque response', { status: 0, type: 'opaque', url: '' }, SMALL_BYTES],
		['by no server', { status: 200, url: 'blob:https://moodle.example/1' }, 0],
	])('that is small counts once it is answered %s', async (_title, response, bytes) => {
		const passed = new Uploads(counters).addOfFetch(SMALL_BYTES, responding(response), read);
		expect(totals()).toEqual([0, 0, 0]);
		await passed;
		expect(totals()).toEqual([bytes, 0, 0]);
	});

	it('that fails does so as before, with an unhandled rejection if the page does not handle it', async () => {
		const failure = new Error('aborted');
		const onUnhandled = vi.fn();
		process.once('unhandledRejection', onUnhandled);
		void new Uploads(counters).addOfFetch(BYTES, Promise.reject<Response>(failure), read);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(onUnhandled).toHaveBeenCalledExactlyOnceWith(failure, expect.any(Promise));
		expect(totals()).toEqual([0, 1, 0]);
	});
});

describe('a body of an XMLHttpRequest', () => {
	it.each([
		['is read', 200, [BYTES, 1, 1]],
		['is refused', 413, [0, 1, 0]],
	])('that is large and %s', (_title, status, expected) => {
		const uploads = new Uploads(counters);
		uploads.begin(BYTES);
		uploads.settle(BYTES, { status, url: URL });
		expect(totals()).toEqual(expected);
	});
});
