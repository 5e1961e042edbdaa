import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hookBodies, type LoadedRequest } from '@/utils/page/world/bodies';
import type { Line } from '@/utils/page/world/counters';
import { counters, lines } from './page-counters';

const ORIGIN = 'https://learning.example';
const API = 'https://lms.example/api/outline';
/** Long enough that only its beginning is packed, and all alike. */
const OUTLINE = JSON.stringify(
	Array.from({ length: 4_000 }, (_, id) => ({ id, name: `Leçon ${id}`, done: id % 3 === 0 })),
);

/** A whole answer with an address, which only a network gives. */
function answerClass() {
	return class extends Response {
		override url = '';
	};
}

/** What the browser says of the newest request to {@link API}. */
let entry: { contentEncoding?: string; transferSize: number } | undefined;

let noteLoaded: (request: LoadedRequest) => void;
beforeEach(() => {
	lines.clear();
	entry = { contentEncoding: 'gzip', transferSize: 0 };
	vi.stubGlobal('location', { origin: ORIGIN });
	vi.stubGlobal('Document', class {});
	vi.stubGlobal('Response', answerClass());
	vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
	vi.spyOn(performance, 'getEntriesByName').mockImplementation(
		(name) => (name === API && entry ? [entry] : []) as unknown as PerformanceEntryList,
	);
	noteLoaded = hookBodies(counters);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const answer = (headers: HeadersInit = {}, url = API) => {
	const made = new Response(OUTLINE, { headers });
	(made as { url: string }).url = url;
	return made;
};
/** An idle moment, and the time to pack. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 200));
const reported = () => lines.get(`part:${API}`);

describe('an answer of another origin without a length', () => {
	it.each(['text', 'json', 'arrayBuffer', 'blob'] as const)('is estimated as it packs, read as %s', async (read) => {
		const body = await answer()[read]();
		expect(read === 'json' ? JSON.stringify(body) : await new Blob([body]).text()).toBe(OUTLINE);
		await vi.waitFor(() => expect(reported()).toBeDefined());
		const [count, bytes, , isPacked] = reported() as Line;
		expect({ count, isPacked }).toEqual({ count: 1, isPacked: 1 });
		expect(bytes / gzipSync(OUTLINE).length).toBeGreaterThan(0.9);
		expect(bytes / gzipSync(OUTLINE).length).toBeLessThan(1.1);
		expect(counters.grow).toHaveBeenCalled();
	});

	it('is as large as its body when it was not packed', async () => {
		entry = { contentEncoding: '', transferSize: 0 };
		await answer().text();
		await answer().text();
		await vi.waitFor(() => expect(reported()).toEqual([2, 2 * Buffer.byteLength(OUTLINE), 0, 1]));
	});

	it.each([
		['the browser does not say whether it was packed', { transferSize: 0 }],
		['the browser keeps no entry of it', undefined],
		['its entry shows its size', { contentEncoding: 'gzip', transferSize: 900 }],
	])('is left alone when %s', async (_title, known) => {
		entry = known;
		await answer().text();
		await settle();
		expect(lines.size).toBe(0);
	});

	it('is not written out again when its size is not needed', async () => {
		entry = { contentEncoding: 'gzip', transferSize: 900 };
		const toJSON = vi.fn();
		noteLoaded({ responseURL: API, response: { toJSON }, getResponseHeader: () => null });
		await settle();
		expect(toJSON).not.toHaveBeenCalled();
	});

	it('is estimated for a request too, whatever it is read as', async () => {
		noteLoaded({ responseURL: API, response: JSON.parse(OUTLINE), getResponseHeader: () => null });
		await vi.waitFor(() => expect(reported()?.[0]).toBe(1));
	});
});

describe('other answers', () => {
	it.each([
		['announces its length', { 'content-length': '9' }, API],
		['is of the page’s own origin', {}, `${ORIGIN}/api/outline`],
		['was made by the page itself', {}, ''],
	])('one that %s is left alone', async (_title, headers, url) => {
		expect(await answer(headers, url).text()).toBe(OUTLINE);
		await settle();
		expect(lines.size).toBe(0);
	});

	it('one that fails fails for the page as before', async () => {
		const spent = answer();
		await spent.text();
		await expect(spent.text()).rejects.toThrow(TypeError);
	});
});
