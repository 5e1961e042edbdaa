import { describe } from 'vitest';
import { ENDED_AT_MS, HOP_LINE, headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { applyReport } from '@/utils/core/measure/apply-report';
import { API, foldCases, hop, JSON_TYPE, sized, TIMING_HEADERS } from './fold-cases';

describe('folding requests with network events', () => {
	foldCases([
		{
			title: 'a response with a length is measured by head and body, whatever the page reports',
			play: (visit, network) => {
				network('completed', request(API, { responseHeaders: headers(sized) }));
				applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes: 5_000 + TIMING_HEADERS })] }));
			},
			measured: headBytes(sized) + 5_000,
			requests: 1,
		},
		{
			title: 'the body of a chunked response of the same origin is sized by the page',
			play: (visit, network) => {
				network('completed', request(API, { responseHeaders: headers(JSON_TYPE) }));
				applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes: 8_000 + TIMING_HEADERS })] }));
			},
			measured: headBytes(JSON_TYPE) + 8_000,
			requests: 1,
		},
		{
			title: 'a chunked response that the page cannot size is unknown, its headers measured',
			play: (visit, network) => {
				network('completed', request(API, { responseHeaders: headers(JSON_TYPE) }));
				applyReport(visit, report({ addresses: [timed(API, { opaqueCount: 1 })] }));
			},
			measured: headBytes(JSON_TYPE),
			unknown: 1,
			requests: 1,
		},
		{
			title: 'the same address once with a length and once chunked counts both bodies in full',
			play: (visit, network) => {
				network('completed', request(API, { requestId: '1', responseHeaders: headers(sized) }));
				network('completed', request(API, { requestId: '2', responseHeaders: headers(JSON_TYPE) }));
				const timedBytes = 5_000 + 8_000 + 2 * TIMING_HEADERS;
				const entries = [5_000, 8_000].map((bytes, index) => [index, ENDED_AT_MS, bytes] as const);
				applyReport(visit, report({ addresses: [timed(API, { timedCount: 2, timedBytes, entries })] }));
			},
			measured: headBytes(sized) + 5_000 + headBytes(JSON_TYPE) + 8_000,
			requests: 2,
		},
		{
			title: 'a cached response is no traffic and is saved',
			play: (_visit, network) =>
				network('completed', request(API, { fromCache: true, responseHeaders: headers(sized) })),
			measured: 0,
			requests: 1,
			saved: 5_000,
		},
		{
			title: 'a cached response without a length saves what the page reports',
			play: (visit, network) => {
				network('completed', request(API, { fromCache: true, responseHeaders: headers(JSON_TYPE) }));
				applyReport(visit, report({ addresses: [timed(API, { cachedCount: 1, sparedBytes: 8_000 })] }));
			},
			measured: 0,
			requests: 1,
			saved: 8_000,
		},
		{
			title: 'a revalidation (304) is its headers, whatever its content-length',
			play: (_visit, network) =>
				network('completed', request(API, { fromCache: true, statusCode: 304, responseHeaders: headers(sized) })),
			measured: headBytes(sized),
			requests: 1,
		},
		{
			title: 'a redirect with a long body is unknown beside its end',
			play: (_visit, network) => {
				const long = headers({ ...hop, 'content-length': 40_000 });
				const hopped = { requestId: '1', statusCode: 302, statusLine: HOP_LINE, responseHeaders: long };
				network('redirected', request(API, hopped));
				network('completed', request(`${API}/c`, { requestId: '1', responseHeaders: headers(sized) }));
			},
			measured: headBytes({ ...hop, 'content-length': 40_000 }, HOP_LINE) + headBytes(sized) + 5_000,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a redirect chain is one request: the headers of its redirects and the last response',
			play: (visit, network) => {
				const hopped = { requestId: '1', statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
				network('redirected', request(API, hopped));
				network('redirected', request(`${API}/b`, hopped));
				network('completed', request(`${API}/c`, { requestId: '1', responseHeaders: headers(JSON_TYPE) }));
				applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes: 8_000 + TIMING_HEADERS })] }));
			},
			measured: 2 * headBytes(hop, HOP_LINE) + headBytes(JSON_TYPE) + 8_000,
			requests: 1,
		},
		{
			title: 'a redirected page is counted once, though its navigation entry has the last address',
			play: (visit, network) => {
				const page = { requestId: '1', type: 'main_frame' };
				const hopped = { ...page, statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
				network('redirected', request('https://moodle.example/login', hopped));
				network('completed', request('https://moodle.example/my', { ...page, responseHeaders: headers(sized) }));
				const entry = timed('https://moodle.example/my', { kind: 'document', timedCount: 1, timedBytes: 5_300 });
				applyReport(visit, report({ addresses: [entry] }));
			},
			measured: headBytes(hop, HOP_LINE) + headBytes(sized) + 5_000,
			requests: 1,
		},
		{
			title: 'a redirected frame is counted once, though its parent has the first address and the frame the last',
			play: (visit, network) => {
				const frame = { requestId: '1', type: 'sub_frame', frameId: 4 };
				const hopped = { ...frame, statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
				network('redirected', request('https://scorm.example/a', hopped));
				network('completed', request('https://scorm.example/b', { ...frame, responseHeaders: headers(JSON_TYPE) }));
				const inParent = timed('https://scorm.example/a', { kind: 'document', opaqueCount: 1 });
				const own = timed('https://scorm.example/b', { kind: 'document', timedCount: 1, timedBytes: 8_300 });
				applyReport(visit, report({ addresses: [inParent] }));
				applyReport(visit, report({ frameId: 'frame0000000000b', addresses: [own] }));
			},
			measured: headBytes(hop, HOP_LINE) + headBytes(JSON_TYPE) + 8_000,
			requests: 1,
		},
		{
			title: 'an aborted request is measured where the browser counts it (Firefox)',
			play: (_visit, network) => network('aborted', request(API, { responseSize: 4_321 })),
			measured: 4_321,
			requests: 1,
		},
		{
			title: 'an aborted request is unknown where nothing counts it (Chrome)',
			play: (_visit, network) => network('aborted', request(API)),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a request that reached no server does not count',
			play: (_visit, network) => network('aborted', request(API, { ip: undefined })),
			measured: 0,
			requests: 0,
		},
	]);
});
