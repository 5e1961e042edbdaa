import { describe, expect, it } from 'vitest';
import { PLAYING } from '@/tests/core/visit/playing';
import { beginVisit, HOP_LINE, headBytes, headers, loadedVideo, report, timed } from '@/tests/core/visit/sample';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold-visit';
import { RequestReader } from '@/utils/core/measure/network-request';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { API, hop, range, video } from './fold-cases';

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

	it('adds media of all frames, shows the current video, and counts video time as active', () => {
		const visit = beginVisit();
		const media = {
			...NO_MEDIA,
			videoMs: 9_000,
			audioMs: 0,
			hiddenMs: 0,
			oversizedMs: 0,
			videoMsByHeight: { 480: 9_000 },
		};
		const nowPlaying = PLAYING;
		applyReport(
			visit,
			report({ activeMs: 4_000, media: { ...media, videoMs: 1_000, videoMsByHeight: { 240: 1_000 } } }),
		);
		applyReport(visit, report({ frameId: 'frame0000000000b', media, nowPlaying }));
		expect(foldVisit(visit)).toMatchObject({
			activeMs: 1_000 + 9_000,
			media: { videoMs: 1_000 + 9_000, videoMsByHeight: { 240: 1_000, 480: 9_000 } },
			nowPlaying,
		});
	});
});
