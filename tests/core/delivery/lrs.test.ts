import { describe, expect, it } from 'vitest';
import { confirms, endpointOf } from '@/utils/core/delivery/lrs';

describe('the address of a store', () => {
	it.each([
		['https://lrs.example/xapi', 'https://lrs.example/xapi'],
		[' https://lrs.example/xapi/ ', 'https://lrs.example/xapi'],
		['https://lrs.example/xapi/statements', 'https://lrs.example/xapi'],
		['http://127.0.0.1:8080/xapi', 'http://127.0.0.1:8080/xapi'],
		['http://localhost/', 'http://localhost'],
	])('%s is read as %s', (typed, endpoint) => {
		expect(endpointOf(typed)).toBe(endpoint);
	});

	it.each([
		'http://lrs.example/xapi',
		'http://127.0.0.1.example/xapi',
		'http://localhost.example/xapi',
		'https://key:secret@lrs.example/xapi',
		'https://lrs.example/xapi?token=1',
		'https://lrs.example/#x',
		'ftp://lrs.example/',
		'javascript:alert(1)',
		'lrs.example',
		'',
	])('%s is refused', (typed) => {
		expect(endpointOf(typed)).toBeNull();
	});
});

describe('the answer of a store', () => {
	it.each([
		[['a', 'b'], true],
		[['B', 'x', 'A'], true],
		[['a'], false],
		[[], false],
		[[null, { a: 1 }, 'a', 5], false],
		['a,b', false],
		[{ length: 2, 0: 'a', 1: 'b' }, false],
		[null, false],
		[undefined, false],
	])('%j confirms both statements: %s', (answer, isConfirmed) => {
		expect(confirms(answer, ['a', 'b'])).toBe(isConfirmed);
	});
});
