import { describe, expect, it } from 'vitest';
import { beginVisit, connection, headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { type Connection, keyedLines, parseConnections } from '@/utils/core/measure/connection';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { RequestReader } from '@/utils/core/measure/network-request';

const STREAM = 'https://moodle.example/events';
const part = (changes: Partial<Connection> = {}) =>
	report({ connections: [connection(addressKey(STREAM), { isPart: true, receivedBytes: 7_000, ...changes })] });

describe('the received bytes of an incomplete request', () => {
	const CHUNKED = { 'transfer-encoding': 'chunked' };

	it('are read by address', () => {
		expect(parseConnections(keyedLines(`part:${STREAM},1,7000,0,0\npart:ftp://a,1,1,0,0\npart,1,1,0,0`))).toEqual([
			connection(addressKey(STREAM), { isPart: true, receivedBytes: 7_000 }),
		]);
	});

	it.each([true, false])('complete an aborted request (full visibility: %s)', (isFullyVisible) => {
		const visit = beginVisit({ isFullyVisible });
		applyReport(visit, part());
		const broken = new RequestReader().aborted(request(STREAM));
		if (broken) applyNetworkFact(visit, broken);
		expect(foldVisit(visit).traffic.received).toEqual({
			data: {
				measuredBytes: 0,
				estimatedBytes: 7_000,
				unknownCount: 0,
				requestCount: 1,
				// The browser may have received what the page has not read, up to 2 MiB.
				bounds: { lowBytes: 7_000, highBytes: 7_000 * 1.03 + 2 ** 21, unboundedCount: 0 },
			},
		});
	});

	it('count on a host without network events, until its entry arrives', () => {
		const visit = beginVisit();
		applyReport(visit, part());
		expect(foldVisit(visit).traffic.received.data).toMatchObject({ estimatedBytes: 7_000, requestCount: 1 });
		applyReport(visit, report({ addresses: [timed(STREAM, { timedCount: 1, timedBytes: 9_000 })] }));
		expect(foldVisit(visit).traffic.received.data).toMatchObject({
			measuredBytes: 9_000,
			estimatedBytes: 0,
			requestCount: 1,
		});
	});

	it('do not count once the network has the whole size', () => {
		const visit = beginVisit();
		applyReport(visit, part());
		const whole = { 'content-length': 9_000 };
		applyNetworkFact(visit, new RequestReader().completed(request(STREAM, { responseHeaders: headers(whole) })));
		expect(foldVisit(visit).traffic.received.data?.measuredBytes).toBe(headBytes(whole) + 9_000);
	});

	it('do not count once the page has the size of a chunked response', () => {
		const visit = beginVisit();
		applyReport(visit, part());
		applyNetworkFact(visit, new RequestReader().completed(request(STREAM, { responseHeaders: headers(CHUNKED) })));
		applyReport(visit, report({ addresses: [timed(STREAM, { timedCount: 1, timedBytes: 300 + 9_000 })] }));
		expect(foldVisit(visit).traffic.received.data).toMatchObject({
			measuredBytes: headBytes(CHUNKED) + 9_000,
			unknownCount: 0,
		});
	});
});

describe('the events of a stream', () => {
	const EVENTS = { 'content-type': 'text/event-stream' };
	const [plain, gzip] = [EVENTS, { ...EVENTS, 'content-encoding': 'gzip' }];

	it.each([
		['without a coding are what was transferred', plain, { estimatedBytes: 7_000, unknownCount: 0 }, 7_000],
		['compressed by gzip are unknown, with an upper limit', gzip, { estimatedBytes: 0, unknownCount: 1 }, 0],
		['whose response nobody saw are unknown too', null, { estimatedBytes: 0, unknownCount: 1 }, 0],
	])('%s', (_title, type, figures, lowBytes) => {
		const visit = beginVisit();
		const reader = new RequestReader();
		const asked = request(STREAM, { type: 'xmlhttprequest', ...(type && { responseHeaders: headers(type) }) });
		for (const fact of [type && reader.opened(asked), reader.aborted(asked)]) if (fact) applyNetworkFact(visit, fact);
		applyReport(visit, part({ isStream: true }));
		const { data } = foldVisit(visit).traffic.received;
		expect(data).toMatchObject(figures);
		expect(data?.bounds).toMatchObject({ lowBytes, unboundedCount: 0 });
		expect(data?.bounds?.highBytes).toBeGreaterThanOrEqual(7_000);
	});

	it('are the only fetches whose beginning is recorded', () => {
		const asked = request(STREAM, { type: 'xmlhttprequest', responseHeaders: headers({ 'content-length': 9 }) });
		expect(new RequestReader().opened(asked)).toBeNull();
	});
});

describe('a response of hidden size that the page has read', () => {
	const CHUNKED = { 'transfer-encoding': 'chunked' };
	const event = new RequestReader().completed(request(STREAM, { responseHeaders: headers(CHUNKED) }));
	const read = part({ isPacked: true, mayBeCached: true });

	it.each([true, false])('is an estimate after a network event (full visibility: %s)', (isFullyVisible) => {
		const visit = beginVisit({ isFullyVisible });
		applyNetworkFact(visit, event);
		expect(foldVisit(visit).traffic.received.data).toMatchObject({ estimatedBytes: 0, unknownCount: 1 });
		applyReport(visit, read);
		expect(foldVisit(visit).traffic.received.data).toEqual({
			measuredBytes: headBytes(CHUNKED),
			estimatedBytes: 7_000,
			unknownCount: 0,
			requestCount: 1,
			bounds: { lowBytes: 7_000 * 0.75, highBytes: Math.ceil(7_000 * 1.1), unboundedCount: 0 },
		});
	});

	it('is as long as it was read where it was not compressed', () => {
		const visit = beginVisit();
		applyNetworkFact(visit, event);
		applyReport(visit, part({ mayBeCached: true }));
		expect(foldVisit(visit).traffic.received.data).toMatchObject({
			estimatedBytes: 7_000,
			bounds: { lowBytes: 7_000, highBytes: 7_000 * 1.03, unboundedCount: 0 },
		});
	});

	it('does not count responses that came from the cache by network events', () => {
		const visit = beginVisit();
		const cached = new RequestReader().completed(
			request(STREAM, { responseHeaders: headers(CHUNKED), fromCache: true }),
		);
		for (const fact of [event, cached, cached, cached]) applyNetworkFact(visit, fact);
		applyReport(visit, part({ isPacked: true, mayBeCached: true, count: 4, receivedBytes: 4 * 7_000 }));
		expect(foldVisit(visit).traffic.received.data).toMatchObject({ estimatedBytes: 7_000, unknownCount: 0 });
	});

	it('is unknown without network events: the cache may have answered', () => {
		const visit = beginVisit();
		applyReport(visit, read);
		applyReport(visit, report({ addresses: [timed(STREAM, { opaqueCount: 1 })] }));
		expect(foldVisit(visit).traffic.received.data).toMatchObject({
			measuredBytes: 0,
			estimatedBytes: 0,
			unknownCount: 1,
		});
	});
});
