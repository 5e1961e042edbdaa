import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Uploads } from '@/utils/observe/page-world/uploads';
import { lines, tally } from './page-tally';

const BYTES = 5_000_000;
const answered = (status: number) => Promise.resolve({ status } as Response);
/** Bytes sent, large bodies begun, and those of them that have gone. */
const told = () => [
	lines.get('own:sent')?.[2] ?? 0,
	lines.get('own:upload')?.[0] ?? 0,
	lines.get('own:uploaded')?.[0] ?? 0,
];

beforeEach(() => lines.clear());

describe('a body', () => {
	it('of one write counts as it is sent', () => {
		const answer = answered(500);
		expect(new Uploads(tally).addOfFetch(65_536, answer)).toBe(answer);
		new Uploads(tally).addOfRequest(400, Object.assign(new EventTarget(), { status: 0 }));
		new Uploads(tally).add(0);
		expect(told()).toEqual([65_536 + 400, 0, 0]);
	});

	it.each([
		['read by its server', 201, [BYTES, 1, 1]],
		['answered by a redirect', 303, [BYTES, 1, 1]],
		['refused as too large', 413, [0, 1, 0]],
		['answered in secret, by another origin', 0, [0, 1, 0]],
	])('that is large and %s', async (_title, status, expected) => {
		const answer = new Uploads(tally).addOfFetch(BYTES, answered(status));
		expect(told()).toEqual([0, 1, 0]);
		expect(await answer).toEqual({ status });
		expect(told()).toEqual(expected);
	});

	it('that is large and given up fails as before, and unheard where nobody listens', async () => {
		const failure = new Error('aborted');
		const unheard = vi.fn();
		process.once('unhandledRejection', unheard);
		void new Uploads(tally).addOfFetch(BYTES, Promise.reject(failure));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(unheard).toHaveBeenCalledExactlyOnceWith(failure, expect.any(Promise));
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
