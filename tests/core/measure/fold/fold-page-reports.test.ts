import { describe } from 'vitest';
import { headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { applyReport } from '@/utils/core/measure/apply-report';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { API, buffered, foldCases, hop, JSON_TYPE, sized, TIMING_HEADERS, video } from './fold-cases';

const HTML_TYPE = { 'content-type': 'text/html' };

describe('folding reports of the page alone', () => {
	foldCases([
		{
			title: 'without access to the host the page’s sizes count',
			play: (visit) => applyReport(visit, report({ addresses: [timed(API, { timedCount: 2, timedBytes: 9_000 })] })),
			measured: 9_000,
			requests: 2,
		},
		{
			title: 'without access to the host, entries without sizes are unknown',
			play: (visit) => applyReport(visit, report({ addresses: [timed(API, { opaqueCount: 3 })] })),
			measured: 0,
			unknown: 3,
			requests: 3,
		},
		{
			title: 'without access to the host a playing video is unknown, though it has no entry',
			play: (visit) => applyReport(visit, buffered(0.5)),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'without access to the host cached responses are requests without traffic',
			play: (visit) => applyReport(visit, report({ addresses: [timed(API, { cachedCount: 2, sparedBytes: 700 })] })),
			measured: 0,
			requests: 2,
			saved: 700,
		},
		{
			title: 'a frame is one request, of which the parent has an entry and the frame the size',
			play: (visit) => {
				const frame = 'https://scorm.example/index.html';
				applyReport(visit, report({ addresses: [timed(frame, { kind: 'document', opaqueCount: 1 })] }));
				const own = timed(frame, { kind: 'document', timedCount: 1, timedBytes: 2_300 });
				applyReport(visit, report({ frameId: 'frame0000000000b', addresses: [own] }));
			},
			measured: 2_300,
			requests: 1,
		},
		...(['before', 'after'] as const).map((when) => ({
			title: `an object whose document was redirected counts once: it reports itself at its last address, ${when} its event`,
			play: (visit: VisitState, network: (event: 'redirected' | 'completed', details: RequestDetails) => void) => {
				const [first, last] = ['https://moodle.example/first', 'https://moodle.example/last'];
				const given = { type: 'object', requestId: '7' };
				const typed = { 'content-type': 'text/html; charset=utf-8', 'content-length': 2_000 };
				const own = timed(last, { kind: 'document', timedCount: 1, timedBytes: 2_300 });
				const tell = () => applyReport(visit, report({ frameId: 'frame0000000000b', addresses: [own] }));
				if (when === 'before') tell();
				network('redirected', request(first, { ...given, statusCode: 302, responseHeaders: headers(hop) }));
				network('completed', request(last, { ...given, responseHeaders: headers(typed) }));
				applyReport(visit, report({ addresses: [timed(first, { timedCount: 1, timedBytes: 2_300 })] }));
				if (when === 'after') tell();
			},
			measured:
				headBytes(hop) + headBytes({ 'content-type': 'text/html; charset=utf-8', 'content-length': 2_000 }) + 2_000,
			requests: 1,
		})),
		...(['before', 'after'] as const).map((when) => ({
			title: `without a length such an object has the size that its document reports, ${when} its event`,
			play: (visit: VisitState, network: (event: 'redirected' | 'completed', details: RequestDetails) => void) => {
				const [first, last] = ['https://moodle.example/first', 'https://media.example/last'];
				const given = { type: 'object', requestId: '7' };
				const own = timed(last, { kind: 'document', timedCount: 1, timedBytes: 2_300 });
				const tell = () => applyReport(visit, report({ frameId: 'frame0000000000b', addresses: [own] }));
				if (when === 'before') tell();
				network('redirected', request(first, { ...given, statusCode: 302, responseHeaders: headers(hop) }));
				network('completed', request(last, { ...given, responseHeaders: headers(HTML_TYPE) }));
				applyReport(visit, report({ addresses: [timed(first, { opaqueCount: 1 })] }));
				tell();
			},
			measured: headBytes(hop) + headBytes(HTML_TYPE) + 2_000,
			requests: 1,
		})),
		{
			title: 'a mixture counts each request once: with a length, chunked, opaque, cached and in flight',
			play: (visit, network) => {
				network('completed', request(`${API}/1`, { responseHeaders: headers(sized) }));
				network('completed', request(`${API}/2`, { responseHeaders: headers(JSON_TYPE) }));
				network('completed', request(`${API}/3`, { responseHeaders: headers(JSON_TYPE) }));
				network('completed', request(`${API}/4`, { responseHeaders: headers(sized), fromCache: true }));
				network('opened', video());
				const second = timed(`${API}/2`, { timedCount: 1, timedBytes: 800 + TIMING_HEADERS });
				applyReport(visit, report({ addresses: [second, timed(`${API}/3`, { opaqueCount: 1 })] }));
				applyReport(visit, buffered(0.5));
			},
			measured: headBytes(sized) + 5_000 + headBytes(JSON_TYPE) + 800 + headBytes(JSON_TYPE),
			estimated: 0.5 * 1_000_000,
			unknown: 1,
			requests: 5,
			saved: 5_000,
		},
	]);
});
