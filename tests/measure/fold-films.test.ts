import { describe } from 'vitest';
import { addressKey } from '@/utils/measure/address-key';
import { applyReport } from '@/utils/measure/live-visit';
import { API, buffered, FILM, film, foldCases, hop, range } from './fold-cases';
import { beginVisit, HOP_LINE, headBytes, headers, loadedFilm, report, timed } from './sample';

/** A film of nine megabytes, of a minute and a half. */
const WHOLE_BYTES = 9_000_000;
const large = (changes: Parameters<typeof film>[0] = {}) => ({
	...film({ requestId: '1', ...changes }),
	responseHeaders: headers({ 'content-type': 'video/mp4', 'content-length': WHOLE_BYTES }),
});
/** When the requests of these films begin and end, milliseconds since 1970. */
const START_MS = large().timeStamp;
const cached = { fromCache: true };
const PIPE_BYTES = 2 ** 21;

describe('folding films', () => {
	foldCases([
		{
			title: 'a video in flight is estimated by the share of it that was buffered',
			play: (visit, network) => {
				network('opened', film());
				applyReport(visit, buffered(0.25));
			},
			measured: 0,
			estimated: 0.25 * 1_000_000,
			requests: 1,
		},
		{
			title: 'a video in flight of which nothing is buffered yet is unknown',
			play: (_visit, network) => network('opened', film()),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'a video that was shown and not played is estimated though its responses were closed',
			play: (visit, network) => {
				network('opened', large());
				network('aborted', large());
				const said = { share: 0.05, grownAtMs: START_MS, restedAtMs: START_MS + 40 };
				applyReport(visit, report({ films: [loadedFilm(FILM, said)] }));
			},
			measured: 0,
			estimated: 0.05 * WHOLE_BYTES,
			requests: 1,
		},
		{
			title: 'one that loaded on after it was last looked at holds an unknown',
			play: (visit, network) => {
				network('opened', large());
				const said = { share: 0.3, grownAtMs: START_MS + 3_000, lookedAtMs: START_MS + 3_000 };
				applyReport(visit, report({ films: [loadedFilm(FILM, said)] }));
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
					report({ films: [loadedFilm(FILM, { share: 1, grownAtMs: START_MS + 9_000, lookedAtMs: START_MS })] }),
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
				network('opened', film());
				applyReport(visit, buffered(0.6));
				network('completed', film());
			},
			measured: headBytes(range) + 600_000,
			requests: 1,
		},
		{
			title: 'a video read by two ranges, the second given up, is estimated beyond the measured first',
			play: (visit, network) => {
				network('opened', film());
				network('completed', film());
				const rest = { ...range, 'content-length': 400_000, 'content-range': 'bytes 600000-999999/1000000' };
				network('opened', film({ requestId: '2', responseHeaders: headers(rest) }));
				network('aborted', film({ requestId: '2' }));
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
				network('redirected', film({ ...hopped, url: API }));
				network('opened', film({ requestId: '1' }));
				network('completed', film({ requestId: '1' }));
				applyReport(visit, report({ films: [loadedFilm(API, { share: 0.6, isPlayed: true })] }));
			},
			measured: headBytes(hop, HOP_LINE) + headBytes(range) + 600_000,
			requests: 1,
		},
		{
			title: 'a video that plays untold is one request beside one that broke off',
			play: (visit) => {
				applyReport(visit, buffered(0.5));
				applyReport(visit, report({ addresses: [timed(FILM, { brokenCount: 2 })] }));
			},
			measured: 0,
			unknown: 3,
			requests: 3,
		},
	]);
});

describe('folding what waits before the player', () => {
	const RESTED_AT_MS = START_MS + 3_000;
	/** Half of it has come by a megabyte a second, and is looked at until half a minute after its beginning. */
	const resting = (changes: Parameters<typeof loadedFilm>[1] = {}) => {
		const moments = { grownAtMs: RESTED_AT_MS - 40, restedAtMs: RESTED_AT_MS, lookedAtMs: START_MS + 30_000 };
		const said = { share: 0.5, isPlayed: true, sharePerMs: 1_000 / WHOLE_BYTES, ...moments, ...changes };
		return report({ films: [loadedFilm(FILM, said)] });
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
			title: 'one of unknown pace is estimated without',
			play: (visit, network) => {
				network('opened', large());
				applyReport(visit, resting({ sharePerMs: 0 }));
			},
			measured: 0,
			estimated: 0.5 * WHOLE_BYTES,
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
				network('opened', film());
				applyReport(visit, resting({ share: 0.9, sharePerMs: 0.001 }));
			},
			measured: 0,
			estimated: 1_000_000,
			requests: 1,
		},
	]);
});

describe('folding films of which events tell only as responses end', () => {
	const counted = (changes: Parameters<typeof film>[0] = {}) => film({ responseSize: 400_000, ...changes });
	const playing = (grownAtMs: number, share = 0.5) =>
		report({ films: [loadedFilm(FILM, { share, isPlayed: true, grownAtMs, lookedAtMs: grownAtMs })] });

	foldCases([
		{
			title: 'a video of which no response has ended is unknown, though all requests show',
			begin: () => beginVisit({ isSeen: true }),
			play: (visit) => applyReport(visit, playing(START_MS + 4_000)),
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'so is what has come since the last one ended',
			begin: () => beginVisit({ isSeen: true }),
			play: (visit, network) => {
				network('completed', counted());
				applyReport(visit, playing(START_MS + 4_000));
			},
			measured: 400_000,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'and is measured once that has ended too',
			begin: () => beginVisit({ isSeen: true }),
			play: (visit, network) => {
				network('completed', counted());
				applyReport(visit, playing(START_MS + 4_000));
				network('aborted', counted({ requestId: '2', responseSize: 90_000, timeStamp: START_MS + 9_000 }));
			},
			measured: 490_000,
			requests: 2,
		},
		{
			title: 'a video that was read to its end is known, though its page looked later',
			play: (visit, network) => {
				network('completed', counted());
				applyReport(visit, playing(START_MS + 4_000, 1));
			},
			measured: 400_000,
			requests: 1,
		},
	]);
});

describe('folding films that the cache answers', () => {
	const again = (before: number | null) =>
		beginVisit({ loadedBefore: before === null ? {} : { [addressKey(FILM)]: before } });

	foldCases([
		{
			title: 'a video whose beginning the cache answers is unknown where nobody knows how much it held',
			begin: () => again(null),
			play: (visit, network) => {
				network('opened', large(cached));
				applyReport(visit, buffered(0.5));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title:
				'it spares the share that earlier visits had loaded, and what came beyond is unknown: the cache may hold more',
			begin: () => again(0.4),
			play: (visit, network) => {
				network('opened', large(cached));
				applyReport(visit, buffered(0.5));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
			spared: 0.4 * WHOLE_BYTES,
		},
		{
			title: 'a video that earlier visits loaded to its end costs nothing',
			begin: () => again(1),
			play: (visit, network) => {
				network('opened', large(cached));
				applyReport(visit, buffered(0.5));
			},
			measured: 0,
			requests: 1,
			spared: 0.5 * WHOLE_BYTES,
		},
		{
			title: 'the same where the browser says of one response to the end that the cache gave it',
			begin: () => again(0.4),
			play: (visit, network) => {
				network('opened', large(cached));
				network('completed', large(cached));
				applyReport(visit, buffered(1));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
			spared: 0.4 * WHOLE_BYTES,
		},
		{
			title: 'a video that was shown first and played later reads its own beginning from the cache, and spares nothing',
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
