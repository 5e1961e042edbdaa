import { describe } from 'vitest';
import { headBytes, headers, report, request, timed } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyReport } from '@/utils/core/measure/apply-report';
import { API, buffered, foldCases, JSON_TYPE, sized, video } from './fold-cases';

const part = {
	key: addressKey(API),
	isPart: true,
	isStream: false,
	count: 1,
	receivedBytes: 300_000,
	sentBytes: 0,
	isPacked: false,
	mayBeCached: false,
};
const responseTo = (values: Readonly<Record<string, string | number>>, changes = {}) =>
	request(API, { type: 'image', responseHeaders: headers(values), ...changes });
const aborted = (changes = {}) => request(API, { error: 'net::ERR_ABORTED', ...changes });
const PICTURE = { 'content-length': 300_000 };
const HOUR_MS = 3_600_000;

describe('folding aborted requests', () => {
	foldCases([
		{
			title: 'an aborted request is unknown, however long it took and however fast others were',
			play: (visit, network) => {
				network('completed', request(`${API}/picture`, { responseHeaders: headers(PICTURE) }));
				network('aborted', aborted({ timeStamp: request(API).timeStamp + HOUR_MS }));
				applyReport(visit, report({ addresses: [timed(API, { brokenCount: 1 })] }));
			},
			measured: headBytes(PICTURE) + 300_000,
			unknown: 1,
			requests: 2,
		},
		{
			title: 'an aborted response of known length is unknown: any part of it may have arrived',
			play: (_visit, network) => {
				network('opened', responseTo(sized));
				network('aborted', aborted({ type: 'image', timeStamp: request(API).timeStamp + HOUR_MS }));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'an aborted response without a length is unknown',
			play: (_visit, network) => {
				network('opened', responseTo(JSON_TYPE));
				network('aborted', aborted({ type: 'image' }));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'the bytes that the page says it received count as estimated',
			play: (visit, network) => {
				network('aborted', aborted());
				applyReport(visit, report({ connections: [part] }));
			},
			measured: 0,
			estimated: 300_000,
			requests: 1,
		},
		{
			title:
				'they do not count where the browser counted that nothing came (Firefox): they are of another request, or cached',
			play: (visit, network) => {
				applyReport(visit, report({ connections: [part] }));
				network('aborted', aborted({ responseSize: 0 }));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'they do not count if the cache answered: they may all be cached',
			play: (visit, network) => {
				network('aborted', aborted({ fromCache: true }));
				applyReport(visit, report({ connections: [part] }));
			},
			measured: 0,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'the bytes of a completed response do not count for a later aborted one',
			play: (visit, network) => {
				applyReport(visit, report({ connections: [{ ...part, receivedBytes: 1_900_000 }] }));
				network('completed', request(API, { responseHeaders: headers({ 'content-length': 2_000_000 }) }));
				applyReport(visit, report());
				applyReport(visit, report({ connections: [{ ...part, receivedBytes: 50_000 }] }));
				network('aborted', aborted({ requestId: '2' }));
			},
			measured: headBytes({ 'content-length': 2_000_000 }) + 2_000_000,
			estimated: 50_000,
			requests: 2,
		},
		{
			title:
				'neither do bytes of it that the page reported before, where no later report tells which request they are of',
			play: (visit, network) => {
				applyReport(visit, report({ connections: [part] }));
				network('completed', request(API, { responseHeaders: headers({ 'content-length': 2_000_000 }) }));
				network('aborted', aborted({ requestId: '2' }));
				applyReport(visit, report({ connections: [part] }));
			},
			measured: headBytes({ 'content-length': 2_000_000 }) + 2_000_000,
			unknown: 1,
			requests: 2,
		},
		{
			title: 'a request aborted while its page was open is known by the page',
			play: (visit, network) => {
				network('aborted', aborted());
				applyReport(visit, report({ connections: [part], isFrozen: true }));
			},
			measured: 0,
			estimated: 300_000,
			requests: 1,
		},
		{
			title: 'a request that continued after its page was frozen is partly unknown',
			play: (visit, network) => {
				applyReport(visit, report({ connections: [part], isFrozen: true }));
				network('aborted', aborted());
			},
			measured: 0,
			estimated: 300_000,
			unknown: 1,
			requests: 1,
		},
		{
			title: 'so is a video that was loading',
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
