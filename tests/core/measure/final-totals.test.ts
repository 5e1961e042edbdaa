import { describe, expect, it } from 'vitest';
import { beginVisit, headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { RequestReader } from '@/utils/core/measure/network-request';
import { sumTraffic } from '@/utils/core/visit/traffic';

const FILE = 'https://moodle.example/state';
const LENGTH = { 'content-length': 900 };
const CHUNKED = { 'transfer-encoding': 'chunked' };
const TIMING_HEADERS = 300;

const response = (values: Readonly<Record<string, string | number>>, requestId: string) =>
	request(FILE, { requestId, responseHeaders: headers(values) });

/** A visit after so many responses with and without a length. */
function visitAfter({ sized = 0, unsized = 0 }, isFullyVisible = true) {
	const visit = beginVisit({ isFullyVisible });
	const reader = new RequestReader();
	for (let n = 0; n < sized; n++) applyNetworkFact(visit, reader.completed(response(LENGTH, `s${n}`)));
	for (let n = 0; n < unsized; n++) applyNetworkFact(visit, reader.completed(response(CHUNKED, `u${n}`)));
	return visit;
}

describe('a visit of full visibility', () => {
	it('adds sized requests to the final totals, without a row', () => {
		const visit = visitAfter({ sized: 200 });
		expect(visit.ledger).toEqual({});
		expect(foldVisit(visit).traffic).toEqual(foldVisit(visitAfter({ sized: 200 }, false)).traffic);
		expect(sumTraffic(foldVisit(visit).traffic).measuredBytes).toBe(200 * (headBytes(LENGTH) + 900));
	});

	it('does not count them again when the page reports them', () => {
		const visit = visitAfter({ sized: 1 });
		const before = foldVisit(visit).traffic;
		applyReport(visit, report({ addresses: [timed(FILE, { timedCount: 1, timedBytes: 1_200, opaqueCount: 1 })] }));
		expect(foldVisit(visit).traffic).toEqual(before);
	});

	it('does not count them again when a later request for the same address is aborted', () => {
		const visit = visitAfter({ sized: 1 });
		const { measuredBytes } = sumTraffic(foldVisit(visit).traffic);
		const aborted = new RequestReader().aborted(request(FILE, { requestId: 'a', error: 'NS_BINDING_ABORTED' }));
		if (aborted) applyNetworkFact(visit, aborted);
		applyReport(visit, report({ addresses: [timed(FILE, { timedCount: 1, timedBytes: TIMING_HEADERS + 900 })] }));
		expect(sumTraffic(foldVisit(visit).traffic)).toMatchObject({ measuredBytes, unknownCount: 1, requestCount: 2 });
	});

	it('takes the size of a chunked response from the page, in either order', () => {
		const sized = report({ addresses: [timed(FILE, { timedCount: 1, timedBytes: TIMING_HEADERS + 5_000 })] });
		const first = visitAfter({ unsized: 1 });
		applyReport(first, sized);
		const second = beginVisit({ isFullyVisible: true });
		applyReport(second, sized);
		applyNetworkFact(second, new RequestReader().completed(response(CHUNKED, 'u0')));
		for (const visit of [first, second]) {
			expect(sumTraffic(foldVisit(visit).traffic)).toMatchObject({
				measuredBytes: headBytes(CHUNKED) + 5_000,
				unknownCount: 0,
				requestCount: 1,
			});
		}
	});

	it('counts responses of a memory cache, for which there are no network events', () => {
		const visit = visitAfter({ sized: 1 });
		applyReport(visit, report({ addresses: [timed(FILE, { cachedCount: 5, sparedBytes: 4_500 })] }));
		expect(foldVisit(visit).traffic.sparedBytes).toBe(4_500);
		expect(sumTraffic(foldVisit(visit).traffic).requestCount).toBe(1 + 5);
	});
});
