import { describe, expect, it } from 'vitest';
import { beginVisit, connection, headers, PAGE_URL, report, request } from '@/tests/core/visit/sample';
import { foldLoad } from '@/utils/core/audit/fold-load';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { type Connection, parseConnections } from '@/utils/core/measure/connection';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import { beginTrace } from '@/utils/core/measure/trace/trace';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { sumTraffic } from '@/utils/core/visit/traffic';

describe('the counters of a frame', () => {
	const own = (key: string, changes: Partial<Connection>) =>
		report({ connections: [connection(key, { count: 0, ...changes })] });

	it('add sent bytes, where the browser counts none', () => {
		const visit = beginVisit();
		applyReport(visit, own('own:sent', { sentBytes: 900 }));
		expect(foldVisit(visit).traffic).toMatchObject({ sentBytes: 900, received: {} });
	});

	it('make incomplete large uploads unknown', () => {
		const visit = beginVisit();
		const counted = [
			connection('own:upload', { count: 3 }),
			connection('own:uploaded', { count: 1 }),
			connection('own:sent', { count: 0, sentBytes: 5_000_000 }),
		];
		applyReport(visit, report({ connections: counted }));
		expect(foldVisit(visit).traffic).toMatchObject({
			sentBytes: 5_000_000,
			received: { data: { measuredBytes: 0, estimatedBytes: 0, unknownCount: 2, requestCount: 2 } },
		});
		applyReport(visit, report({ connections: [connection('own:uploaded', { count: 3 })] }));
		expect(foldVisit(visit).traffic.received).toEqual({});
	});

	it.each([true, false])(
		'make the first answer to a name and a password unknown (full visibility: %s)',
		(isFullyVisible) => {
			const visit = beginVisit({ isFullyVisible });
			expect(parseConnections('own:login,2,0,0,0')).toEqual([connection('own:login', { count: 2 })]);
			applyReport(visit, own('own:login', { count: 2 }));
			expect(sumTraffic(foldVisit(visit).traffic)).toMatchObject({
				measuredBytes: 0,
				unknownCount: 2,
				highBytes: null,
			});
		},
	);

	it.each<[string, number, Partial<VisitState>, number]>([
		['with full visibility', 2, { isFullyVisible: true }, 0],
		['without', 2, {}, 2],
		['but for those that network events showed', 2, { seenWindows: ['1'] }, 1],
		['where they showed others too', 2, { seenWindows: ['1', '2', '3'] }, 0],
		['where a page forges them', 1e9, {}, 100],
	])('make windows of other hosts unknown, %s', (_title, count, changes, unknownCount) => {
		const visit = beginVisit(changes);
		expect(parseConnections(`own:window,${count},0,0,0`)).toEqual([connection('own:window', { count })]);
		applyReport(visit, own('own:window', { count }));
		const figures = foldVisit(visit);
		expect(sumTraffic(figures.traffic)).toMatchObject({ measuredBytes: 0, unknownCount });
		expect(figures.windowCount ?? 0).toBe(unknownCount);
		// An audit compares what authors can make lighter.
		const trace = beginTrace(PAGE_URL, { isPastCache: false, isPartial: false });
		expect(foldLoad(visit, trace, figures).rest).toEqual({});
	});

	describe('beside what network events show of requests with a body', () => {
		const send = (workerCount: number, sentCounts: readonly number[], changes: Partial<RequestDetails> = {}) => {
			const visit = beginVisit({ isFullyVisible: true });
			const reader = new RequestReader();
			for (const requestId of ['1', '2', '3']) {
				const details = { requestId, method: 'POST', responseHeaders: headers({ 'content-length': 2 }), ...changes };
				applyNetworkFact(visit, reader.completed(request('https://moodle.example/work', details)));
			}
			const [count = 0, upload = 0, uploaded = 0] = sentCounts;
			const counted = [
				connection('own:worker', { count: workerCount }),
				connection('own:sent', { count, sentBytes: 900 }),
				connection('own:upload', { count: upload }),
				connection('own:uploaded', { count: uploaded }),
			];
			applyReport(visit, report({ connections: counted }));
			return sumTraffic(foldVisit(visit).traffic).unknownCount;
		};

		it.each<[string, number, number[], Partial<RequestDetails>, number]>([
			['make those of workers unknown', 1, [1], {}, 2],
			['make none unknown that the page has counted', 1, [3], {}, 0],
			['make an incomplete large one of the page unknown once', 1, [2, 1, 0], {}, 1],
			['make none unknown without workers: it had no body', 0, [1], {}, 0],
			['make none unknown where the browser counts what is sent (Firefox)', 1, [0], { requestSize: 700 }, 0],
			['make none unknown of forms, which are navigations', 1, [0], { type: 'sub_frame' }, 0],
			['make none unknown of requests without a body', 1, [0], { method: 'GET' }, 0],
		])('%s', (_title, workerCount, sentCounts, changes, unknownCount) => {
			expect(send(workerCount, sentCounts, changes)).toBe(unknownCount);
		});
	});

	it.each([
		[false, { measuredBytes: 0, estimatedBytes: 0, unknownCount: 2, requestCount: 2 }],
		[true, undefined],
	])('make workers unknown unless visibility is full (%s)', (isFullyVisible, data) => {
		const visit = beginVisit({ isFullyVisible });
		applyReport(visit, own('own:worker', { count: 2 }));
		const { data: folded } = foldVisit(visit).traffic.received;
		if (data) expect(folded).toMatchObject(data);
		else expect(folded).toBeUndefined();
	});
});
