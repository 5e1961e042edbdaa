import { describe } from 'vitest';
import { HOP_LINE, headBytes, headers, loadedVideo, report, timed } from '@/tests/core/visit/sample';
import { applyReport } from '@/utils/core/measure/apply-report';
import { API, buffered, foldCases, hop, large, range, START_MS, VIDEO, video, WHOLE_BYTES } from './fold-cases';

describe('folding videos', () => {
	foldCases([
		{
			title: 'a loading video is estimated by its buffered share',
			play: (visit, network) => {
				network('opened', video());
				applyReport(visit, buffered(0.25));
			},
			measured: 0,
			estimated: 0.25 * 1_000_000,
			requests: 1,
		},
		{
			title: 'a loading video without anything buffered is unknown',
			play: (_visit, network) => network('opened', video()),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a video that was shown and not played is partly unknown: its responses were closed',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large());
				const loaded = { share: 0.05, lastLoadedAtMs: START_MS, suspendedAtMs: START_MS + 40 };
				applyReport(visit, report({ videos: [loadedVideo(VIDEO, loaded)] }));
			},
			measured: 0,
			estimated: 0.05 * WHOLE_BYTES,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a video that may have loaded more after the last inspection is partly unknown',
			play: (visit, network) => {
				network('opened', large());
				const loaded = { share: 0.3, lastLoadedAtMs: START_MS + 3_000, inspectedAtMs: START_MS + 3_000 };
				applyReport(visit, report({ videos: [loadedVideo(VIDEO, loaded)] }));
				network('aborted', large({ timeStamp: START_MS + 5_000 }));
			},
			measured: 0,
			estimated: 0.3 * WHOLE_BYTES,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a video that was loaded completely has no unknown part',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large());
				applyReport(
					visit,
					report({
						videos: [loadedVideo(VIDEO, { share: 1, lastLoadedAtMs: START_MS + 9_000, inspectedAtMs: START_MS })],
					}),
				);
			},
			measured: 0,
			estimated: WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'a video requested twice from its beginning is partly unknown: it was buffered once',
			play: (visit, network) => {
				network('opened', large());
				network('opened', large({ requestId: '2' }));
				applyReport(visit, buffered(0.5));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES,
			unknown: 1,
			requests: 2,
		},
		{
			title: 'an address that returns something shorter the next time is estimated by its newest size',
			play: (visit, network) => {
				network('opened', { ...large(), responseHeaders: headers({ 'content-length': 100 * WHOLE_BYTES }) });
				network('aborted', large());
				network('opened', large({ requestId: '2', timeStamp: START_MS + 5_000 }));
				applyReport(visit, buffered(1));
			},
			measured: 0,
			estimated: WHOLE_BYTES,
			unknown: 1,
			requests: 2,
		},
		{
			title: 'a completed video is measured and not estimated',
			play: (visit, network) => {
				network('opened', video());
				applyReport(visit, buffered(0.6));
				network('completed', video());
			},
			measured: headBytes(range) + 600_000,
			requests: 1,
		},
		{
			title: 'a video in two ranges, the second aborted, is estimated beyond the measured first',
			play: (visit, network) => {
				network('opened', video());
				network('completed', video());
				const secondRange = { ...range, 'content-length': 400_000, 'content-range': 'bytes 600000-999999/1000000' };
				network('opened', video({ requestId: '2', responseHeaders: headers(secondRange) }));
				network('aborted', video({ requestId: '2' }));
				applyReport(visit, buffered(0.9));
			},
			measured: headBytes(range) + 600_000,
			estimated: 0.9 * 1_000_000 - headBytes(range) - 600_000,
			requests: 2,
		},
		{
			title: 'a redirected video is one request',
			play: (visit, network) => {
				const hopped = { requestId: '1', statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
				network('redirected', video({ ...hopped, url: API }));
				network('opened', video({ requestId: '1' }));
				network('completed', video({ requestId: '1' }));
				applyReport(visit, report({ videos: [loadedVideo(API, { share: 0.6, isPlayed: true })] }));
			},
			measured: headBytes(hop, HOP_LINE) + headBytes(range) + 600_000,
			requests: 1,
		},
		{
			title: 'a playing video without an event is a request besides aborted ones',
			play: (visit) => {
				applyReport(visit, buffered(0.5));
				applyReport(visit, report({ addresses: [timed(VIDEO, { brokenCount: 2 })] }));
			},
			measured: 0,
			unknown: 3,
			requests: 3,
		},
	]);
});
