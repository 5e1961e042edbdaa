import { describe } from 'vitest';
import { addressKey } from '@/utils/measure/address-key';
import { applyReport } from '@/utils/measure/live-visit';
import { API, buffered, FILM, film, foldCases, hop, range } from './fold-cases';
import { HOP_LINE, headBytes, headers, report, request, timed } from './sample';

const STREAM = 'https://moodle.example/stream';
const OTHER_FILM = 'https://media.example/other.mp4';
const part = (url: string) => ({
	key: addressKey(url),
	isPart: true,
	count: 1,
	receivedBytes: 300_000,
	sentBytes: 0,
	isPacked: false,
});
const brokenOff = (url: string) => request(url, { ip: '127.0.0.1', error: 'net::ERR_ABORTED' });

describe('folding films and what broke off', () => {
	foldCases([
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
	]);
});
