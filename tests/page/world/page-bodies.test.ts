import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HiddenBodies, hookBodies } from '@/utils/page/world/bodies';
import type { Counter } from '@/utils/page/world/counters';
import { counted, counters, EMPTY } from './page-counters';

const ORIGIN = 'https://learning.example';
const API = 'https://lms.example/api/outline';
/** Long and repetitive, so that it compresses well. */
const OUTLINE = JSON.stringify(
	Array.from({ length: 4_000 }, (_, id) => ({ id, name: `Leçon ${id}`, done: id % 3 === 0 })),
);

/** A response with an address, which a constructed one lacks. */
function responseClass() {
	return class extends Response {
		#url = '';
		override get url() {
			return this.#url;
		}
		override set url(url: string) {
			this.#url = url;
		}
	};
}

/** Resource Timing entry of the latest request to {@link API}. */
let entry: { contentEncoding?: string; transferSize: number } | undefined;

let hidden: HiddenBodies;
beforeEach(() => {
	counted.clear();
	entry = { contentEncoding: 'gzip', transferSize: 0 };
	vi.stubGlobal('location', { origin: ORIGIN });
	vi.stubGlobal('Document', class {});
	vi.stubGlobal('Response', responseClass());
	vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
	vi.spyOn(performance, 'getEntriesByName').mockImplementation(
		(name) => (name === API && entry ? [entry] : []) as unknown as PerformanceEntryList,
	);
	hidden = hookBodies(counters);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const respond = (headers: HeadersInit = {}, url = API) => {
	const response = new Response(OUTLINE, { headers });
	(response as { url: string }).url = url;
	return response;
};
/** Long enough for the idle callback and the compression. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 200));
const counter = () => counted.get(`part:${API}`);

describe('a response of another origin without a length', () => {
	it.each(['text', 'json', 'arrayBuffer', 'blob', 'bytes'] as const)(
		'is estimated by compressing it, read as %s',
		async (read) => {
			const body = await respond()[read]();
			expect(read === 'json' ? JSON.stringify(body) : await new Blob([body]).text()).toBe(OUTLINE);
			await vi.waitFor(() => expect(counter()).toBeDefined());
			const { receivedBytes, ...others } = counter() as Counter;
			expect({ ...EMPTY, ...others }).toEqual({ ...EMPTY, count: 1, isPacked: true, mayBeCached: true });
			expect(receivedBytes / gzipSync(OUTLINE).length).toBeGreaterThan(0.9);
			expect(receivedBytes / gzipSync(OUTLINE).length).toBeLessThan(1.1);
			expect(counters.notify).toHaveBeenCalled();
		},
	);

	it('has the size of its body if it was not compressed', async () => {
		entry = { contentEncoding: '', transferSize: 0 };
		await respond().text();
		await respond().text();
		await vi.waitFor(() =>
			expect(counter()).toEqual({
				...EMPTY,
				count: 2,
				receivedBytes: 2 * Buffer.byteLength(OUTLINE),
				mayBeCached: true,
			}),
		);
	});

	it.each([
		['the browser does not show whether it was compressed', { transferSize: 0 }],
		['the browser has no entry for it', undefined],
		['its entry shows its size', { contentEncoding: 'gzip', transferSize: 900 }],
	])('is not estimated when %s', async (_title, known) => {
		entry = known;
		await respond().text();
		await settle();
		expect(counted.size).toBe(0);
	});

	it('counts as long as it is when it was not compressed, however long, and though the page gives it away', async () => {
		entry = { contentEncoding: '', transferSize: 0 };
		const body = new ArrayBuffer(5_000_000);
		hidden.noteLoaded(API, null, () => body);
		structuredClone(body, { transfer: [body] });
		await vi.waitFor(() =>
			expect(counter()).toEqual({ ...EMPTY, count: 1, receivedBytes: 5_000_000, mayBeCached: true }),
		);
	});

	it('counts as long as it is when it was read chunk by chunk to its end, unless it was compressed', async () => {
		entry = { contentEncoding: '', transferSize: 0 };
		hidden.noteRead(API, 300_000);
		await vi.waitFor(() =>
			expect(counter()).toEqual({ ...EMPTY, count: 1, receivedBytes: 300_000, mayBeCached: true }),
		);
		entry = { contentEncoding: 'br', transferSize: 0 };
		hidden.noteRead(API, 300_000);
		await settle();
		expect(counter()?.count).toBe(1);
	});

	it('is not serialised when its size is known', async () => {
		entry = { contentEncoding: 'gzip', transferSize: 900 };
		const toJSON = vi.fn();
		hidden.noteLoaded(API, null, () => ({ toJSON }));
		await settle();
		expect(toJSON).not.toHaveBeenCalled();
	});

	it('is estimated for an XMLHttpRequest too, as JSON', async () => {
		hidden.noteLoaded(API, null, () => JSON.parse(OUTLINE));
		await vi.waitFor(() => expect(counter()?.count).toBe(1));
	});
});

describe('other responses', () => {
	it.each([
		['has a length', { 'content-length': '9' }, API],
		['is of the page’s origin', {}, `${ORIGIN}/api/outline`],
		['was constructed by the page', {}, ''],
	])('one that %s is not estimated', async (_title, headers, url) => {
		expect(await respond(headers, url).text()).toBe(OUTLINE);
		await settle();
		expect(counted.size).toBe(0);
	});

	it('a failure reaches the page unchanged', async () => {
		const consumed = respond();
		await consumed.text();
		await expect(consumed.text()).rejects.toThrow(TypeError);
	});
});
