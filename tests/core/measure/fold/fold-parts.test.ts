import { describe, expect, it } from 'vitest';
import { beginVisit, headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { RequestReader } from '@/utils/core/measure/network-request';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { API, type Case, foldCases, TIMING_HEADERS } from './fold-cases';

/** Headers of a part of a file of a megabyte. */
const partHeaders = (first: number, end: number) => ({
	'content-type': 'application/octet-stream',
	'content-length': end - first,
	'content-range': `bytes ${first}-${end - 1}/1000000`,
});

/** A part of a file that the cache keeps in parts, on its way past that cache. */
const tagged = (requestId: string, first: number, end: number, more: Record<string, string> = {}) =>
	request(API, {
		requestId,
		statusCode: 206,
		responseHeaders: headers({ ...partHeaders(first, end), etag: '"1"', ...more }),
	});
const taggedBytes = (more: Record<string, string>, ...parts: (readonly [number, number])[]) =>
	parts.reduce((sum, [first, end]) => {
		return sum + headBytes({ ...partHeaders(first, end), etag: '"1"', ...more }) + end - first;
	}, 0);

/** A part of the file, and whether Chrome ascribes it to its cache. */
const part = (requestId: string, first: number, end: number, fromCache = false) =>
	request(API, { requestId, statusCode: 206, fromCache, responseHeaders: headers(partHeaders(first, end)) });

const headerBytes = (...parts: (readonly [number, number])[]) =>
	parts.reduce((sum, [first, end]) => sum + headBytes(partHeaders(first, end)), 0);

/** Chrome says `fromCache` of each part after the first. */
const HALVES: Case['play'] = (_visit, network) => {
	network('completed', part('1', 0, 400_000));
	network('completed', part('2', 400_000, 800_000, true));
};

describe('folding parts of a file', () => {
	foldCases([
		{
			title: 'a part that the cache cannot hold came over the network',
			play: HALVES,
			measured: headerBytes([0, 400_000], [400_000, 800_000]) + 800_000,
			requests: 2,
		},
		{
			title: 'a part that was loaded before is saved by the cache',
			play: (visit, network) => {
				HALVES(visit, network);
				network('completed', part('3', 200_000, 600_000, true));
			},
			measured: headerBytes([0, 400_000], [400_000, 800_000]) + 800_000,
			requests: 3,
			saved: 400_000,
		},
		{
			title: 'of a part that is cached in part, the rest came over the network',
			play: (_visit, network) => {
				network('completed', part('1', 0, 400_000));
				network('completed', part('2', 300_000, 700_000, true));
			},
			measured: headerBytes([0, 400_000], [300_000, 700_000]) + 700_000,
			requests: 2,
			saved: 100_000,
		},
		{
			title: 'where an earlier visit may have loaded it, a part that the cache answers is unknown',
			play: (_visit, network) => network('completed', part('1', 0, 400_000, true)),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a part that went past the cache, where that keeps parts, may have come more than once',
			play: (_visit, network) => {
				network('completed', tagged('1', 0, 400_000));
				network('completed', tagged('2', 400_000, 800_000));
				network('completed', tagged('3', 800_000, 900_000));
			},
			measured: taggedBytes({}, [0, 400_000], [400_000, 800_000], [800_000, 900_000]),
			unknown: 2,
			requests: 3,
		},
		{
			title: 'a part of a file that is not stored comes once',
			play: (_visit, network) => {
				network('completed', tagged('1', 0, 400_000, { 'cache-control': 'no-store' }));
				network('completed', tagged('2', 400_000, 800_000, { 'cache-control': 'no-store' }));
			},
			measured: taggedBytes({ 'cache-control': 'no-store' }, [0, 400_000], [400_000, 800_000]),
			requests: 2,
		},
		{
			title: 'the page knows what came of it',
			play: (visit, network) => {
				network('completed', part('1', 0, 400_000, true));
				const timedBytes = 250_000 + TIMING_HEADERS;
				applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes })] }));
			},
			measured: 250_000,
			requests: 1,
		},
		{
			title: 'the page knows that nothing came',
			play: (visit, network) => {
				network('completed', part('1', 0, 400_000, true));
				const cached = timed(API, { cachedCount: 1, sparedBytes: 400_000 });
				applyReport(visit, report({ addresses: [cached] }));
			},
			measured: 0,
			requests: 1,
			saved: 400_000,
		},
	]);
});

it('bounds what came again by the requests that were there before', () => {
	const visit = beginVisit();
	const reader = new RequestReader();
	for (const [id, first, end] of [
		['1', 0, 100_000],
		['2', 100_000, 200_000],
		['3', 200_000, 300_000],
	] as const) {
		applyNetworkFact(visit, reader.completed(tagged(id, first, end)));
	}
	const { measuredBytes, highBytes } = sumTraffic(foldVisit(visit).traffic);
	const onceBytes = taggedBytes({}, [100_000, 200_000]);
	expect(highBytes).toBe(measuredBytes + 3 * onceBytes);
});
