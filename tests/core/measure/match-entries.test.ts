import { describe, expect, it } from 'vitest';
import { beginVisit, ENDED_AT_MS, headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { matchEntries } from '@/utils/core/measure/match-entries';
import { RequestReader } from '@/utils/core/measure/network-request';
import { EMPTY_RECORD, type RequestRecord } from '@/utils/core/measure/request-record';
import { sumTraffic } from '@/utils/core/visit/traffic';

const HEADER_BYTES = 200;
const chunked = (id: string, endedAtMs: number): RequestRecord => ({
	...EMPTY_RECORD,
	id,
	outcome: 'unsized',
	endedAtMs,
	bytes: HEADER_BYTES,
	headerBytes: HEADER_BYTES,
});
const sized = (id: string, endedAtMs: number, bodyBytes: number): RequestRecord => ({
	...chunked(id, endedAtMs),
	outcome: 'sized',
	bytes: HEADER_BYTES + bodyBytes,
});
const cached = (id: string, endedAtMs: number): RequestRecord => ({
	...chunked(id, endedAtMs),
	outcome: 'cached',
	bytes: 0,
	headerBytes: 0,
});
const broken = (id: string, endedAtMs: number): RequestRecord => ({ ...chunked(id, endedAtMs), isBroken: true });

describe('the entries of an address', () => {
	it.each<[string, RequestRecord[], [atMs: number, bodyBytes: number | null][], (number | null)[]]>([
		['show the size of the request that ended when they did', [chunked('a', 1_000)], [[1_040, 700]], [700]],
		[
			'go to the request that is nearest in time, whatever their order',
			[chunked('a', 1_000), chunked('b', 3_000)],
			[
				[2_990, 900],
				[1_020, 700],
			],
			[700, 900],
		],
		[
			'of which the page has not all show only those',
			[chunked('worker', 1_000), chunked('page', 3_000)],
			[[3_010, 900]],
			[null, 900],
		],
		[
			'that are of a request of known size show no other',
			[sized('a', 1_000, 5_000), chunked('b', 1_010)],
			[[1_008, 5_000]],
			[null, null],
		],
		[
			'of a known and an unknown size differ by it',
			[sized('a', 1_000, 5_000), chunked('b', 1_010)],
			[
				[1_012, 5_000],
				[1_001, 300],
			],
			[null, 300],
		],
		[
			'of a request that the cache answered are of no other',
			[cached('a', 900), chunked('b', 1_000)],
			[
				[902, null],
				[1_003, 0],
			],
			[null, 0],
		],
		['show nothing of a request that broke off', [broken('a', 1_000)], [[1_000, 700]], [null]],
		['of another time show nothing', [chunked('a', 1_000)], [[60_000, 700]], [null]],
		[
			'of the cache show nothing of a response that came, however near',
			[chunked('a', 1_000)],
			[
				[1_001, null],
				[1_040, 700],
			],
			[700],
		],
		[
			'of the cache show that nothing came of a part of a file that it may have held',
			[{ ...chunked('a', 1_000), isDoubtful: true }],
			[[1_001, null]],
			[0],
		],
	])('%s', (_title, requests, ends, bodies) => {
		const entries = ends.map(([atMs, bodyBytes], index) => ({ id: String(index), atMs, bodyBytes }));
		expect(requests.map(matchEntries({ requests, entries }))).toEqual(bodies);
	});
});

const API = 'https://moodle.example/poll';
const CHUNKED = { 'content-type': 'application/json' };

describe('an address that is polled all day', () => {
	const COUNT = 5_000;
	const BODY_BYTES = 900;
	const poll = (isShown: boolean) => {
		const visit = beginVisit();
		const reader = new RequestReader();
		for (let number = 0; number < COUNT; number++) {
			const atMs = ENDED_AT_MS + number * 1_000;
			const details = { requestId: String(number), timeStamp: atMs, responseHeaders: headers(CHUNKED) };
			applyNetworkFact(visit, reader.completed(request(API, details)));
			const entry = timed(API, {
				timedCount: number + 1,
				timedBytes: (number + 1) * (300 + BODY_BYTES),
				entries: [[number, atMs + 3, BODY_BYTES]],
			});
			if (isShown) applyReport(visit, report({ addresses: [entry] }));
		}
		return visit;
	};
	const records = (visit: ReturnType<typeof poll>) => Object.values(visit.ledger).flatMap(({ requests }) => requests);

	it('has few records, and each request counts once', () => {
		const visit = poll(true);
		expect(records(visit).length).toBeLessThanOrEqual(100);
		expect(sumTraffic(foldVisit(visit).traffic)).toMatchObject({
			measuredBytes: COUNT * (headBytes(CHUNKED) + BODY_BYTES),
			unknownCount: 0,
			requestCount: COUNT,
		});
	});

	it('has few records too where nothing shows a size, and each request is unknown', () => {
		const visit = poll(false);
		expect(records(visit).length).toBeLessThanOrEqual(300);
		expect(sumTraffic(foldVisit(visit).traffic)).toMatchObject({
			measuredBytes: COUNT * headBytes(CHUNKED),
			unknownCount: COUNT,
			requestCount: COUNT,
		});
	});

	it('keeps its figures when the background is stopped', () => {
		const visit = poll(true);
		expect(foldVisit(structuredClone(visit))).toEqual(foldVisit(visit));
	});
});

it('a request of a worker and one of the page to the same address: only that of the page is known', () => {
	const visit = beginVisit();
	const reader = new RequestReader();
	const LONG = { 'content-length': 90_000 };
	const at = (requestId: string, afterMs: number, values: Readonly<Record<string, string | number>>) =>
		request(API, { requestId, timeStamp: ENDED_AT_MS + afterMs, responseHeaders: headers(values) });
	applyNetworkFact(visit, reader.completed(at('worker', 0, LONG)));
	applyNetworkFact(visit, reader.completed(at('page', 400, CHUNKED)));
	const entries = [[0, ENDED_AT_MS + 410, 700] as const];
	applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes: 1_000, entries })] }));
	expect(sumTraffic(foldVisit(visit).traffic)).toMatchObject({
		measuredBytes: headBytes(LONG) + 90_000 + headBytes(CHUNKED) + 700,
		unknownCount: 0,
		requestCount: 2,
	});
});
