import { describe, expect, it } from 'vitest';
import { PLAYING } from '@/tests/measure/playing';
import { addressKey } from '@/utils/measure/address-key';
import { applyReport, foldVisit, type VisitState } from '@/utils/measure/live-visit';
import { NO_MEDIA } from '@/utils/measure/media';
import { applyNetworkFact } from '@/utils/measure/network-fact';
import { type RequestDetails, RequestReader } from '@/utils/measure/network-request';
import { sumTraffic } from '@/utils/measure/traffic';
import { beginVisit, HOP_LINE, headBytes, headers, report, request, timed } from './sample';

const API = 'https://moodle.example/api';
const STREAM = 'https://moodle.example/stream';
const FILM = 'https://media.example/film.mp4';
const JSON_TYPE = { 'content-type': 'application/json' };
/** Header bytes in a Resource Timing transfer size, by the Fetch standard. */
const TIMING_HEADERS = 300;

interface Case {
	readonly title: string;
	readonly play: (visit: VisitState, network: (event: keyof RequestReader, details: RequestDetails) => void) => void;
	readonly measured: number;
	readonly estimated?: number;
	readonly unknown?: number;
	readonly requests: number;
	readonly spared?: number;
}

const sized = { ...JSON_TYPE, 'content-length': 5_000 };
const range = { 'content-type': 'video/mp4', 'content-length': 600_000, 'content-range': 'bytes 0-599999/1000000' };
const OTHER_FILM = 'https://media.example/other.mp4';
const film = (changes: Partial<RequestDetails> = {}) =>
	request(FILM, { type: 'media', statusCode: 206, responseHeaders: headers(range), ...changes });
const buffered = (share: number) =>
	report({ films: [{ key: addressKey(FILM), share, isPlayed: true, pipedShare: 0 }] });
const part = (url: string) => ({
	key: addressKey(url),
	isPart: true,
	count: 1,
	receivedBytes: 300_000,
	sentBytes: 0,
	isPacked: false,
});
const brokenOff = (url: string) => request(url, { ip: '127.0.0.1', error: 'net::ERR_ABORTED' });
const hop = { location: '/login' };

const CASES: readonly Case[] = [
	{
		title: 'a response with a length is measured by head and body, whatever the page saw of it',
		play: (visit, network) => {
			network('completed', request(API, { responseHeaders: headers(sized) }));
			applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes: 5_000 + TIMING_HEADERS })] }));
		},
		measured: headBytes(sized) + 5_000,
		requests: 1,
	},
	{
		title: 'a chunked response of the same origin takes its body from the page',
		play: (visit, network) => {
			network('completed', request(API, { responseHeaders: headers(JSON_TYPE) }));
			applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes: 8_000 + TIMING_HEADERS })] }));
		},
		measured: headBytes(JSON_TYPE) + 8_000,
		requests: 1,
	},
	{
		title: 'a chunked response that the page may not size is unknown, its headers measured',
		play: (visit, network) => {
			network('completed', request(API, { responseHeaders: headers(JSON_TYPE) }));
			applyReport(visit, report({ addresses: [timed(API, { opaqueCount: 1 })] }));
		},
		measured: headBytes(JSON_TYPE),
		unknown: 1,
		requests: 1,
	},
	{
		title: 'the same address once with a length and once chunked counts both bodies in full',
		play: (visit, network) => {
			network('completed', request(API, { requestId: '1', responseHeaders: headers(sized) }));
			network('completed', request(API, { requestId: '2', responseHeaders: headers(JSON_TYPE) }));
			const timedBytes = 5_000 + 8_000 + 2 * TIMING_HEADERS;
			applyReport(visit, report({ addresses: [timed(API, { timedCount: 2, timedBytes })] }));
		},
		measured: headBytes(sized) + 5_000 + headBytes(JSON_TYPE) + 8_000,
		requests: 2,
	},
	{
		title: 'what the cache answers costs nothing and is spared',
		play: (_visit, network) => network('completed', request(API, { fromCache: true, responseHeaders: headers(sized) })),
		measured: 0,
		requests: 1,
		spared: 5_000,
	},
	{
		title: 'a cached answer without a length spares what the page saw of it',
		play: (visit, network) => {
			network('completed', request(API, { fromCache: true, responseHeaders: headers(JSON_TYPE) }));
			applyReport(visit, report({ addresses: [timed(API, { cachedCount: 1, sparedBytes: 8_000 })] }));
		},
		measured: 0,
		requests: 1,
		spared: 8_000,
	},
	{
		title: 'a revalidation (304) costs its headers, though a length is announced',
		play: (_visit, network) =>
			network('completed', request(API, { fromCache: true, statusCode: 304, responseHeaders: headers(sized) })),
		measured: headBytes(sized),
		requests: 1,
	},
	{
		title: 'a redirect chain is one request of its hops’ headers and the last body',
		play: (visit, network) => {
			const hopped = { requestId: '1', statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
			network('redirected', request(API, hopped));
			network('redirected', request(`${API}/b`, hopped));
			network('completed', request(`${API}/c`, { requestId: '1', responseHeaders: headers(JSON_TYPE) }));
			applyReport(visit, report({ addresses: [timed(API, { timedCount: 1, timedBytes: 8_000 + TIMING_HEADERS })] }));
		},
		measured: 2 * headBytes(hop, HOP_LINE) + headBytes(JSON_TYPE) + 8_000,
		requests: 1,
	},
	{
		title: 'a redirected page is counted once, though its navigation entry has the last address',
		play: (visit, network) => {
			const page = { requestId: '1', type: 'main_frame' };
			const hopped = { ...page, statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
			network('redirected', request('https://moodle.example/login', hopped));
			network('completed', request('https://moodle.example/my', { ...page, responseHeaders: headers(sized) }));
			const entry = timed('https://moodle.example/my', { kind: 'document', timedCount: 1, timedBytes: 5_300 });
			applyReport(visit, report({ addresses: [entry] }));
		},
		measured: headBytes(hop, HOP_LINE) + headBytes(sized) + 5_000,
		requests: 1,
	},
	{
		title: 'a redirected frame is counted once: by its parent under the first address, by itself under the last',
		play: (visit, network) => {
			const frame = { requestId: '1', type: 'sub_frame', frameId: 4 };
			const hopped = { ...frame, statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
			network('redirected', request('https://scorm.example/a', hopped));
			network('completed', request('https://scorm.example/b', { ...frame, responseHeaders: headers(JSON_TYPE) }));
			const inParent = timed('https://scorm.example/a', { kind: 'document', opaqueCount: 1 });
			const own = timed('https://scorm.example/b', { kind: 'document', timedCount: 1, timedBytes: 8_300 });
			applyReport(visit, report({ addresses: [inParent] }));
			applyReport(visit, report({ frameId: 'frame0000000000b', addresses: [own] }));
		},
		measured: headBytes(hop, HOP_LINE) + headBytes(JSON_TYPE) + 8_000,
		requests: 1,
	},
	{
		title: 'an aborted request is measured where the browser counts it (Firefox)',
		play: (_visit, network) => network('aborted', request(API, { responseSize: 4_321 })),
		measured: 4_321,
		requests: 1,
	},
	{
		title: 'an aborted request is unknown where nothing counts it (Chrome)',
		play: (_visit, network) => network('aborted', request(API)),
		measured: 0,
		unknown: 1,
		requests: 1,
	},
	{
		title: 'a request that reached no server is none',
		play: (_visit, network) => network('aborted', request(API, { ip: undefined })),
		measured: 0,
		requests: 0,
	},
	{
		title: 'a film in flight is estimated by the share of it that was buffered',
		play: (visit, network) => {
			network('opened', film());
			applyReport(visit, buffered(0.25));
		},
		measured: 0,
		estimated: 0.25 * 1_000_000,
		requests: 1,
	},
	{
		title: 'a film in flight of which nothing is buffered yet is unknown',
		play: (_visit, network) => network('opened', film()),
		measured: 0,
		unknown: 1,
		requests: 1,
	},
	{
		title: 'a film that was read to its end is measured and no more estimated',
		play: (visit, network) => {
			network('opened', film());
			applyReport(visit, buffered(0.6));
			network('completed', film());
		},
		measured: headBytes(range) + 600_000,
		requests: 1,
	},
	{
		title: 'a film read by two ranges, the second given up, is estimated beyond the measured first',
		play: (visit, network) => {
			network('opened', film());
			network('completed', film());
			network('opened', film({ requestId: '2' }));
			network('aborted', film({ requestId: '2' }));
			applyReport(visit, buffered(0.9));
		},
		measured: headBytes(range) + 600_000,
		estimated: 0.9 * 1_000_000 - headBytes(range) - 600_000,
		requests: 2,
	},
	{
		title: 'a film behind a redirect is one request, though its headers come twice',
		play: (visit, network) => {
			const hopped = { requestId: '1', statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
			network('opened', film({ ...hopped, url: API }));
			network('redirected', film({ ...hopped, url: API }));
			network('opened', film({ requestId: '1' }));
			network('completed', film({ requestId: '1' }));
			applyReport(visit, report({ films: [{ key: addressKey(API), share: 0.6, isPlayed: true, pipedShare: 0 }] }));
		},
		measured: headBytes(hop, HOP_LINE) + headBytes(range) + 600_000,
		requests: 1,
	},
	{
		title: 'without access to the host the page’s own sizes count',
		play: (visit) => applyReport(visit, report({ addresses: [timed(API, { timedCount: 2, timedBytes: 9_000 })] })),
		measured: 9_000,
		requests: 2,
	},
	{
		title: 'without access to the host what the page may not size is unknown',
		play: (visit) => applyReport(visit, report({ addresses: [timed(API, { opaqueCount: 3 })] })),
		measured: 0,
		unknown: 3,
		requests: 3,
	},
	{
		title: 'without access to the host a film that plays is unknown, though no entry tells of it',
		play: (visit) => applyReport(visit, buffered(0.5)),
		measured: 0,
		unknown: 1,
		requests: 1,
	},
	{
		title: 'a film that plays untold is one request beside one that broke off',
		play: (visit) => {
			applyReport(visit, buffered(0.5));
			applyReport(visit, report({ addresses: [timed(FILM, { brokenCount: 2 })] }));
		},
		measured: 0,
		unknown: 3,
		requests: 3,
	},
	{
		title: 'a film left at rest had two mebibytes more on their way',
		play: (visit, network) => {
			const large = { ...film({ requestId: '1' }), responseHeaders: headers({ 'content-length': 9_000_000 }) };
			network('opened', large);
			const said = { key: addressKey(FILM), share: 0.5, isPlayed: true, pipedShare: 1 };
			applyReport(visit, report({ films: [said] }));
		},
		measured: 0,
		estimated: 4_500_000 + 2 ** 21,
		requests: 1,
	},
	{
		title: 'what scripts were receiving goes on for a mebibyte after their page was frozen',
		play: (visit, network) => {
			applyReport(visit, report({ connections: [part(API)], isFrozen: true }));
			network('aborted', brokenOff(API));
		},
		measured: 300_000,
		estimated: 2 ** 20 + 2 ** 16,
		requests: 1,
	},
	{
		title: 'that mebibyte is all requests’ of a frozen page together',
		play: (visit, network) => {
			applyReport(visit, report({ connections: [part(API), part(STREAM)], isFrozen: true }));
			network('aborted', brokenOff(API));
			network('aborted', brokenOff(STREAM));
		},
		measured: 600_000,
		estimated: 2 ** 20 + 2 ** 16,
		requests: 2,
	},
	{
		title: 'so does a film that was loading, and one at rest has it already',
		play: (visit, network) => {
			const large = { ...film({ requestId: '1' }), responseHeaders: headers({ 'content-length': 9_000_000 }) };
			const rested = { ...large, requestId: '2', url: OTHER_FILM };
			network('opened', rested);
			applyReport(
				visit,
				report({ films: [{ key: addressKey(OTHER_FILM), share: 0.5, isPlayed: true, pipedShare: 1 }] }),
			);
			network('aborted', rested);
			network('opened', large);
			applyReport(visit, { ...buffered(0.5), isFrozen: true });
			network('aborted', large);
		},
		measured: 0,
		estimated: 4_500_000 + 2 ** 20 + 2 ** 16 + 4_500_000 + 2 ** 21,
		requests: 2,
	},
	{
		title: 'what broke off while its page was open ends where the page saw it end',
		play: (visit, network) => {
			network('aborted', brokenOff(API));
			applyReport(visit, report({ connections: [part(API)], isFrozen: true }));
		},
		measured: 300_000,
		requests: 1,
	},
	{
		title: 'a film that has just come to rest had what the line brought since',
		play: (visit, network) => {
			const large = { ...film({ requestId: '1' }), responseHeaders: headers({ 'content-length': 9_000_000 }) };
			network('opened', large);
			const said = { key: addressKey(FILM), share: 0.5, isPlayed: true, pipedShare: 0.1 };
			applyReport(visit, report({ films: [said] }));
		},
		measured: 0,
		estimated: 5_400_000,
		requests: 1,
	},
	{
		title: 'without access to the host cached answers are requests that cost nothing',
		play: (visit) => applyReport(visit, report({ addresses: [timed(API, { cachedCount: 2, sparedBytes: 700 })] })),
		measured: 0,
		requests: 2,
		spared: 700,
	},
	{
		title: 'a frame is one request, known to its parent by name and to itself by size',
		play: (visit) => {
			const frame = 'https://scorm.example/index.html';
			applyReport(visit, report({ addresses: [timed(frame, { kind: 'document', opaqueCount: 1 })] }));
			const own = timed(frame, { kind: 'document', timedCount: 1, timedBytes: 2_300 });
			applyReport(visit, report({ frameId: 'frame0000000000b', addresses: [own] }));
		},
		measured: 2_300,
		requests: 1,
	},
	{
		title: 'a mixture ends each request once: with a length, chunked, opaque, cached and in flight',
		play: (visit, network) => {
			network('completed', request(`${API}/1`, { responseHeaders: headers(sized) }));
			network('completed', request(`${API}/2`, { responseHeaders: headers(JSON_TYPE) }));
			network('completed', request(`${API}/3`, { responseHeaders: headers(JSON_TYPE) }));
			network('completed', request(`${API}/4`, { responseHeaders: headers(sized), fromCache: true }));
			network('opened', film());
			const second = timed(`${API}/2`, { timedCount: 1, timedBytes: 800 + TIMING_HEADERS });
			applyReport(visit, report({ addresses: [second, timed(`${API}/3`, { opaqueCount: 1 })] }));
			applyReport(visit, buffered(0.5));
		},
		measured: headBytes(sized) + 5_000 + headBytes(JSON_TYPE) + 800 + headBytes(JSON_TYPE),
		estimated: 0.5 * 1_000_000,
		unknown: 1,
		requests: 5,
		spared: 5_000,
	},
];

describe('folding a visit', () => {
	it.each(CASES.map((each) => [each.title, each] as const))(
		'%s',
		(_title, { play, measured, estimated = 0, unknown = 0, requests, spared = 0 }) => {
			const visit = beginVisit();
			const reader = new RequestReader();
			play(visit, (event, details) => {
				const fact = reader[event](details);
				if (fact) applyNetworkFact(visit, fact);
			});
			const { traffic } = foldVisit(visit);
			expect({ ...sumTraffic(traffic), sparedBytes: traffic.sparedBytes }).toMatchObject({
				measuredBytes: measured,
				estimatedBytes: estimated,
				unknownCount: unknown,
				requestCount: requests,
				sparedBytes: spared,
			});
		},
	);

	it('counts a film behind a redirect once, though the reader was stopped before its end', () => {
		const visit = beginVisit();
		const reader = new RequestReader();
		const hopped = { requestId: '1', statusCode: 302, statusLine: HOP_LINE, responseHeaders: headers(hop) };
		applyNetworkFact(visit, reader.redirected(film({ ...hopped, url: API })));
		const opened = reader.opened(film({ requestId: '1' }));
		if (opened) applyNetworkFact(visit, opened);
		applyNetworkFact(visit, new RequestReader().completed(film({ requestId: '1' })));
		expect(visit.openRequests).toEqual({});
		expect(foldVisit(visit).traffic.received.video).toEqual({
			measuredBytes: headBytes(hop, HOP_LINE) + headBytes(range) + 600_000,
			estimatedBytes: 0,
			unknownCount: 0,
			requestCount: 1,
		});
	});

	it('takes a key that is a name of all objects for a key like any other', () => {
		const visit = beginVisit();
		const address = { ...timed(API, { timedCount: 1, timedBytes: 700 }), key: 'constructor' };
		applyReport(visit, report({ frameId: 'toString', addresses: [address] }));
		expect(Object.keys(visit.ledger)).toEqual(['constructor']);
		expect(foldVisit(visit).traffic.received.data?.measuredBytes).toBe(700);
	});

	it('tells the bytes of films that were loaded and never played', () => {
		const visit = beginVisit();
		const load = (key: string, isPlayed: boolean) => {
			applyNetworkFact(visit, {
				what: 'opened',
				key,
				kind: 'video',
				requestId: key,
				wholeBytes: 10_000,
				atMs: 0,
				isFilm: true,
			});
			applyReport(visit, report({ films: [{ key, share: 0.5, isPlayed, pipedShare: 0 }] }));
		};
		load('played', true);
		load('waiting', false);
		expect(foldVisit(visit).media.unplayedBytes).toBe(10_000 * 0.5);
		applyReport(visit, report({ films: [{ key: 'waiting', share: 0.5, isPlayed: true, pipedShare: 0 }] }));
		expect(foldVisit(visit).media.unplayedBytes).toBe(0);
	});

	it('counts time in a video class as active', () => {
		const visit = beginVisit();
		applyReport(visit, report({ activeMs: 1_000, media: { ...NO_MEDIA, classMs: 5_000 } }));
		expect(foldVisit(visit).activeMs).toBe(5_000);
	});

	it('adds up media over frames, shows the film that plays, and counts time with a film as active', () => {
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
