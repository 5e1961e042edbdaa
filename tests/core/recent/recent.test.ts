import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveVisit, traffic } from '@/tests/components/figures';
import { RecentVisits } from '@/utils/background/visits/recent-visits';
import { addRecent, SLICE_COUNT, SLICE_MS } from '@/utils/core/recent/recent';
import { dropOf, stripOf } from '@/utils/core/recent/strip';
import type { LiveVisit, Recent } from '@/utils/core/schema/visit';

const MB = 1_000_000;
const PLAYING = liveVisit().nowPlaying;

/** A visit with so many megabytes of video, which plays at so many lines; null for a video that does not play. */
function visitOf(mb: number, lines: number | null, change: Partial<LiveVisit> = {}): LiveVisit {
	const nowPlaying =
		PLAYING && lines !== null ? { ...PLAYING, decodedHeightPx: lines, decodedWidthPx: lines * 2 } : null;
	return liveVisit({ traffic: traffic(mb, 0), nowPlaying, startedAtMs: 0, ...change });
}

/** The last minutes after one report of each visit, five seconds apart from a second after its start on. */
function watch(...visits: readonly LiveVisit[]): Recent {
	return visits.reduce<Recent | null>(
		(recent, visit, index) => addRecent(recent, visit, 1_000 + index * SLICE_MS),
		null,
	) as Recent;
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('the last two minutes', () => {
	it('give each five seconds the bytes that came in them', () => {
		const { slices } = watch(visitOf(2, 1080), visitOf(5, 1080), visitOf(5, null));
		expect(slices.map(({ receivedBytes, state, lines }) => [receivedBytes / MB, state, lines])).toEqual([
			[2, 'playing', 1080],
			[3, 'playing', 1080],
			[0, 'paused', null],
		]);
	});

	it('do not count what had come before anybody looked', () => {
		const recent = addRecent(null, visitOf(50, 1080), 60_000);
		expect(recent.slices.map(({ receivedBytes }) => receivedBytes)).toEqual([0]);
	});

	it('begin anew with another visit', () => {
		const next = addRecent(watch(visitOf(2, 1080)), visitOf(90, 1080, { id: 'visit-2' }), 9_000);
		expect(next.slices.map(({ receivedBytes }) => receivedBytes)).toEqual([0]);
	});

	it('go on at midnight, when the page goes on under another visit', () => {
		const tab = new RecentVisits();
		vi.setSystemTime(SLICE_MS);
		const evening = visitOf(5, 1080);
		tab.notify(7, evening);
		vi.setSystemTime(2 * SLICE_MS);
		const { id, activeMs, media, traffic: received } = evening;
		const beforeMidnight = { id, activeMs, media, traffic: received };
		const morning = visitOf(2, 1080, { id: 'visit-2', startedAtMs: 2 * SLICE_MS, beforeMidnight });
		tab.notify(7, morning);
		const { recent } = tab.shown(7, morning) ?? {};
		expect([recent?.visitId, recent?.slices.map(({ receivedBytes }) => receivedBytes / MB)]).toEqual([id, [0, 2]]);
		const other = new RecentVisits();
		other.notify(7, morning);
		expect(other.shown(7, morning)?.recent?.slices.map(({ receivedBytes }) => receivedBytes)).toEqual([0]);
	});

	it('keep a resolution that lasted for less than five seconds', () => {
		const first = addRecent(null, visitOf(2, 240), 1_000);
		const second = addRecent(addRecent(first, visitOf(4, 1080), 3_000), visitOf(5, 1080), 6_000);
		const { marks } = stripOf(second, visitOf(5, 1080), 2, null);
		expect(marks.map(({ linesBefore, lines }) => [linesBefore, lines])).toEqual([[240, 1080]]);
	});

	it('have no gap while nothing is reported, and no more slices than two minutes have', () => {
		const first = watch(visitOf(2, 720));
		const later = addRecent(first, visitOf(3, 720), 1_000 + 3 * SLICE_MS);
		expect(later.slices.map(({ step, receivedBytes }) => [step, receivedBytes / MB])).toEqual([
			[0, 2],
			[1, 0],
			[2, 0],
			[3, 1],
		]);
		expect(addRecent(first, visitOf(3, 720), 3_600_000).slices).toHaveLength(SLICE_COUNT);
	});

	it('never show fewer than no bytes where an estimate is corrected', () => {
		expect(watch(visitOf(9, 720), visitOf(7, 720)).slices.map(({ receivedBytes }) => receivedBytes / MB)).toEqual([
			9, 0,
		]);
	});

	it.each([
		['plays out of view', { nowPlaying: PLAYING && { ...PLAYING, isOffScreen: true } }, 'hidden'],
		['plays in a hidden tab', { nowPlaying: PLAYING && { ...PLAYING, isHidden: true } }, 'hidden'],
		['got a file of unknown size', { traffic: traffic(3, 0, 0, 1) }, 'unknown'],
	])('tell apart a video that %s', (_, change, state) => {
		expect(watch(visitOf(2, 1080), visitOf(3, 1080, change)).slices.at(-1)?.state).toBe(state);
	});

	it('are unknown while a video plays from a response whose bytes are not told yet', () => {
		const running = { traffic: traffic(2, 0, 0, 1) };
		const { slices } = watch(visitOf(2, 1080), visitOf(2, 1080, running), visitOf(2, 1080, running));
		expect(slices.map(({ state }) => state)).toEqual(['playing', 'unknown', 'unknown']);
	});
});

describe('the strip', () => {
	const visit = visitOf(0, 1080);

	it('has a place for every five seconds, unknown before the first look', () => {
		const { slices } = stripOf(watch(visitOf(1, 1080), visitOf(2, 1080)), visit, 2, null);
		expect(slices.map(({ state }) => state)).toEqual([...Array(22).fill('unknown'), 'playing', 'playing']);
		expect(stripOf(null, visit, 2, null).bytesPerMinute).toBeNull();
	});

	it('shows megabytes a minute, each slice as the mean of three', () => {
		const { slices, bytesPerMinute } = stripOf(
			watch(visitOf(3, 1080), visitOf(3, 1080), visitOf(3, 1080), visitOf(4, 1080)),
			visit,
			4,
			null,
		);
		// 3 MB in 5 s, then in 10 s, in 15 s; then 1 MB in the last 15 s.
		expect(slices.slice(-4).map((slice) => slice.bytesPerMinute / MB)).toEqual([36, 18, 12, 4]);
		// 4 MB in 20 s.
		expect(bytesPerMinute).toBe(12 * MB);
	});

	it('leaves out the slice under way', () => {
		expect(stripOf(watch(visitOf(3, 1080), visitOf(9, 1080)), visit, 1, null).slices.at(-1)?.bytesPerMinute).toBe(
			36 * MB,
		);
	});

	it('goes on while nothing is reported', () => {
		const { slices } = stripOf(watch(visitOf(3, null)), visitOf(3, null), 4, null);
		expect(slices.slice(-4).map(({ bytesPerMinute }) => bytesPerMinute / MB)).toEqual([36, 18, 12, 0]);
	});

	it('marks where the resolution changed, also over a pause', () => {
		const recent = watch(visitOf(1, 1080), visitOf(2, 480), visitOf(2, null), visitOf(3, 720));
		expect(stripOf(recent, visit, 4, null).marks).toEqual([
			{ index: 21, linesBefore: 1080, lines: 480 },
			{ index: 23, linesBefore: 480, lines: 720 },
		]);
	});

	it('needs less than what comes where the video is too large for its frame, and its sound alone out of sight', () => {
		const needed = (change: Partial<LiveVisit>) =>
			stripOf(null, liveVisit(change), 0, null).neededBytesPerMinute as number;
		expect(needed({})).toBeLessThan(
			needed({ nowPlaying: PLAYING && { ...PLAYING, shownWidthPx: 1920, shownHeightPx: 1080 } }),
		);
		// ADEME's 168 MB an hour, 1024 to the gigabyte.
		expect(needed({ nowPlaying: PLAYING && { ...PLAYING, isHidden: true } })).toBeCloseTo(((168 / 1024) * 1e9) / 60);
		expect(stripOf(null, liveVisit({ nowPlaying: null }), 0, null).neededBytesPerMinute).toBeNull();
	});
});

describe('a drop', () => {
	const before = [visitOf(2, 1080), visitOf(4, 1080), visitOf(6, 1080)];

	it('tells the resolutions and the bytes a minute before it', () => {
		// 6 MB in 15 s.
		expect(dropOf(watch(...before, visitOf(7, 480)))).toEqual({
			visitId: 'visit-1',
			linesBefore: 1080,
			lines: 480,
			bytesPerMinuteBefore: 24 * MB,
		});
	});

	it('is none where the resolution rose or stayed', () => {
		expect(dropOf(watch(...before))).toBeNull();
		expect(dropOf(watch(visitOf(1, 480), visitOf(2, 1080)))).toBeNull();
	});

	it('keeps its mark at the start once it has left the strip', () => {
		const drop = dropOf(watch(...before, visitOf(7, 480)));
		expect(stripOf(watch(visitOf(7, 480)), visitOf(7, 480), 1, drop).marks.map(({ index }) => index)).toEqual([0]);
	});
});
