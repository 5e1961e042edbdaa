import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Uploads } from '@/utils/page/world/uploads';
import { counters, lines } from './page-counters';

const URL = 'https://moodle.example/repository.php?action=upload';
const BYTES = 5_000_000;
const SMALL_BYTES = 65_536;
const answered = (answer: object) =>
	Promise.resolve({ url: URL, redirected: false, type: 'basic', ...answer } as Response);

/** Bytes sent, large bodies begun, and those of them that have gone. */
const told = () => [
	lines.get('own:sent')?.[2] ?? 0,
	lines.get('own:upload')?.[0] ?? 0,
	lines.get('own:uploaded')?.[0] ?? 0,
];

beforeEach(() => lines.clear());

describe('a body that is fetched', () => {
	it('is left alone where there is none', () => {
		const answer = answered({ status: 200 });
		expect(new Uploads(counters).addOfFetch(0, answer)).toBe(answer);
	});

	it.each([
		['read by its server', { status: 201 }, [BYTES, 1, 1]],
		[
			'answered by a page elsewhere, which may have had it sent twice',
			{ status: 200, redirected: true },
			[BYTES, 1, 0],
		],
		['refused as too large', { status: 413 }, [0, 1, 0]],
		['answered in secret, by another origin', { status: 0, type: 'opaque', url: '' }, [0, 1, 0]],
	])('and large, and %s', async (_title, answer, expected) => {
		const passed = new Uploads(counters).addOfFetch(BYTES, answered(answer));
		expect(told()).toEqual([0, 1, 0]);
		expect(await passed).toMatchObject(answer);
		expect(told()).toEqual(expected);
	});

	it.each([
		['by an error', { status: 404 }, SMALL_BYTES],
		['in secret, by another origin', { status: 0, type: 'opaque', url: '' }, SMALL_BYTES],
		['by nobody’s server', { status: 200, url: 'blob:https://moodle.example/1' }, 0],
	])('and small has gone once it is answered %s', async (_title, answer, bytes) => {
		const passed = new Uploads(counters).addOfFetch(SMALL_BYTES, answered(answer));
		expect(told()).toEqual([0, 0, 0]);
		await passed;
		expect(told()).toEqual([bytes, 0, 0]);
	});

	it('and fails does so as before, and unheard where nobody listens', async () => {
		const failure = new Error('aborted');
		const unheard = vi.fn();
		process.once('unhandledRejection', unheard);
		void new Uploads(counters).addOfFetch(BYTES, Promise.reject(failure));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(unheard).toHaveBeenCalledExactlyOnceWith(failure, expect.any(Promise));
		expect(told()).toEqual([0, 1, 0]);
	});
});

describe('a body of a request', () => {
	const request = (status: number) => Object.assign(new EventTarget(), { status, responseURL: URL });

	it.each([
		['is read', 200, [BYTES, 1, 1]],
		['is refused', 413, [0, 1, 0]],
		['is given up', 0, [0, 1, 0]],
	])('that is large and %s', (_title, status, expected) => {
		const sending = request(status);
		new Uploads(counters).addOfRequest(BYTES, sending);
		sending.dispatchEvent(new Event('loadend'));
		expect(told()).toEqual(expected);
	});

	it('that was given up does not go when the same object sends another', () => {
		const sending = request(0);
		const uploads = new Uploads(counters);
		uploads.addOfRequest(BYTES, sending);
		sending.dispatchEvent(new Event('loadend'));
		sending.status = 200;
		uploads.addOfRequest(400, sending);
		sending.dispatchEvent(new Event('loadend'));
		expect(told()).toEqual([400, 1, 0]);
	});
});
