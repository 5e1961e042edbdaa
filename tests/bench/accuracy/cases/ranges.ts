import { CORS, NO_STORE, scriptPage, videoAnswer } from '@/tests/bench/accuracy/answers';
import type { BenchCase } from '@/tests/bench/accuracy/bench-case';
import type { HostName } from '@/tests/bench/accuracy/bench-site';
import { study } from '@/tests/bench/accuracy/study';

const FILE = '240.mp4';
const KNOWN_ORIGIN = { 'Timing-Allow-Origin': '*' };
/** A preflight: Chrome sends one for ranges that it does not know. */
const PREFLIGHT = {
	status: 204,
	headers: { ...CORS, 'Access-Control-Allow-Headers': 'range', ...NO_STORE },
	body: null,
};

/** Ways of reading a body, none of which has a length: by a pipe, by one half of a split, by iteration. */
const READINGS = ['body.pipeThrough(new TransformStream())', 'body.tee()[0]', 'body'];
const STREAMED_BYTES = 200_000;

/** A page that fetches parts of a cacheable file, one after the other or all at once: `[first, last]` of each. */
function parts(
	name: string,
	ranges: readonly (readonly [number, number])[],
	{
		host = 'banc',
		headers = {},
		before,
		isAtOnce = false,
	}: { host?: HostName; headers?: Record<string, string>; before?: typeof ranges; isAtOnce?: boolean } = {},
): BenchCase {
	const script = (read: typeof ranges, address: string) =>
		`const loading = [];
const load = async ([first, last]) =>
	(await fetch('${address}', { headers: { Range: 'bytes=' + first + '-' + last } })).arrayBuffer();
for (const part of ${JSON.stringify(read)}) ${isAtOnce ? 'loading.push(load(part))' : 'await load(part)'};
await Promise.all(loading);`;
	return {
		name,
		limit: 'exact',
		async answer(asked) {
			if (asked.path === 'page') return scriptPage(asked, script(ranges, asked.at(host, FILE)));
			if (asked.path === 'before') return scriptPage(asked, script(before ?? [], asked.at(host, FILE)));
			if (asked.method === 'OPTIONS') return PREFLIGHT;
			const answered = await videoAnswer(asked, FILE);
			return { ...answered, headers: { ...answered.headers, ...headers } };
		},
		...(before && {
			async prepare({ page, at }) {
				await page.goto(at('banc', 'before'));
				await page.waitFor('window.isDone === true');
			},
		}),
		run: study,
	};
}

const HALVES = [
	[0, 299_999],
	[300_000, 599_999],
] as const;
const LATER = [
	[600_000, 699_999],
	[700_000, 799_999],
] as const;
const ACROSS = [[150_000, 449_999]] as const;

export const RANGES: readonly BenchCase[] = [
	parts('ranges-of-a-file', HALVES),
	parts('ranges-of-another-host', HALVES, { host: 'media' }),
	parts('ranges-read-again', [...HALVES, ...HALVES, ...ACROSS], { host: 'media' }),
	parts('ranges-in-part-cached', [...ACROSS, ...HALVES], { host: 'media' }),
	parts('ranges-cached-before', [...HALVES], { before: ACROSS }),
	parts('ranges-cached-before-timed', [...HALVES], { before: ACROSS, host: 'media', headers: KNOWN_ORIGIN }),
	{ ...parts('ranges-cached-before-hidden', [...HALVES], { before: ACROSS, host: 'media' }), limit: 'broken' },
	// Chromium asks for some of them twice, which no event shows: see `PartDetails`.
	{ ...parts('ranges-at-once', [...HALVES, ...LATER], { isAtOnce: true }), limit: 'broken', bytesPerSecond: 2_000_000 },
	{
		name: 'bodies-read-by-pipes',
		limit: 'exact',
		answer: (asked) =>
			asked.path === 'page'
				? scriptPage(
						asked,
						READINGS.map(
							(reading, index) =>
								`{ const { body } = await fetch('${asked.at('media', `part${index}`)}'); for await (const _ of ${reading}); }`,
						).join('\n'),
					)
				: { status: 200, headers: { ...CORS, ...NO_STORE, 'Content-Type': 'video/mp4' }, body: pieces() },
		run: study,
	},
];

async function* pieces(): AsyncGenerator<Uint8Array> {
	for (let bytes = 0; bytes < STREAMED_BYTES; bytes += 50_000) yield new Uint8Array(50_000);
}
