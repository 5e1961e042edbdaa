import { describe } from 'vitest';
import { headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyReport } from '@/utils/core/measure/live-visit';
import { API, buffered, foldCases, JSON_TYPE, sized, video } from './fold-cases';

const part = {
	key: addressKey(API),
	isPart: true,
	count: 1,
	receivedBytes: 300_000,
	sentBytes: 0,
	isPacked: false,
};
const begun = (answer: Readonly<Record<string, string | number>>, changes = {}) =>
	request(API, { type: 'image', responseHeaders: headers(answer), ...changes });
const brokenOff = (changes = {}) => request(API, { error: 'net::ERR_ABORTED', ...changes });
const PICTURE = { 'content-length': 300_000 };
const HOUR_MS = 3_600_000;

describe('folding what broke off', () => {
	foldCases([
		{
			title: 'a request that was given up is unknown, however long it waited beside fast ones',
			play: (visit, network) => {
				network('completed', request(`${API}/picture`, { responseHeaders: headers(PICTURE) }));
				network('aborted', brokenOff({ timeStamp: request(API).timeStamp + HOUR_MS }));
				applyReport(visit, report({ addresses: [timed(API, { brokenCount: 1 })] }));
			},
			measured: headBytes(PICTURE) + 300_000,
			unknown: 1,
			requests: 2,
		},
		{
			title: 'a response of known length that broke off is unknown too: any part of it may have come',
			play: (_visit, network) => {
				network('opened', begun(sized));
				network('aborted', brokenOff({ type: 'image', timeStamp: request(API).timeStamp + HOUR_MS }));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'so is one without a length',
			play: (_visit, network) => {
				network('opened', begun(JSON_TYPE));
				network('aborted', brokenOff({ type: 'image' }));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'what the page saw of it counts',
			play: (visit, network) => {
				network('aborted', brokenOff());
				applyReport(visit, report({ connections: [part] }));
			},
			measured: 300_000,
			requests: 1,
		},
		{
			title: 'but not where the cache answered: what the page read may all be the cache’s',
			play: (visit, network) => {
				network('aborted', brokenOff({ fromCache: true }));
				applyReport(visit, report({ connections: [part] }));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'what the page saw of an answer that became whole is no part of another that broke off',
			play: (visit, network) => {
				applyReport(visit, report({ connections: [{ ...part, receivedBytes: 1_900_000 }] }));
				network('completed', request(API, { responseHeaders: headers({ 'content-length': 2_000_000 }) }));
				applyReport(visit, report());
				applyReport(visit, report({ connections: [{ ...part, receivedBytes: 50_000 }] }));
				network('aborted', brokenOff({ requestId: '2' }));
			},
			measured: headBytes({ 'content-length': 2_000_000 }) + 2_000_000 + 50_000,
			requests: 2,
		},
		{
			title: 'what broke off while its page was open ends where the page saw it end',
			play: (visit, network) => {
				network('aborted', brokenOff());
				applyReport(visit, report({ connections: [part], isFrozen: true }));
			},
			measured: 300_000,
			requests: 1,
		},
		{
			title: 'what goes on after its page was frozen holds an unknown beyond what the page saw',
			play: (visit, network) => {
				applyReport(visit, report({ connections: [part], isFrozen: true }));
				network('aborted', brokenOff());
			},
			measured: 300_000,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'so does a video that was loading',
			play: (visit, network) => {
				network('opened', video());
				applyReport(visit, { ...buffered(0.5), isFrozen: true });
				network('aborted', video());
			},
			measured: 0,
			estimated: 500_000,
			unknown: 1,
			requests: 1,
		},
	]);
});
