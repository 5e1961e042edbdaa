import { describe, expect, it } from 'vitest';
import { beginVisit, headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { MAX_ROWS, MAX_UNRESOLVED_ROWS, settleRows } from '@/utils/core/measure/limits/settle-rows';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { sumTraffic } from '@/utils/core/visit/traffic';

const COUNT = 10_000;
const LENGTH = { 'content-length': 900, 'content-type': 'application/json' };
const CHUNKED = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
const TIMING_HEADERS = 300;
const addressOf = (number: number) => `https://moodle.example/poll?${number}`;
const otherOf = (number: number) => `https://media.example/${number}.json`;

const complete = (
	visit: VisitState,
	url: string,
	values: Readonly<Record<string, string | number>>,
	changes: Partial<RequestDetails> = {},
) =>
	applyNetworkFact(
		visit,
		new RequestReader().completed(request(url, { responseHeaders: headers(values), ...changes })),
	);
const timedOnce = (url: string, bodyBytes = 900) =>
	timed(url, { timedCount: 1, timedBytes: TIMING_HEADERS + bodyBytes });
/** The page's entries of some addresses. */
const entries = (urls: readonly string[]) => report({ addresses: urls.map((url) => timedOnce(url)) });

/** Applies `step` for each number, in groups of 500 with a report of their addresses, and settles as the background does. */
function flood(
	visit: VisitState,
	urlOf: (number: number) => string,
	step: (url: string, visit: VisitState) => void,
): VisitState {
	for (let first = 0; first < COUNT; first += 500) {
		const urls = Array.from({ length: 500 }, (_, index) => urlOf(first + index));
		for (const url of urls) step(url, visit);
		applyReport(visit, entries(urls));
		settleRows(visit);
	}
	return visit;
}
const rowCount = (visit: VisitState) => Object.keys(visit.ledger).length;
const figures = (visit: VisitState) => {
	const { measuredBytes, unknownCount, requestCount } = sumTraffic(foldVisit(visit).traffic);
	return { measuredBytes, unknownCount, requestCount };
};
const ALL_SIZED = { measuredBytes: COUNT * (headBytes(LENGTH) + 900), unknownCount: 0, requestCount: COUNT };

describe('a page of ten thousand addresses', () => {
	it('has a bounded number of rows, with no request lost or counted twice', () => {
		const visit = flood(beginVisit(), addressOf, (url, visit) => complete(visit, url, LENGTH));
		expect(rowCount(visit)).toBeLessThanOrEqual(MAX_ROWS);
		expect(figures(visit)).toEqual(ALL_SIZED);
	});

	it('has a bounded number of rows between two reports too', () => {
		const visit = beginVisit();
		for (let number = 0; number < COUNT; number++) complete(visit, addressOf(number), LENGTH);
		expect(rowCount(visit)).toBeLessThan(1.5 * MAX_ROWS);
		expect(figures(visit)).toEqual(ALL_SIZED);
	});

	it('counts once what is settled at once, known or not, and keeps the row of a response that is still open', () => {
		const visit = beginVisit();
		const video = request('https://media.example/lecture.mp4', { type: 'media', responseHeaders: headers(LENGTH) });
		const opened = new RequestReader().opened(video);
		if (opened) applyNetworkFact(visit, opened);
		const known = Array.from({ length: MAX_ROWS }, (_, index) => timedOnce(otherOf(index)));
		const hidden = Array.from({ length: 1.5 * MAX_UNRESOLVED_ROWS }, (_, index) =>
			timed(addressOf(index), { opaqueCount: 1 }),
		);
		applyReport(visit, report({ addresses: [...known, ...hidden] }));
		expect(rowCount(visit)).toBeLessThanOrEqual(MAX_UNRESOLVED_ROWS);
		expect(visit.ledger[addressKey(video.url)]?.requests).toHaveLength(1);
		expect(figures(visit)).toEqual({
			measuredBytes: known.length * (TIMING_HEADERS + 900),
			unknownCount: hidden.length + 1,
			requestCount: known.length + hidden.length + 1,
		});
	});

	it('counts nothing again when entries are reported late, again, or after a restart of the background', () => {
		const visit = beginVisit();
		for (let number = 0; number < COUNT; number++) complete(visit, addressOf(number), LENGTH);
		settleRows(visit);
		const restored = structuredClone(visit);
		for (const known of [visit, restored]) {
			for (const first of [0, 0, COUNT - 500])
				applyReport(known, entries(Array.from({ length: 500 }, (_, index) => addressOf(first + index))));
			settleRows(known);
			expect(figures(known)).toEqual(ALL_SIZED);
		}
	});

	it('counts another request to a settled address', () => {
		const visit = flood(beginVisit(), addressOf, (url, visit) => complete(visit, url, LENGTH));
		complete(visit, addressOf(0), LENGTH, { requestId: 'again' });
		applyReport(visit, report({ addresses: [timed(addressOf(0), { timedCount: 2, timedBytes: 2_400 })] }));
		expect(figures(visit)).toEqual({
			measuredBytes: (COUNT + 1) * (headBytes(LENGTH) + 900),
			unknownCount: 0,
			requestCount: COUNT + 1,
		});
	});

	it('takes the sizes of chunked responses from the page before it settles them', () => {
		const visit = flood(beginVisit(), addressOf, (url, visit) => complete(visit, url, CHUNKED));
		expect(rowCount(visit)).toBeLessThanOrEqual(MAX_ROWS);
		expect(figures(visit)).toEqual({
			measuredBytes: COUNT * (headBytes(CHUNKED) + 900),
			unknownCount: 0,
			requestCount: COUNT,
		});
	});

	it('counts those of another server, which the page alone shows, and what it adds later', () => {
		const visit = flood(beginVisit(), otherOf, () => {});
		expect(rowCount(visit)).toBeLessThanOrEqual(MAX_ROWS);
		const more = timed(otherOf(0), { timedCount: 3, timedBytes: 3 * (TIMING_HEADERS + 900) });
		for (let time = 0; time < 2; time++) applyReport(visit, report({ addresses: [more] }));
		expect(figures(visit)).toEqual({
			measuredBytes: (COUNT + 2) * (TIMING_HEADERS + 900),
			unknownCount: 0,
			requestCount: COUNT + 2,
		});
	});

	it('says that responses are unknown when the page never shows their sizes', () => {
		const visit = beginVisit({ isFullyVisible: true });
		for (let number = 0; number < COUNT; number++) {
			complete(visit, addressOf(number), CHUNKED);
			if (number % 500 === 0) settleRows(visit);
		}
		settleRows(visit);
		expect(rowCount(visit)).toBeLessThanOrEqual(MAX_UNRESOLVED_ROWS);
		expect(figures(visit)).toEqual({
			measuredBytes: COUNT * headBytes(CHUNKED),
			unknownCount: COUNT,
			requestCount: COUNT,
		});
	});
});

it('leaves a page with few addresses as it is', () => {
	const visit = beginVisit();
	for (let number = 0; number < MAX_ROWS; number++) complete(visit, addressOf(number), LENGTH);
	expect(rowCount(visit)).toBe(MAX_ROWS);
	const before = structuredClone(visit);
	settleRows(visit);
	expect(visit).toEqual(before);
});
