import { describe, expect, it } from 'vitest';
import { headBytes, headers, request, STATUS_LINE } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { RequestReader } from '@/utils/core/measure/network-request';
import {
	announcedBodyBytes,
	costOfCompleted,
	headerTextBytes,
	headerValue,
	type ResponseDetails,
	wholeResourceBytes,
} from '@/utils/core/measure/response-size';

function response(values: Record<string, string | number>, changes: Partial<ResponseDetails> = {}): ResponseDetails {
	return {
		statusLine: STATUS_LINE,
		statusCode: 200,
		responseHeaders: headers(values),
		fromCache: false,
		method: 'GET',
		...changes,
	};
}

describe('the size of a response', () => {
	it('has a head of status line, headers and empty line', () => {
		const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/css\r\nX-Bytes: abc\r\n\r\n';
		const seen = [
			{ name: 'Content-Type', value: 'text/css' },
			{ name: 'X-Bytes', binaryValue: [97, 98, 99] },
		];
		expect(headerTextBytes({ statusLine: 'HTTP/1.1 200 OK', responseHeaders: seen })).toBe(head.length);
	});

	it('finds a header in any case, and null if it is absent', () => {
		expect(headerValue([{ name: 'Content-LENGTH', value: '5' }], 'content-length')).toBe('5');
		expect(headerValue([], 'content-length')).toBeNull();
	});

	it.each([
		['a length', response({ 'content-length': 42 }), 42],
		['a length with spaces around', response({ 'content-length': ' 42 ' }), 42],
		['no length (chunked)', response({}), null],
		['an invalid length', response({ 'content-length': '42, 42' }), null],
		['a negative length', response({ 'content-length': '-42' }), null],
		['the answer to HEAD', response({ 'content-length': 42 }, { method: 'HEAD' }), 0],
		['101 switching protocols', response({}, { statusCode: 101 }), 0],
		['204 no content', response({}, { statusCode: 204 }), 0],
		['304 not modified', response({ 'content-length': 42 }, { statusCode: 304 }), 0],
	])('has a body by %s', (_title, ended, bytes) => expect(announcedBodyBytes(ended)).toBe(bytes));

	it.each([
		['the total of a range', response({ 'content-range': 'bytes 0-9/1000', 'content-length': 10 }), 1_000],
		['a length alone', response({ 'content-length': 10 }), 10],
		['neither', response({}), null],
		[
			'a range of unknown total: the known part',
			response({ 'content-range': 'bytes 0-9/*', 'content-length': 10 }),
			10,
		],
	])('is that of the whole resource by %s', (_title, ended, bytes) => expect(wholeResourceBytes(ended)).toBe(bytes));

	const sized = { 'content-length': 42 };
	it.each([
		[
			'head and announced body',
			response(sized),
			{ outcome: 'sized', bytes: headBytes(sized) + 42, headerBytes: headBytes(sized) },
		],
		[
			'Firefox’s own count first',
			response(sized, { responseSize: 99 }),
			{ outcome: 'sized', bytes: 99, headerBytes: headBytes(sized) },
		],
		[
			'headers when Firefox counts 0',
			response(sized, { responseSize: 0 }),
			{ outcome: 'sized', bytes: headBytes(sized) + 42, headerBytes: headBytes(sized) },
		],
		[
			'Firefox’s count of a cached 304',
			response(sized, { fromCache: true, statusCode: 304, responseSize: 33 }),
			{ outcome: 'sized', bytes: 33, headerBytes: 33 },
		],
		['nothing for the cache', response(sized, { fromCache: true }), { outcome: 'cached', bytes: 0, savedBytes: 42 }],
		['the head alone when chunked', response({}), { outcome: 'unsized', headerBytes: headBytes({}), isBroken: false }],
	])('is %s', (_title, ended, cost) => expect(costOfCompleted(ended)).toEqual(cost));
});

describe('reading the network’s events', () => {
	const first = 'https://moodle.example/pluginfile.php/5/photo.jpg';
	const last = 'https://cdn.example/photo.jpg';

	it('counts a redirected request at its first address, which it discards at the end', () => {
		const reader = new RequestReader();
		const image = { requestId: '1', type: 'image' };
		reader.redirected(request(first, { ...image, statusCode: 302 }));
		expect(reader.completed(request(last, image)).key).toBe(addressKey(first));
		expect(reader.completed(request(last, image)).key).toBe(addressKey(last));
	});

	it('discards the first address of a blocked request', () => {
		const reader = new RequestReader();
		reader.redirected(request(first, { requestId: '1', statusCode: 302 }));
		expect(reader.aborted(request(last, { requestId: '1', ip: undefined }))).toBeNull();
		expect(reader.completed(request(last, { requestId: '1' })).key).toBe(addressKey(last));
	});

	it('reports what Chrome gives up after a redirect, whose size nothing tells', () => {
		const reader = new RequestReader();
		reader.redirected(request(first, { requestId: '1', statusCode: 302 }));
		const given = reader.aborted(request(last, { requestId: '1', ip: undefined, error: 'net::ERR_ABORTED' }));
		expect(given).toMatchObject({ key: addressKey(first), cost: { outcome: 'unsized', isBroken: true } });
	});

	it.each([
		['without a body', { 'content-length': '0' }, 0, 0],
		['with a short body, which comes with its headers', { 'content-length': '300' }, 300, 0],
		['with a long body, of which nothing shows how much was read', { 'content-length': '40000' }, 0, 40_000],
	])('counts a redirect %s', (_title, named, bodyBytes, hiddenBytes) => {
		const hop = request(first, { statusCode: 302, responseHeaders: headers(named) });
		const reader = new RequestReader();
		const bytes = headBytes(named) + bodyBytes;
		expect(reader.redirected(hop)).toMatchObject({ bytes, hiddenBytes });
		expect(reader.redirected({ ...hop, fromCache: true })).toMatchObject({ bytes: 0, hiddenBytes: 0 });
	});

	it('counts a redirected page at its last address', () => {
		const reader = new RequestReader();
		reader.redirected(request(first, { requestId: '1', type: 'main_frame', statusCode: 302 }));
		expect(reader.completed(request(last, { requestId: '1', type: 'main_frame' })).key).toBe(addressKey(last));
	});

	it('reports no abandoned navigation, though its server was reached', () => {
		const reader = new RequestReader();
		expect(reader.aborted(request(first, { type: 'main_frame' }))).toBeNull();
		expect(reader.aborted(request(first, { type: 'image' }))).not.toBeNull();
	});

	it.each(['net::ERR_FAILED', 'net::ERR_BLOCKED_BY_ORB', 'net::ERR_CONTENT_DECODING_FAILED'])(
		'reports a response that Chrome refused with %s, which it had begun to receive',
		(error) => {
			const refused = new RequestReader().aborted(request(first, { ip: undefined, error }));
			expect(refused).toMatchObject({ cost: { outcome: 'unsized', isBroken: true } });
		},
	);

	it.each(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_INTERNET_DISCONNECTED', 'net::ERR_ABORTED'])(
		'reports no request that never reached a server: %s',
		(error) => expect(new RequestReader().aborted(request(first, { ip: undefined, error }))).toBeNull(),
	);

	it('reports the bytes that Firefox counts as sent', () => {
		const reader = new RequestReader();
		expect(reader.completed(request(first, { requestSize: 512 }))).toMatchObject({ sentBytes: 512 });
		expect(reader.completed(request(first))).toMatchObject({ sentBytes: null });
	});
});
