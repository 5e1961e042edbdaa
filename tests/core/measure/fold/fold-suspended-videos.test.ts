import { describe } from 'vitest';
import { loadedVideo, report } from '@/tests/core/visit/sample';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldCases, large, START_MS, VIDEO, video, WHOLE_BYTES } from './fold-cases';

/** Bytes that a suspended response has transferred ahead of its player. */
const PIPE_BYTES = 2 ** 21;

describe('folding suspended videos', () => {
	const SUSPENDED_AT_MS = START_MS + 3_000;
	/** Half of it was loaded at a megabyte per second, and it was inspected until half a minute after its start. */
	const suspended = (changes: Parameters<typeof loadedVideo>[1] = {}) => {
		const moments = {
			lastLoadedAtMs: SUSPENDED_AT_MS - 40,
			suspendedAtMs: SUSPENDED_AT_MS,
			inspectedAtMs: START_MS + 30_000,
		};
		const loaded = { share: 0.5, isPlayed: true, sharePerMs: 1_000 / WHOLE_BYTES, ...moments, ...changes };
		return report({ videos: [loadedVideo(VIDEO, loaded)] });
	};

	foldCases([
		{
			title: 'a suspended video with an open response has two mebibytes more in the pipe',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, suspended());
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + PIPE_BYTES,
			requests: 1,
		},
		{
			title: 'so has one whose page was left while suspended',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, suspended());
				network('aborted', large({ timeStamp: START_MS + 31_000 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + PIPE_BYTES,
			requests: 1,
		},
		{
			title: 'one whose response was closed on suspension has none',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large({ timeStamp: SUSPENDED_AT_MS - 10 }));
				applyReport(visit, suspended());
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'one that was left soon after has what its load rate brought since',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, suspended());
				network('aborted', large({ timeStamp: SUSPENDED_AT_MS + 300 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + 300_000,
			requests: 1,
		},
		{
			title: 'one of unknown load rate is estimated without, and is partly unknown',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, suspended({ sharePerMs: 0 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'one that continues loading has emptied the pipe',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, suspended({ share: 0.8, lastLoadedAtMs: SUSPENDED_AT_MS + 9_000 }));
			},
			measured: 0,
			estimated: 0.8 * WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'one that continued at another position is partly unknown: the pipe was discarded',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large({ timeStamp: START_MS + 9_000 }));
				network('opened', large({ requestId: '2', timeStamp: START_MS + 9_010 }));
				applyReport(visit, suspended({ hasJumped: true }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + PIPE_BYTES,
			unknown: 1,
			requests: 2,
		},
		{
			title: 'no video has more bytes than its size',
			play: (visit, network) => {
				network('opened', video());
				applyReport(visit, suspended({ share: 0.9, sharePerMs: 0.001 }));
			},
			measured: 0,
			estimated: 1_000_000,
			requests: 1,
		},
	]);
});
