import { describe } from 'vitest';
import { HOP_LINE, headBytes, headers, loadedVideo, report, timed } from '@/tests/core/visit/sample';
import { applyReport } from '@/utils/core/measure/live-visit';
import { API, buffered, foldCases, hop, range, VIDEO, video } from './fold-cases';
import { large, START_MS, WHOLE_BYTES } from './large-video';

describe('folding videos', () => {
	foldCases([
		{
			title: 'a video in flight is estimated by the share of it that was buffered',
			play: (visit, network) => {
				network('opened', video());
				applyReport(visit, buffered(0.25));
			},
			measured: 0,
			estimated: 0.25 * 1_000_000,
			requests: 1,
		},
		{
			title: 'a video in flight of which nothing is buffered yet is unknown',
			play: (_visit, network) => network('opened', video()),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a video that was shown and not played is estimated though its responses were closed',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large());
				const loaded = { share: 0.05, grownAtMs: START_MS, restedAtMs: START_MS + 40 };
				applyReport(visit, report({ videos: [loadedVideo(VIDEO, loaded)] }));
			},
			measured: 0,
			estimated: 0.05 * WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'one that loaded on after it was last looked at holds an unknown',
			play: (visit, network) => {
				network('opened', large());
				const loaded = { share: 0.3, grownAtMs: START_MS + 3_000, inspectedAtMs: START_MS + 3_000 };
				applyReport(visit, report({ videos: [loadedVideo(VIDEO, loaded)] }));
				network('aborted', large({ timeStamp: START_MS + 5_000 }));
			},
			measured: 0,
			estimated: 0.3 * WHOLE_BYTES,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'one that was loaded whole in the end holds none',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large());
				applyReport(
					visit,
					report({ videos: [loadedVideo(VIDEO, { share: 1, grownAtMs: START_MS + 9_000, inspectedAtMs: START_MS })] }),
				);
			},
			measured: 0,
			estimated: WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'one that was asked for twice from its beginning holds an unknown: the player has buffered it once',
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
			title: 'an address that answers something shorter the next time is estimated by its newest size',
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
			title: 'a video that was read to its end is measured and no more estimated',
			play: (visit, network) => {
				network('opened', video());
				applyReport(visit, buffered(0.6));
				network('completed', video());
			},
			measured: headBytes(range) + 600_000,
			requests: 1,
		},
		{
			title: 'a video read by two ranges, the second given up, is estimated beyond the measured first',
			play: (visit, network) => {
				network('opened', video());
				network('completed', video());
				const rest = { ...range, 'content-length': 400_000, 'content-range': 'bytes 600000-999999/1000000' };
				network('opened', video({ requestId: '2', responseHeaders: headers(rest) }));
				network('aborted', video({ requestId: '2' }));
				applyReport(visit, buffered(0.9));
			},
			measured: headBytes(range) + 600_000,
			estimated: 0.9 * 1_000_000 - headBytes(range) - 600_000,
			requests: 2,
		},
		{
			title: 'a video behind a redirect is one request',
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
			title: 'a video that plays untold is one request beside one that broke off',
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
