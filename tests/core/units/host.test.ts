import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostPattern } from '@/utils/core/platforms/match-pattern';
import { hostOfName, isHost } from '@/utils/core/units/host';

describe('the host that a name means', () => {
	it.each([
		['moodle.example', 'moodle.example'],
		[' Moodle.Example ', 'moodle.example'],
		['moodle.example.', 'moodle.example'],
		['my_school.moodlecloud.com', 'my_school.moodlecloud.com'],
		['école.example', 'xn--cole-9oa.example'],
		['xn--cole-9oa.example', 'xn--cole-9oa.example'],
		['moodle', 'moodle'],
		['127.0.0.1', '127.0.0.1'],
		['255.255.255.255', '255.255.255.255'],
	])('"%s" is %s', (name, host) => {
		expect(hostOfName(name)).toBe(host);
		expect(isHost(host)).toBe(true);
	});

	it.each([
		['nothing', ''],
		['one dot', '.'],
		['two dots at its end', 'moodle.example..'],
		['an empty part', 'moodle..example'],
		['a number too large for an address', '256.1'],
		['an address of large numbers', '999.999.999.999'],
		['an address of five numbers', '1.2.3.4.5'],
		['a name that ends in a number', 'moodle.12'],
		['a name that ends in a hexadecimal number', 'moodle.0x1'],
		['a pattern', '*.example'],
		['all hosts', '*'],
		['a path', 'moodle.example/course'],
		['a space and a pattern', 'a b/*'],
		['a port', 'moodle.example:8443'],
		['an address of a page', 'https://moodle.example'],
		['a login', 'me@moodle.example'],
		['an escape', 'moodle%2eexample'],
		['a part of 64 letters', `${'a'.repeat(64)}.example`],
		['a name of 260 letters', `${'abcdefghi.'.repeat(26)}example`],
		['an IPv6 address', '[::1]'],
		['a lone surrogate', '\ud800.example'],
		['a control character', 'a\u0092.example'],
	])('is none in %s', (_, name) => {
		expect(hostOfName(name)).toBeNull();
		expect(isHost(name)).toBe(false);
	});

	it('never throws, and is the host of its own address and pattern', () => {
		const names = fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.ipV4(), fc.webAuthority());
		fc.assert(
			fc.property(names, (name) => {
				const host = hostOfName(name);
				if (host === null) return;
				expect(new URL(`https://${host}:8443/`).hostname).toBe(host);
				expect(hostPattern(host)).toMatch(/^\*:\/\/[a-z\d._-]+\/\*$/);
				expect(hostOfName(host)).toBe(host);
			}),
		);
	});
});
