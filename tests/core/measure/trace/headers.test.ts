import { describe, expect, it } from 'vitest';
import { headers } from '@/tests/core/visit/sample';
import { shownByHeaders } from '@/utils/core/measure/trace/headers';

const AT_MS = Date.parse('2026-11-30T10:00:00Z');
const shown = (values: Readonly<Record<string, string | number>>) =>
	shownByHeaders({ responseHeaders: headers(values), timeStamp: AT_MS });

describe('the headers of a file', () => {
	it.each([
		['long', { 'cache-control': 'public, max-age=31536000, immutable' }],
		['long', { expires: 'Wed, 30 Dec 2026 10:00:00 GMT' }],
		['brief', { 'cache-control': 'max-age=21600', etag: '"a"' }],
		['brief', { 'last-modified': 'Sun, 01 Nov 2026 10:00:00 GMT' }],
		['check', { 'cache-control': 'no-cache', etag: '"a"' }],
		['check', { 'cache-control': 'max-age=0, must-revalidate', 'last-modified': 'Sun, 01 Nov 2026 10:00:00 GMT' }],
		['check', { etag: '"a"' }],
		['none', { 'cache-control': 'no-store', etag: '"a"' }],
		['none', { 'cache-control': 'no-cache' }],
		['none', { pragma: 'no-cache' }],
		['none', { expires: '0' }],
		['none', { 'content-type': 'text/css' }],
	] as const)('allow caches this: %s, by %o', (caching, values) => {
		expect(shown(values).caching).toBe(caching);
	});

	it('tell the type and the coding', () => {
		const values = { 'content-type': 'Text/HTML; charset=utf-8', 'content-encoding': 'GZIP', etag: '"a"' };
		expect(shown(values)).toEqual({ mimeType: 'text/html', contentCoding: 'gzip', caching: 'check' });
		expect(shown({ 'content-type': 'nonsense' })).toEqual({ mimeType: null, contentCoding: '', caching: 'none' });
	});

	it('tell nothing where there are none', () => {
		expect(shown({})).toEqual({ mimeType: null, contentCoding: null, caching: null });
	});
});
