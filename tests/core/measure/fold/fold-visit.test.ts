import { describe, expect, it } from 'vitest';
import { PLAYING } from '@/tests/core/visit/playing';
import {
	beginVisit,
	HOP_LINE,
	headBytes,
	headers,
	loadedVideo,
	report,
	request,
	timed,
} from '@/tests/core/visit/sample';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyElsewhere, applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { RequestReader } from '@/utils/core/measure/network-request';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { NO_TIMES } from '@/utils/core/visit/course-time';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { API, hop, range, sized, video } from './fold-cases';

/** A stretch of the visit, in milliseconds since it began. */
const at = (start: number, end: number) => {
	const { startedAtMs } = beginVisit();
	return [startedAtMs + start, startedAtMs + end] as [number, number];
};

describe('folding a visit', () => {
	it('counts a redirected video once, though the background was stopped before its end', () => {
		const visit = beginVisit();
		const reader = new RequestReader();
		const hopped = { requestId: '1', statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
		applyNetworkFact(visit, reader.redirected(video({ ...hopped, url: API })));
		const opened = reader.opened(video({ requestId: '1' }));
		if (opened) applyNetworkFact(visit, opened);
		applyNetworkFact(visit, new RequestReader().completed(video({ requestId: '1' })));
		expect(visit.openRequests).toEqual({});
		expect(foldVisit(visit).traffic.received.video).toEqual({
			measuredBytes: headBytes(hop, HOP_LINE) + headBytes(range) + 600_000,
			estimatedBytes: 0,
			unknownCount: 0,
			requestCount: 1,
		});
	});

	it.each([
		['is partly unknown where its frames had not begun to observe', { hasUnheardFrames: true }, 1],
		['is known where it has no such frames', { hasUnheardFrames: false }, 0],
	])('a page that was left %s', (_title, changes, unknownCount) => {
		const visit = beginVisit();
		applyNetworkFact(visit, new RequestReader().completed(request(API, { responseHeaders: headers(sized) })));
		applyReport(visit, report({ isLeaving: true, ...changes }));
		visit.endedAtMs = visit.startedAtMs + 1_000;
		expect(sumTraffic(foldVisit(visit).traffic).unknownCount).toBe(unknownCount);
	});

	it('notes once that an object whose document was redirected is counted, however often it is loaded', () => {
		const visit = beginVisit();
		const reader = new RequestReader();
		const given = { type: 'object', requestId: '7' };
		const typed = headers({ 'content-type': 'text/html', 'content-length': 2_000 });
		const load = () => {
			applyNetworkFact(
				visit,
				reader.redirected(request(API, { ...given, statusCode: 302, responseHeaders: headers(hop) })),
			);
			applyNetworkFact(visit, reader.completed(request(`${API}/last`, { ...given, responseHeaders: typed })));
		};
		load();
		const { settledKeys } = visit;
		load();
		expect(visit.settledKeys).toBe(settledKeys);
	});

	it('accepts a key that is a property of every object', () => {
		const visit = beginVisit();
		const address = { ...timed(API, { timedCount: 1, timedBytes: 700 }), key: 'constructor' };
		applyReport(visit, report({ frameId: 'toString', addresses: [address] }));
		expect(Object.keys(visit.ledger)).toEqual(['constructor']);
		expect(foldVisit(visit).traffic.received.data?.measuredBytes).toBe(700);
	});

	it('counts the bytes of videos that were loaded and never played', () => {
		const visit = beginVisit();
		const load = (key: string, isPlayed: boolean) => {
			applyNetworkFact(visit, {
				what: 'opened',
				key,
				kind: 'video',
				requestId: key,
				wholeBytes: 10_000,
				atMs: 0,
				isVideo: true,
				isCodedStream: null,
				isCached: false,
				isFromStart: true,
			});
			applyReport(visit, report({ videos: [{ ...loadedVideo(key), key, share: 0.5, isPlayed }] }));
		};
		load('played', true);
		load('waiting', false);
		expect(foldVisit(visit).media.unplayedBytes).toBe(10_000 * 0.5);
		applyReport(visit, report({ videos: [{ ...loadedVideo('waiting'), key: 'waiting', share: 0.5, isPlayed: true }] }));
		expect(foldVisit(visit).media.unplayedBytes).toBe(0);
	});

	it('counts time in a video class as active', () => {
		const visit = beginVisit();
		applyReport(visit, report({ activeMs: 1_000, media: { ...NO_MEDIA, classMs: 5_000 } }));
		expect(foldVisit(visit).activeMs).toBe(5_000);
	});

	it('adds media of all frames, shows the current video, and counts its time as active', () => {
		const visit = beginVisit();
		const media = { ...NO_MEDIA, videoMs: 9_000, videoMsByHeight: { 480: 9_000 } };
		const nowPlaying = PLAYING;
		applyReport(
			visit,
			report({
				activeMs: 4_000,
				media: { ...media, videoMs: 1_000, videoMsByHeight: { 240: 1_000 } },
				times: { ...NO_TIMES, active: [at(0, 4_000)], video: [at(0, 1_000)] },
			}),
		);
		const times = { ...NO_TIMES, active: [at(3_000, 12_000)], video: [at(3_000, 12_000)] };
		applyReport(visit, report({ frameId: 'frame0000000000b', media, nowPlaying, times }));
		expect(foldVisit(visit)).toMatchObject({
			activeMs: 12_000,
			media: { videoMs: 1_000 + 9_000, videoMsByHeight: { 240: 1_000, 480: 9_000 } },
			nowPlaying,
		});
	});

	it('counts the time of videos that play together in two frames once, and each video apart', () => {
		const visit = beginVisit();
		const media = (height: number) => ({
			...NO_MEDIA,
			videoMs: 12_000,
			videoMsByHeight: { [height]: 12_000 },
			distinctMs: 12_000,
			playedCount: 1,
		});
		const times = { ...NO_TIMES, active: [at(0, 12_000)], video: [at(0, 12_000)] };
		applyReport(visit, report({ media: media(480), times, activeMs: 12_000 }));
		applyReport(visit, report({ frameId: 'frame0000000000b', media: media(720), times, activeMs: 12_000 }));
		expect(foldVisit(visit)).toMatchObject({
			activeMs: 12_000,
			media: { videoMs: 12_000, videoMsByHeight: { 480: 6_000, 720: 6_000 }, distinctMs: 24_000, playedCount: 2 },
		});
	});

	it('adds what the frames were in use at different times', () => {
		const visit = beginVisit();
		applyReport(visit, report({ activeMs: 4_000, times: { ...NO_TIMES, active: [at(0, 4_000)] } }));
		const times = { ...NO_TIMES, hidden: [at(6_000, 9_000)] };
		applyReport(visit, report({ frameId: 'frame0000000000b', times }));
		expect(foldVisit(visit).activeMs).toBe(4_000 + 3_000);
	});

	it('counts media in a hidden tab, but not while another followed page was in use', () => {
		const visit = beginVisit();
		const elsewhere = { ...NO_TIMES, active: [at(8_000, 10_000)] };
		expect(applyElsewhere(visit, elsewhere)).toBe(false);
		const times = { ...NO_TIMES, active: [at(0, 5_000)], hidden: [at(5_000, 20_000)] };
		applyReport(visit, report({ activeMs: 5_000, times }));
		expect(foldVisit(visit).activeMs).toBe(20_000 - 2_000);
		expect(applyElsewhere(visit, { ...NO_TIMES, active: [at(9_000, 15_000)] })).toBe(true);
		expect(foldVisit(visit).activeMs).toBe(20_000 - 7_000);
	});
});
