import { describe } from 'vitest';
import { loadedVideo, report } from '@/tests/core/visit/sample';
import { applyReport } from '@/utils/core/measure/live-visit';
import { foldCases, VIDEO, video } from './fold-cases';
import { large, START_MS, WHOLE_BYTES } from './large-video';

/** What a response takes ahead of its player. */
const PIPE_BYTES = 2 ** 21;

describe('folding what waits before the player', () => {
	const RESTED_AT_MS = START_MS + 3_000;
	/** Half of it has come by a megabyte a second, and is looked at until half a minute after its beginning. */
	const resting = (changes: Parameters<typeof loadedVideo>[1] = {}) => {
		const moments = { grownAtMs: RESTED_AT_MS - 40, restedAtMs: RESTED_AT_MS, inspectedAtMs: START_MS + 30_000 };
		const loaded = { share: 0.5, isPlayed: true, sharePerMs: 1_000 / WHOLE_BYTES, ...moments, ...changes };
		return report({ videos: [loadedVideo(VIDEO, loaded)] });
	};

	foldCases([
		{
			title: 'a video whose response is open at rest had two mebibytes more on their way',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, resting());
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + PIPE_BYTES,
			requests: 1,
		},
		{
			title: 'so had one whose page was left at rest',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, resting());
				network('aborted', large({ timeStamp: START_MS + 31_000 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + PIPE_BYTES,
			requests: 1,
		},
		{
			title: 'one whose response was closed as it came to rest had none',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large({ timeStamp: RESTED_AT_MS - 10 }));
				applyReport(visit, resting());
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'one that was left soon after had what its own pace brought since',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, resting());
				network('aborted', large({ timeStamp: RESTED_AT_MS + 300 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + 300_000,
			requests: 1,
		},
		{
			title: 'one of unknown pace is estimated without, and holds an unknown',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, resting({ sharePerMs: 0 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'one that loads on after a rest has handed it over',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, resting({ share: 0.8, grownAtMs: RESTED_AT_MS + 9_000 }));
			},
			measured: 0,
			estimated: 0.8 * WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'one that was continued elsewhere after a rest holds an unknown: it lost what waited',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large({ timeStamp: START_MS + 9_000 }));
				network('opened', large({ requestId: '2', timeStamp: START_MS + 9_010 }));
				applyReport(visit, resting({ hasJumped: true }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES + PIPE_BYTES,
			unknown: 1,
			requests: 2,
		},
		{
			title: 'no video brings more than it has',
			play: (visit, network) => {
				network('opened', video());
				applyReport(visit, resting({ share: 0.9, sharePerMs: 0.001 }));
			},
			measured: 0,
			estimated: 1_000_000,
			requests: 1,
		},
	]);
});
