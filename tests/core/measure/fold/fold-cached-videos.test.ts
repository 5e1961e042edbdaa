import { describe } from 'vitest';
import { beginVisit, loadedVideo, report } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyReport } from '@/utils/core/measure/apply-report';
import { buffered, type Case, foldCases, large, START_MS, VIDEO, video, WHOLE_BYTES } from './fold-cases';

const cached = { fromCache: true };

describe('folding videos whose events come only at the end of responses', () => {
	const counted = (changes: Parameters<typeof video>[0] = {}) => video({ responseSize: 400_000, ...changes });
	const playing = (lastLoadedAtMs: number, share = 0.5) =>
		report({ videos: [loadedVideo(VIDEO, { share, isPlayed: true, lastLoadedAtMs, inspectedAtMs: lastLoadedAtMs })] });

	foldCases([
		{
			title: 'a video of which no response has ended is unknown, even with full visibility',
			begin: () => beginVisit({ isFullyVisible: true }),
			play: (visit) => applyReport(visit, playing(START_MS + 4_000)),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'so is what was loaded since the last one ended',
			begin: () => beginVisit({ isFullyVisible: true }),
			play: (visit, network) => {
				network('completed', counted());
				applyReport(visit, playing(START_MS + 4_000));
			},
			measured: 400_000,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'it is measured once that one has ended too',
			begin: () => beginVisit({ isFullyVisible: true }),
			play: (visit, network) => {
				network('completed', counted());
				applyReport(visit, playing(START_MS + 4_000));
				network('aborted', counted({ requestId: '2', responseSize: 90_000, timeStamp: START_MS + 9_000 }));
			},
			measured: 490_000,
			requests: 2,
		},
		{
			title: 'a completed video is known, though its page inspected it later',
			play: (visit, network) => {
				network('completed', counted());
				applyReport(visit, playing(START_MS + 4_000, 1));
			},
			measured: 400_000,
			requests: 1,
		},
	]);
});

describe('folding cached videos', () => {
	const again = (before: number | null) =>
		beginVisit({ loadedBefore: before === null ? {} : { [addressKey(VIDEO)]: before } });
	/** The cache answers the beginning of the video, and half of it is loaded. */
	const playHalfFromCache: Case['play'] = (visit, network) => {
		network('opened', large(cached));
		applyReport(visit, buffered(0.5));
	};

	foldCases([
		{
			title: 'a video whose beginning is cached is unknown if the cached share is',
			begin: () => again(null),
			play: playHalfFromCache,
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'the share that earlier visits had loaded is saved, and the remainder unknown: the cache may hold more',
			begin: () => again(0.4),
			play: playHalfFromCache,
			measured: 0,
			unknown: 1,
			requests: 1,
			saved: 0.4 * WHOLE_BYTES,
		},
		{
			title: 'a video that earlier visits loaded completely is no traffic',
			begin: () => again(1),
			play: playHalfFromCache,
			measured: 0,
			requests: 1,
			saved: 0.5 * WHOLE_BYTES,
		},
		{
			title: 'the same where the browser reports one whole response as cached',
			begin: () => again(0.4),
			play: (visit, network) => {
				network('opened', large(cached));
				network('completed', large(cached));
				applyReport(visit, buffered(1));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
			saved: 0.4 * WHOLE_BYTES,
		},
		{
			title: 'a video that was shown first and played later reads its own beginning from the cache, and saves nothing',
			begin: () => again(null),
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large());
				network('opened', large({ ...cached, requestId: '2', timeStamp: START_MS + 5_000 }));
				applyReport(visit, buffered(0.5));
				network('completed', large({ ...cached, requestId: '2', timeStamp: START_MS + 9_000 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES,
			requests: 2,
		},
	]);
});
